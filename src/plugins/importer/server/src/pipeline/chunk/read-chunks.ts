import type { ReadPage } from '../plan/decide';
import type { ChunkSizer } from './chunk-sizer';
import type { Pace } from './pace';

/** A chunk with more text than this is written, however few pages it has. */
const MOST_CHARACTERS = 4_000_000;

export const charactersOf = ({ recognised }: ReadPage) =>
  (recognised?.story.paragraphs ?? []).reduce((sum, paragraph) => sum + paragraph.length, 0);

/** Gathers pages, in their order, into chunks that take about as long as the pace allows. */
export async function* readChunks(
  batches: AsyncIterable<readonly ReadPage[]>,
  sizer: ChunkSizer,
  pace: Pace,
): AsyncGenerator<readonly ReadPage[]> {
  let chunk: ReadPage[] = [];
  let characters = 0;
  for await (const batch of batches) {
    for (const page of batch) {
      chunk.push(page);
      characters += charactersOf(page);
      if (chunk.length < sizer.size(pace.targetMs()) && characters < MOST_CHARACTERS) continue;
      yield chunk;
      chunk = [];
      characters = 0;
    }
  }
  if (chunk.length > 0) yield chunk;
}
