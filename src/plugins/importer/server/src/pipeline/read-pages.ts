import { charactersOf } from './chunk/read-chunks';
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

/** More text than this is not read ahead, unless it is in one batch: pages may be a thousand times as long as most are. */
const MOST_CHARACTERS_AHEAD = 8_000_000;

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
  let longest = 0;
  const read = async (reading: Promise<readonly ReadPage[]>) => {
    const pages = await reading;
    longest = Math.max(
      longest,
      pages.reduce((sum, page) => sum + charactersOf(page), 0),
    );
    return pages;
  };
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
    for (let next = ahead[0]; next && ahead.length > Math.min(reader.ahead, MOST_CHARACTERS_AHEAD / longest); next = ahead[0]) {
      void ahead.shift();
      yield await read(next);
    }
  }
  for (const reading of ahead) yield await read(reading);
}
