import type { FoundPage } from '../source/found';
import { eachOf, type Source } from '../source/source';
import type { Crew } from './crew/create-crew';
import type { PageTask, ReadPage, Recognised } from './crew/page-task';

/** So many pages go to the crew at once, and so many such batches are on their way. */
const BATCH_SIZE = 64;
const BATCHES_AHEAD = 4;

async function taskOf({ name, path, file, read }: FoundPage): Promise<PageTask> {
  const place = { name, path, knownHash: null };
  return file === undefined ? { ...place, content: await read() } : { ...place, file };
}

async function* batchesOf(source: Source): AsyncGenerator<PageTask[]> {
  let batch: PageTask[] = [];
  for await (const found of eachOf(source)) {
    if (found.kind !== 'page') continue;
    batch.push(await taskOf(found));
    if (batch.length < BATCH_SIZE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const recognisedIn = (pages: readonly ReadPage[]): Recognised[] => pages.flatMap(({ recognition }) => recognition ?? []);

/**
 * Has the pages of a source read, and yields what was recognised in them in their order.
 *
 * @throws what the crew throws.
 */
export async function* readStories(source: Source, crew: Crew): AsyncGenerator<Recognised> {
  const ahead: Promise<ReadPage[]>[] = [];
  for await (const batch of batchesOf(source)) {
    const reading = crew.read(batch);
    // Whoever stops listening does not hear of later failures.
    reading.catch(() => undefined);
    ahead.push(reading);
    if (ahead.length < BATCHES_AHEAD) continue;
    yield* recognisedIn((await ahead.shift()) ?? []);
  }
  for (const reading of ahead) yield* recognisedIn(await reading);
}
