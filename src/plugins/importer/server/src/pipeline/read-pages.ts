import type { ReadPage } from './plan/decide';
import { IMPORTER_VERSION } from './plan/importer-version';
import type { LedgerItem } from './plan/ledger';
import type { SeenStories } from './plan/seen-stories';
import { recallStories } from './recall-stories';
import type { Reader } from './recognise/learn-reader';
import type { Content, FoundPage } from './source/found';
import type { Source } from './source/open-source';
import type { OpenRun } from './store';

const namesOf = (batch: readonly Met[]) => batch.map(({ found }) => found.name);

/** So many pages are looked up and read together. */
const BATCH = 64;

interface ReadOptions {
  /** Pages at the beginning that are done already. */
  readonly skip: number;
  /** Learns the stories of those. */
  readonly seen: SeenStories;
  /** Whether pages that an older importer has read are to be recognised again. */
  readonly redo: boolean;
}

/** A page that was met, with its content where that would not come back: out of an archive. */
interface Met {
  readonly found: FoundPage;
  readonly content: Promise<Content> | null;
}

async function* foundBatches(source: Source, skip: number): AsyncGenerator<Met[]> {
  let batch: Met[] = [];
  let position = 0;
  for await (const found of source.found()) {
    if (found.kind !== 'page') continue;
    position += 1;
    batch.push({ found, content: found.file === undefined && position > skip ? found.read() : null });
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The hash of a page that need not be recognised when it is the same; null for one that must be. */
function knownHash(item: LedgerItem | undefined, reading: string, redo: boolean): string | null {
  const isDone = item?.status === 'imported' && item.reading === reading && !(redo && item.importerVersion < IMPORTER_VERSION);
  return isDone ? item.pageHash : null;
}

async function readBatch(
  batch: readonly Met[],
  items: ReadonlyMap<string, LedgerItem>,
  reader: Reader,
  redo: boolean,
): Promise<ReadPage[]> {
  const tasks = await Promise.all(
    batch.map(async ({ found: { name, path, file }, content }) => {
      const known = knownHash(items.get(name), reader.reading, redo);
      return { name, path, knownHash: known, ...(content === null ? (file === undefined ? {} : { file }) : { content: await content }) };
    }),
  );
  const pages = await reader.read(tasks);
  return pages.map(({ name, path, pageHash, recognition }) => ({
    page: name,
    path,
    pageHash,
    reading: reader.reading,
    problems: recognition?.problems ?? items.get(name)?.problems ?? [],
    recognised: recognition,
    ...(recognition?.bytes ? { bytes: recognition.bytes } : {}),
  }));
}

/**
 * Reads the pages of a source in their order, and recognises those that are not as the ledger knows them. Some batches are
 * read ahead while others are written.
 */
export async function* readPages(
  source: Source,
  reader: Reader,
  run: OpenRun,
  { skip, seen, redo }: ReadOptions,
): AsyncGenerator<readonly ReadPage[]> {
  const ahead: Promise<readonly ReadPage[]>[] = [];
  let toSkip = skip;
  for await (const batch of foundBatches(source, skip)) {
    const skipped = batch.slice(0, toSkip);
    toSkip -= skipped.length;
    if (skipped.length > 0) await recallStories(namesOf(skipped), run, seen);
    const pages = batch.slice(skipped.length);
    if (pages.length === 0) continue;

    const items = await run.lookUpPages(namesOf(pages));
    const reading = readBatch(pages, items, reader, redo);
    // Whoever waits for it hears of an error; until then it must not end the process.
    reading.catch(() => undefined);
    ahead.push(reading);
    if (ahead.length <= reader.ahead) continue;
    const next = ahead.shift();
    if (next) yield await next;
  }
  for (const pages of ahead) yield await pages;
}
