import { endianness } from 'node:os';

/** A few machines have the other byte of a number first. */
const IS_BIG_ENDIAN = endianness() === 'BE';

const unitsIn = (bytes: Buffer) => new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);

/** Texts are written here. */
let bytes = Buffer.alloc(64 * 1024);
let units = unitsIn(bytes);

/** The room for a longer text is given back: few are as long, and it takes megabytes in each thread. */
const LONGEST_KEPT = 512 * 1024;

function write(text: string, into: Buffer): Buffer {
  into.write(text, 0, 'utf16le');
  return IS_BIG_ENDIAN ? into.subarray(0, 2 * text.length).swap16() : into;
}

/**
 * The code units of a text, as many as it is long, with whatever stood there before behind them. They are there until the next call,
 * for any text.
 *
 * `charCodeAt` finds out for each character anew how the text is stored: to go through a page takes twice as long with it.
 */
export function codeUnitsOf(text: string): Uint16Array {
  if (text.length > LONGEST_KEPT) return unitsIn(write(text, Buffer.alloc(2 * text.length)));
  if (text.length > units.length) {
    bytes = Buffer.alloc(4 * text.length);
    units = unitsIn(bytes);
  }
  write(text, bytes);
  return units;
}
