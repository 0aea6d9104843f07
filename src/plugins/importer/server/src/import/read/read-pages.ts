import type { CorrectedPage, Correction } from '../correction';
import { aheadInOrder, type Begun, type MetPage, pageBatches } from './page-batches';
import { correctedReading } from '../plan/corrected-reading';
import type { ReadPage } from '../plan/decide';
import { IMPORTER_VERSION } from '../plan/importer-version';
import { pageKey } from '../plan/fingerprint';
import type { RememberedPage } from '../plan/ledger';
import type { SeenStories } from '../plan/seen-stories';
import type { Choices } from '../plan/three-way';
import { recallStories } from '../plan/recall-stories';
import { pageHash } from '../workers/page-hash';
import type { PageTask, ReadPage as ReadByWorkers } from '../workers/page-task';
import type { Reader } from '../survey/learn-reader';
import type { Place } from '../source/found';
import type { Top } from '../source/path-below';
import type { Source } from '../source/source';
import type { OpenRun } from '../store';

const namesOf = (batch: readonly MetPage[]) => batch.map(({ found }) => found.name);

/** So many pages are looked up and read together. */
const BATCH = 128;

interface ReadOptions {
  /** Pages at the beginning that are done already. */
  readonly skip: number;
  /** Learns the stories of those. */
  readonly seen: SeenStories;
  /** Whether pages that an older importer has read are to be recognised again. */
  readonly redo?: boolean | undefined;
  /** What the pages are wrapped in; null where only some pages of a run are read. */
  readonly top: Top | null;
  /** What a person says to the conflicts of some pages, by name. They are read, whatever is known of them. */
  readonly settle?: ReadonlyMap<string, Choices> | undefined;
}

/** The hash of a page that need not be recognised when it is the same; null for one that must be. */
function knownHash(item: RememberedPage | undefined, reading: string, redo = false): string | null {
  const isDone = item?.status === 'imported' && item.reading === reading && !(redo && item.importerVersion < IMPORTER_VERSION);
  return isDone ? item.pageHash : null;
}

/** What is known of a batch before it is read. */
interface Reading extends Pick<ReadOptions, 'redo' | 'settle' | 'top'> {
  readonly reader: Reader;
  readonly items: ReadonlyMap<string, RememberedPage>;
  readonly corrections: ReadonlyMap<string, Correction>;
}

function taskOf({ found: { name, path, file }, content, size }: MetPage, { reader, items, corrections, redo, settle }: Reading): PageTask {
  const correction = corrections.get(name);
  const reading = correctedReading(reader.reading, correction);
  const isLeftOut = correction?.leftOut === true;
  const asImported = settle?.has(name) === true ? null : knownHash(items.get(name), reading, redo);
  const known = isLeftOut ? correction.pageHash : asImported;
  const given = correction === undefined || isLeftOut ? {} : { given: correction };
  const where = content ? { content } : file === undefined ? {} : { file };
  return { name, path, size, knownHash: known, ...given, ...where };
}

const pathBelow = (name: string, { top }: Pick<Reading, 'top'>) => (top === null ? null : pageKey(top.below(name)));

const leftOut = ({ name, path }: Place, hash: string | null, { by }: Correction, reading: Reading): ReadPage => ({
  ...{ page: name, path, pathBelow: pathBelow(name, reading), pageHash: hash, reading: reading.reader.reading, problems: [] },
  ...{ recognised: null, leftOutBy: by },
});

function pageOf(read: ReadByWorkers, batch: Reading): ReadPage {
  const { reader, items, corrections, settle } = batch;
  const { name, path, pageHash: hash, recognition } = read;
  const correction = corrections.get(name);
  if (recognition === null && correction?.leftOut === true) return leftOut(read, hash, correction, batch);
  const choices = settle?.get(name);
  return {
    page: name,
    path,
    pathBelow: pathBelow(name, batch),
    pageHash: hash,
    reading: correctedReading(reader.reading, correction),
    problems: recognition?.problems ?? items.get(name)?.problems ?? [],
    recognised: recognition,
    ...(recognition?.bytes ? { bytes: recognition.bytes } : {}),
    ...(choices ? { choices } : {}),
  };
}

const isMeant = (correction: Correction | undefined, hash: string | null) => correction?.pageHash === hash && hash !== null;

/**
 * Reads pages again for which there is a correction under another name. Only files: pages from archives have their bytes at hand, and were
 * looked up by them before.
 */
async function readCorrected(
  batch: readonly MetPage[],
  read: readonly ReadByWorkers[],
  reading: Reading,
  run: OpenRun,
): Promise<ReadPage[]> {
  const unsure = read.flatMap((page, at) => {
    const { found, content } = batch[at] as MetPage;
    const isSure = content !== null || page.recognition === null || isMeant(reading.corrections.get(found.name), page.pageHash);
    return isSure ? [] : [{ page: found.name, hash: () => page.pageHash }];
  });
  const found = unsure.length === 0 ? new Map<string, Correction>() : await run.lookUpCorrections(unsure);
  const meant = new Map([...found].filter(([name, correction]) => correction.pageHash !== reading.corrections.get(name)?.pageHash));
  if (meant.size === 0) return read.map((page) => pageOf(page, reading));
  const corrected = { ...reading, corrections: new Map([...reading.corrections, ...meant]) };
  const again = batch.filter(({ found: { name } }) => meant.has(name));
  const readAgain = new Map((await reading.reader.read(again.map((met) => taskOf(met, corrected)))).map((page) => [page.name, page]));
  return read.map((page) => pageOf(readAgain.get(page.name) ?? page, corrected));
}

/** Reads a batch, but for the pages that a person wants to be left out though they could not be read. */
async function readBatch(batch: readonly MetPage[], reading: Reading, run: OpenRun): Promise<ReadPage[]> {
  const { reader, corrections } = reading;
  const unread = ({ found }: MetPage) => {
    const correction = corrections.get(found.name);
    return correction?.leftOut === true && correction.pageHash === null ? correction : undefined;
  };
  const readable = batch.filter((met) => unread(met) === undefined);
  const tasks = readable.map((met) => taskOf(met, reading));
  const pages = await readCorrected(readable, await reader.read(tasks), reading, run);
  if (pages.length === batch.length) return pages;
  let next = 0;
  return batch.flatMap((met): readonly ReadPage[] => {
    const correction = unread(met);
    if (correction !== undefined) return [leftOut(met.found, null, correction, reading)];
    next += 1;
    return pages.slice(next - 1, next);
  });
}

/** The bytes of a page out of an archive are here; those of a file are read elsewhere. */
const toCorrect = ({ found, content }: MetPage): CorrectedPage => ({
  page: found.name,
  hash: () => (content instanceof Uint8Array ? pageHash(content) : null),
});

/** Begins to read one batch after the other. */
async function* beginReading(
  source: Source,
  reader: Reader,
  run: OpenRun,
  { skip, seen, redo, settle, top }: ReadOptions,
): AsyncGenerator<Begun<readonly ReadPage[]>> {
  let toSkip = skip;
  for await (const { pages: batch, weight } of pageBatches(source, BATCH, skip)) {
    const skipped = batch.slice(0, toSkip);
    toSkip -= skipped.length;
    const paths = namesOf(skipped).flatMap((name) => pathBelow(name, { top }) ?? []);
    if (skipped.length > 0) await recallStories(namesOf(skipped), paths, run, seen);
    const pages = batch.slice(skipped.length);
    if (pages.length === 0) continue;

    const [items, corrections] = [await run.lookUpPages(namesOf(pages)), await run.lookUpCorrections(pages.map(toCorrect))];
    yield { result: readBatch(pages, { reader, items, corrections, redo, settle, top }, run), weight };
  }
}

/**
 * Reads the pages of a source in their order, and recognises those that are not as the ledger knows them. Some batches are
 * read ahead while others are written.
 */
export const readPages = (source: Source, reader: Reader, run: OpenRun, options: ReadOptions): AsyncGenerator<readonly ReadPage[]> =>
  aheadInOrder(beginReading(source, reader, run, options), reader.ahead);
