import type { ReadPage } from '../plan/decide';
import { createClearing } from '../workers/clear-away';
import { createChunkSizer } from './chunk-sizer';
import type { Throttle } from './throttle';

/** A chunk with more bytes of text than this is written, however few pages it has. */
const MOST_BYTES = 8_000_000;

const bytesOf = ({ recognised, bytes }: ReadPage): number => (recognised?.story.body.length ?? 0) + (bytes?.length ?? 0);

/** Pages in their order, in chunks that take about as long to be worked off as the throttle allows. Each waits for its turn. */
export async function* readChunks(batches: AsyncIterable<readonly ReadPage[]>, throttle: Throttle): AsyncGenerator<readonly ReadPage[]> {
  const sizer = createChunkSizer();
  const clearAfter = createClearing();
  let chunk: ReadPage[] = [];
  let bytes = 0;
  async function* workOff() {
    await throttle.turn();
    const started = performance.now();
    yield chunk;
    sizer.took(chunk.length, performance.now() - started);
    clearAfter(chunk.reduce((most, page) => Math.max(most, bytesOf(page)), 0));
    [chunk, bytes] = [[], 0];
  }
  for await (const batch of batches) {
    for (const page of batch) {
      chunk.push(page);
      bytes += bytesOf(page);
      if (chunk.length >= sizer.size(throttle.targetMs()) || bytes >= MOST_BYTES) yield* workOff();
    }
  }
  if (chunk.length > 0) yield* workOff();
}
