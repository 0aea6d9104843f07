import { decide, type PlanEntry, type Seen } from './plan/decide';
import { storyKey } from './plan/fingerprint';
import type { SiteProfile } from './profile';
import { readStories } from './recognise/read-stories';
import { createCrew } from './recognise/crew/create-crew';
import { learnFrom } from './recognise/learn';
import type { Recognition } from './recognise/recogniser';
import { report } from './recognise/report-problem';
import { createReporter, type Reporter, type RunReport } from './report/run-report';
import { importSiteData } from './site/import-site-data';
import { createSiteObserver } from './site/observe-site';
import { openSource, type Source } from './source/open-source';
import { survey } from './source/survey';
import type { Status, Store, WritableEntry } from './store';
import { isWhole } from './story';

/** What an import is asked to do. */
export interface ImportRequest {
  readonly paths: readonly string[];
  readonly profile: SiteProfile;
  readonly status: Status;
  readonly dryRun: boolean;
  /** Ends the run after the page that is being written. */
  readonly signal?: AbortSignal;
  /** What `-` among the paths stands for; without it, `-` is refused. */
  readonly standardInput?: AsyncIterable<Uint8Array>;
  /** Told after every page how many of how many are done; while pages are counted, how many were found of a number unknown. */
  readonly onProgress?: (done: number, total: number | null) => void;
}

/** So many pages are looked up together. */
const CHUNK_SIZE = 100;

async function* inChunks<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

async function planChunk(chunk: readonly Recognition[], store: Store, seen: Seen): Promise<PlanEntry[]> {
  const keys = chunk.flatMap(({ story }) => (isWhole(story) ? [storyKey(story)] : []));
  const known = await store.lookUp(
    chunk.map(({ page }) => page.name),
    keys,
  );
  return chunk.map((recognition) => decide(recognition, known, seen));
}

const isWritable = (entry: PlanEntry): entry is WritableEntry => ['create', 'update', 'duplicate'].includes(entry.action);

/** The article that a page belongs to already. */
function documentIdOf(entry: PlanEntry): string | null {
  if (entry.action === 'unchanged' || entry.action === 'keep') return entry.targetId;
  return entry.action === 'update' ? entry.target.documentId : null;
}

/** The databases put the whole statement before the reason why it failed. */
const reasonOf = (cause: unknown) => (cause instanceof Error ? (cause.message.split(' - ').at(-1) ?? '') : String(cause));

/** Carries out what was planned for a page. What can't be written becomes a problem of that page and stops no other. */
async function carryOut(entry: PlanEntry, store: Store, run: string | null, status: Status, reporter: Reporter): Promise<void> {
  if (!isWritable(entry) || run === null) {
    reporter.page(entry, documentIdOf(entry));
    return;
  }
  try {
    reporter.page(entry, await store.write(entry, run, status));
  } catch (cause) {
    const found = reasonOf(cause);
    const problem = { ...report.error('write-failed', undefined, found, 'an article that Strapi accepts'), page: entry.path };
    const { page, path, problems } = entry;
    reporter.page({ page, path, action: 'quarantine', reason: 'writing failed', problems: [...problems, problem] }, null);
  }
}

async function importFrom(source: Source, request: ImportRequest, store: Store): Promise<RunReport> {
  const { paths, profile, status, dryRun, onProgress, signal } = request;
  const { total, sample, siteData } = await survey(source, (found) => onProgress?.(found, null));
  const crew = createCrew({ profile, learnt: learnFrom(sample, profile), threads: 0 });

  const reporter = createReporter(paths, dryRun);
  const run = dryRun ? null : await store.beginRun(paths, { status, timeZone: profile.timeZone, locale: profile.locale ?? null });
  try {
    const site = createSiteObserver(profile);
    const seen: Seen = new Map();
    for (const data of siteData) await importSiteData(data, profile, { store, run, reporter });
    for await (const chunk of inChunks(readStories(source, crew), CHUNK_SIZE)) {
      chunk.forEach(({ story }) => site.observe(story));
      if (signal?.aborted) break;
      for (const entry of await planChunk(chunk, store, seen)) {
        if (signal?.aborted) break;
        await carryOut(entry, store, run, status, reporter);
        onProgress?.(reporter.counts().pages, total);
      }
    }
    if (!signal?.aborted) await site.importInto({ store, run, reporter });
    if (run !== null) await store.endRun(run, signal?.aborted ? 'interrupted' : 'finished', reporter.counts());
  } catch (error) {
    if (run !== null) await store.endRun(run, 'failed', reporter.counts());
    throw error;
  }
  return reporter.finish(run, signal?.aborted === true);
}

/**
 * Imports pages: source → recognise → plan → write → report. A dry run is the same run without `write`.
 *
 * @throws SourceError when a path that was given can't be read; whatever the store throws when it can't be reached.
 */
export async function runImport(request: ImportRequest, store: Store): Promise<RunReport> {
  const { paths, standardInput } = request;
  const source = await openSource(paths, standardInput ? { standardInput } : {});
  try {
    return await importFrom(source, request, store);
  } finally {
    await source.close();
  }
}
