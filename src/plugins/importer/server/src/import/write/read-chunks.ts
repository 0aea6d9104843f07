import type { ReadPage } from '../plan/decide';
import type { ChunkSizer } from './chunk-sizer';
import type { Pace } from './throttle';

/** A chunk with more bytes of text than this is written, however few pages it has. */
const MOST_BYTES = 8_000_000;

const bytesOf = ({ recognised, bytes }: ReadPage): number => (recognised?.story.body.length ?? 0) + (bytes?.length ?? 0);

/** Bytes of the longest page. */
export const longestOf = (chunk: readonly ReadPage[]): number => chunk.reduce((most, page) => Math.max(most, bytesOf(page)), 0);

/** Gathers pages, in their order, into chunks that take about as long as the pace allows. */
export async function* readChunks(
  batches: AsyncIterable<readonly ReadPage[]>,
  sizer: ChunkSizer,
  pace: Pace,
): AsyncGenerator<readonly ReadPage[]> {
  let chunk: ReadPage[] = [];
  let bytes = 0;
  for await (const batch of batches) {
    for (const page of batch) {
      chunk.push(page);
      bytes += bytesOf(page);
      if (chunk.length < sizer.size(pace.targetMs()) && bytes < MOST_BYTES) continue;
      yield chunk;
      chunk = [];
      bytes = 0;
    }
  }
  if (chunk.length > 0) yield chunk;
}
