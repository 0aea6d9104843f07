import { bytesOfText } from './chunk/read-chunks';
import type { Correction } from './correction';
import { correctedReading } from './plan/corrected-reading';
import type { ReadPage } from './plan/decide';
import { IMPORTER_VERSION } from './plan/importer-version';
import type { RememberedPage } from './plan/ledger';
import type { SeenStories } from './plan/seen-stories';
import type { Choices } from './plan/three-way';
import { recallStories } from './recall-stories';
import type { PageTask, ReadPage as ReadByCrew } from './recognise/crew/page-task';
import type { Reader } from './recognise/learn-reader';
import type { Content, FoundPage, Place } from './source/found';
import type { Source } from './source/source';
import type { OpenRun } from './store';

const namesOf = (batch: readonly Met[]) => batch.map(({ found }) => found.name);

/** So many pages are looked up and read together. */
const BATCH = 128;

/** More text than this is not read ahead, unless it is in one batch: pages may be a thousand times as long as most are. */
const MOST_BYTES_AHEAD = 16_000_000;

interface ReadOptions {
  /** Pages at the beginning that are done already. */
  readonly skip: number;
  /** Learns the stories of those. */
  readonly seen: SeenStories;
  /** Whether pages that an older importer has read are to be recognised again. */
  readonly redo: boolean;
  /** What a person says to the conflicts of some pages, by name. They are read, whatever is known of them. */
  readonly settle?: ReadonlyMap<string, Choices> | undefined;
}

/** A page that was met, with its content where that would not come back: out of an archive. */
interface Met {
  readonly found: FoundPage;
  readonly content: Promise<Content> | null;
}

async function* foundBatches(source: Source, skip: number): AsyncGenerator<Met[]> {
  let batch: Met[] = [];
  let position = 0;
  for await (const together of source.found()) {
    for (const found of together) {
      if (found.kind !== 'page') continue;
      position += 1;
      batch.push({ found, content: found.file === undefined && position > skip ? found.read() : null });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** The hash of a page that need not be recognised when it is the same; null for one that must be. */
function knownHash(item: RememberedPage | undefined, reading: string, redo: boolean): string | null {
  const isDone = item?.status === 'imported' && item.reading === reading && !(redo && item.importerVersion < IMPORTER_VERSION);
  return isDone ? item.pageHash : null;
}

/** What is known of a batch before it is read. */
interface Reading extends Pick<ReadOptions, 'redo' | 'settle'> {
  readonly reader: Reader;
  readonly items: ReadonlyMap<string, RememberedPage>;
  readonly corrections: ReadonlyMap<string, Correction>;
}

function taskOf(
  { found: { name, path, file } }: Met,
  content: Content | null | undefined,
  { reader, items, corrections, redo, settle }: Reading,
): PageTask {
  const correction = corrections.get(name);
  const reading = correctedReading(reader.reading, correction);
  const isLeftOut = correction?.leftOut === true;
  const asImported = settle?.has(name) === true ? null : knownHash(items.get(name), reading, redo);
  const known = isLeftOut ? correction.pageHash : asImported;
  const given = correction === undefined || isLeftOut ? {} : { given: correction };
  const where = content ? { content } : file === undefined ? {} : { file };
  return { name, path, knownHash: known, ...given, ...where };
}

const leftOut = ({ name, path }: Place, { by }: Correction, { reading }: Reader): ReadPage => ({
  ...{ page: name, path, pageHash: null, reading, problems: [], recognised: null, leftOutBy: by },
});

function pageOf(read: ReadByCrew, { reader, items, corrections, settle }: Reading): ReadPage {
  const { name, path, pageHash, recognition } = read;
  const correction = corrections.get(name);
  if (recognition === null && correction?.leftOut === true) return leftOut(read, correction, reader);
  const choices = settle?.get(name);
  return {
    page: name,
    path,
    pageHash,
    reading: correctedReading(reader.reading, correction),
    problems: recognition?.problems ?? items.get(name)?.problems ?? [],
    recognised: recognition,
    ...(recognition?.bytes ? { bytes: recognition.bytes } : {}),
    ...(choices ? { choices } : {}),
  };
}

/** Reads a batch, but for the pages that a person wants to be left out though they could not be read. */
async function readBatch(batch: readonly Met[], reading: Reading): Promise<ReadPage[]> {
  const { reader, corrections } = reading;
  const unread = ({ found }: Met) => {
    const correction = corrections.get(found.name);
    return correction?.leftOut === true && correction.pageHash === null ? correction : undefined;
  };
  const readable = batch.filter((met) => unread(met) === undefined);
  const contents = readable.some(({ content }) => content !== null) ? await Promise.all(readable.map(async ({ content }) => content)) : [];
  const tasks = readable.map((met, index) => taskOf(met, contents[index], reading));
  const pages = (await reader.read(tasks)).map((page) => pageOf(page, reading));
  if (pages.length === batch.length) return pages;
  let next = 0;
  return batch.flatMap((met): readonly ReadPage[] => {
    const correction = unread(met);
    if (correction !== undefined) return [leftOut(met.found, correction, reader)];
    next += 1;
    return pages.slice(next - 1, next);
  });
}

/**
 * Reads the pages of a source in their order, and recognises those that are not as the ledger knows them. Some batches are
 * read ahead while others are written.
 */
export async function* readPages(
  source: Source,
  reader: Reader,
  run: OpenRun,
  { skip, seen, redo, settle }: ReadOptions,
): AsyncGenerator<readonly ReadPage[]> {
  const ahead: Promise<readonly ReadPage[]>[] = [];
  let longest = 0;
  const read = async (reading: Promise<readonly ReadPage[]>) => {
    const pages = await reading;
    longest = Math.max(
      longest,
      pages.reduce((sum, page) => sum + bytesOfText(page), 0),
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

    const [items, corrections] = [await run.lookUpPages(namesOf(pages)), await run.lookUpCorrections(namesOf(pages))];
    const reading = readBatch(pages, { reader, items, corrections, redo, settle });
    // Whoever waits for it hears of an error; until then it must not end the process.
    reading.catch(() => undefined);
    ahead.push(reading);
    for (let next = ahead[0]; next && ahead.length > Math.min(reader.ahead, MOST_BYTES_AHEAD / longest); next = ahead[0]) {
      void ahead.shift();
      yield await read(next);
    }
  }
  for (const reading of ahead) yield await read(reading);
}
