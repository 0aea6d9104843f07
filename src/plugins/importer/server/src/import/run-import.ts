import { createChunkSizer } from './write/chunk-sizer';
import { ALONE } from './write/throttle';
import { longestOf, readChunks } from './write/read-chunks';
import { endingBy } from './ending';
import { failureOf } from './failure';
import { findNearDuplicates } from './near-duplicates/find-near-duplicates';
import type { ImportRequest } from './import-request';
import { createSeenStories } from './plan/seen-stories';
import type { Problem } from './problem';
import { readPages } from './read-pages';
import { createClearing } from './workers/clear-away';
import { createWarmPool, type WarmPool } from './workers/warm-pool';
import { learntOf } from './survey/known-site';
import { learnReader, type Reader } from './survey/learn-reader';
import { createQuarantine } from './report/quarantine';
import { isWorthTelling, reportedPage, type RunReport } from './report/run-report';
import { NO_NEAR_DUPLICATES } from './report/near-duplicates';
import { NOTHING_YET, withProblems } from './report/tally';
import { placeOfPages } from './place-of-pages';
import { requestKey } from './request-key';
import { importSiteData } from './site/import-site-data';
import { importObserved, NOTHING_OBSERVED } from './site/observe-site';
import { openPages } from './source/open-pages';
import { openSource } from './source/open-source';
import type { Source } from './source/source';
import { type Survey, survey } from './survey/survey';
import { LeaseLostError, type OpenRun, type Progress, type Store } from './store';
import { writePages } from './write/write-pages';

const BEGINNING: Progress = { position: 0, lastPage: null, tally: NOTHING_YET, observed: NOTHING_OBSERVED };

/** Where to begin: at the beginning, or where a run was interrupted, if the source still holds what it did. */
async function beginningOf(run: OpenRun, pageAt: string | null): Promise<Progress> {
  if (run.resumed === null || run.resumed.position === 0) return BEGINNING;
  if (pageAt === run.resumed.lastPage) return run.resumed;
  await run.restart();
  return BEGINNING;
}

type Looked = Omit<Survey, 'top'> & { readonly top: Survey['top'] | null };

/** A first look over the source; of some pages of a run, whose site is known, none is taken. */
async function surveyFor(source: Source, { only, onProgress, signal }: ImportRequest, run: OpenRun, warmPool: WarmPool): Promise<Looked> {
  if (only !== undefined) return { total: only.pages.length, sample: [], siteData: [], pageAt: null, top: null };
  const onCount = (found: number) => {
    warmPool.met(found);
    onProgress?.(found, null);
  };
  return survey(source, { onCount, at: run.resumed?.position ?? 0, signal });
}

async function importFrom(source: Source, request: ImportRequest, run: OpenRun, warmPool: WarmPool): Promise<RunReport> {
  const { profile, dryRun, signal, only, onProgress, onPage, pace = ALONE } = request;
  const label = request.label ?? only?.source ?? request.paths;
  const tellRun = () => (run.id === null ? undefined : request.onRun?.(run.id));
  const startedAt = new Date().toISOString();
  // Until it is known where to begin, a run that fails is as far as it was.
  let progress = run.resumed ?? BEGINNING;
  let reader: Reader | undefined;
  try {
    tellRun();
    const { total, sample, siteData, pageAt, top } = await surveyFor(source, request, run, warmPool);
    const keepFaulty = request.quarantine !== undefined;
    const learnt = only && learntOf(only.known);
    const { threads } = request;
    reader = await learnReader(sample, profile, { total, threads, keepFaulty, learnt, warmPool, pause: () => pace.turn() });
    const quarantine = createQuarantine(request.quarantine);

    // What was looked over only in part tells nothing of the page at which the run goes on.
    const begun = signal?.aborted ? (run.resumed ?? BEGINNING) : await beginningOf(run, pageAt);
    tellRun();
    progress = begun;
    if (onPage && begun.position > 0) for await (const page of run.pages()) onPage(page);
    const onProblem = (problem: Problem) => {
      progress = { ...progress, tally: withProblems(progress.tally, [problem]) };
      request.onProblem?.(problem);
    };
    let ending = endingBy(signal);
    await request.onBegin?.(run.id);
    await run.keepKnown(reader.known);
    if (ending === null) await run.counted(total);
    if (begun.position === 0 && ending === null)
      for (const data of siteData) await importSiteData(data, profile, { writer: run, onProblem });

    const seen = createSeenStories();
    const sizer = createChunkSizer();
    const clearAfter = createClearing();
    const options = { skip: begun.position, seen, redo: request.redo === true, settle: request.settle, top };
    const batches = readPages(source, reader, run, options);
    for await (const chunk of readChunks(batches, sizer, pace)) {
      await pace.turn();
      ending = endingBy(signal) ?? (await run.wish());
      if (ending !== null) break;
      // Whoever reads in the run that a page is in quarantine finds it there.
      await quarantine.keep(chunk);
      const started = performance.now();
      const { progress: next, outcomes } = await writePages(chunk, run, progress, seen);
      sizer.took(chunk.length, performance.now() - started);
      clearAfter(longestOf(chunk));
      progress = next;
      if (onPage) for (const outcome of outcomes) if (isWorthTelling(outcome)) onPage(reportedPage(outcome));
      onProgress?.(progress.position, total);
    }
    // Everything is read, and what follows needs memory of its own.
    await reader.close();
    ending ??= endingBy(signal);
    // A few pages tell little about the site as a whole.
    const isWhole = ending === null && only === undefined;
    if (isWhole) await importObserved(progress.observed, profile, { writer: run, onProblem });

    const isThrough = ending === null;
    const nearDuplicates = isWhole ? await findNearDuplicates(run, progress.tally.counts, () => pace.turn()) : NO_NEAR_DUPLICATES;
    const site = await run.siteChanges();
    const { durationMs } = await run.end(ending ?? 'finished', progress, nearDuplicates);
    const interrupted = !isThrough;
    return {
      ...{ run: run.id, dryRun, interrupted, resumed: begun.position > 0, source: label, startedAt, durationMs, site },
      ...progress.tally,
      nearDuplicates,
    };
  } catch (error) {
    // Where even that fails, the run stays as it was after its last chunk, and the first error tells more.
    // Whoever has taken over says what has become of the run.
    if (!(error instanceof LeaseLostError)) await run.end('failed', progress, NO_NEAR_DUPLICATES, failureOf(error)).catch(() => undefined);
    // Nor does a thread that can't be ended.
    await reader?.close().catch(() => undefined);
    throw error;
  }
}

/**
 * Imports pages: source → recognise → plan → write → report. A dry run is the same run without writing.
 *
 * @throws SourceError when a path that was given can't be read; BusyError when another import is running; whatever the
 * store throws when it can't be reached.
 */
export async function runImport(request: ImportRequest, store: Store): Promise<RunReport> {
  const { paths, base, only, standardInput, dryRun, profile, status, by = 'unknown', redo = false } = request;
  const place = placeOfPages(paths, base);
  const source = only
    ? openPages(only.pages, place)
    : await openSource(paths, { ...(standardInput ? { standardInput } : {}), ...(base === undefined ? {} : { base }) });
  const options = { status, timeZone: profile.timeZone, locale: profile.locale ?? null, dateOrder: profile.dateOrder ?? null, redo };
  const { label = only?.source ?? paths, served = false, order = null, goOn = null, kept = false } = request;
  const description = { source: label, options, status, by, key: requestKey(request), place, served, order, goOn };
  const warmPool = createWarmPool(request.threads);
  try {
    const work = (run: OpenRun) => importFrom(source, request, run, warmPool);
    if (!dryRun) return await store.record(description, work);
    return kept ? await store.preview(description, work) : await store.rehearse(description, work);
  } finally {
    await warmPool.dismiss();
    await source.close();
  }
}
