import { BINS } from './sketch';

/** Sketches that agree in all bins of one band are compared with each other. */
const BANDS = 12;
const BAND_BINS = BINS / BANDS;

const DIGIT_VALUES = 1 << 16;

/** One digit of a radix sort: moves indexes into `to`, by 16 bits of their keys, and leaves equal ones in their order. */
function sortByDigit(keys: Uint32Array, from: Uint32Array, to: Uint32Array, shift: number): void {
  const starts = new Uint32Array(DIGIT_VALUES + 1);
  const digitOf = (index: number) => ((keys[index] ?? 0) >>> shift) & (DIGIT_VALUES - 1);
  for (const index of from) starts[digitOf(index) + 1] = (starts[digitOf(index) + 1] ?? 0) + 1;
  for (let digit = 0; digit < DIGIT_VALUES; digit += 1) starts[digit + 1] = (starts[digit + 1] ?? 0) + (starts[digit] ?? 0);
  for (const index of from) {
    const digit = digitOf(index);
    const place = starts[digit] ?? 0;
    to[place] = index;
    starts[digit] = place + 1;
  }
}

/** The bins of a band as one number, for each sketch; and the sketches sorted by it. */
export interface BandOrder {
  readonly keys: Uint32Array;
  readonly order: Uint32Array;
}

/**
 * Sorts sketches by one band after the other, in the same memory each time: 12 bytes a sketch.
 *
 * @param bytes the sketches, 48 bytes each, one behind the other.
 */
export function* bandOrders(bytes: Uint8Array): Generator<BandOrder> {
  const count = bytes.length / BINS;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [keys, order, spare] = [new Uint32Array(count), new Uint32Array(count), new Uint32Array(count)];
  for (let band = 0; band < BANDS; band += 1) {
    for (let index = 0; index < count; index += 1) {
      keys[index] = view.getUint32(index * BINS + band * BAND_BINS);
      order[index] = index;
    }
    sortByDigit(keys, order, spare, 0);
    sortByDigit(keys, spare, order, 16);
    yield { keys, order };
  }
}
