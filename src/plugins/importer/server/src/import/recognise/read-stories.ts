import { aheadInOrder, type Begun, type MetPage, pageBatches } from '../read/page-batches';
import type { Source } from '../source/source';
import type { WorkerPool } from '../workers/worker-pool';
import type { PageTask, ReadPage, Recognised } from '../workers/page-task';

/** So many pages go to the pool at once, and so many such batches are on their way. */
const BATCH_SIZE = 64;
const BATCHES_AHEAD = 4;

function taskOf({ found: { name, path, file }, content, size }: MetPage): PageTask {
  const where = content !== null ? { content } : file === undefined ? {} : { file };
  return { name, path, size, knownHash: null, ...where };
}

async function* beginReading(source: Source, pool: WorkerPool): AsyncGenerator<Begun<ReadPage[]>> {
  for await (const { pages, weight } of pageBatches(source, BATCH_SIZE)) yield { result: pool.read(pages.map(taskOf)), weight };
}

/**
 * Has the pages of a source read, and yields what was recognised in them in their order.
 *
 * @throws what the pool throws.
 */
export async function* readStories(source: Source, pool: WorkerPool): AsyncGenerator<Recognised> {
  for await (const pages of aheadInOrder(beginReading(source, pool), BATCHES_AHEAD - 1)) {
    for (const { recognition } of pages) if (recognition !== null) yield recognition;
  }
}
