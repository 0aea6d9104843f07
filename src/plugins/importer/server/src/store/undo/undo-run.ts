import { createChunkSizer } from '../../pipeline/chunk/chunk-sizer';
import { ALONE, type Pace } from '../../pipeline/chunk/pace';
import type { KeptEntry, RunEntry } from '../entries';
import { NOTHING_UNDONE, type UndoCounts, type UndoneEntry, type UndoReport, withUndone } from '../../pipeline/undo/undo-report';
import type { ChunkParts } from '../chunk/chunk-writing';
import { type Lease, takeLease } from '../lease/lease';
import type { KeptRun, Runs } from '../runs';
import { writeTransaction } from '../write-transaction';
import { undoArticles } from './undo-articles';
import type { Undo, UndoContext } from './undo-context';
import { undoDuplicates, undoQuarantine } from './undo-pages';
import { undoPartners } from './undo-partners';
import { undoRubrics } from './undo-rubrics';
import { undoSite } from './undo-site';

/** What an undo is asked to do. */
export interface UndoRequest {
  readonly run: number;
  /** Only tell what would go and what would stay. */
  readonly dryRun: boolean;
  readonly by: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
  /** Told of everything that the run had done, the last first, with what has become of it. */
  readonly onEntry?: (entry: UndoneEntry) => void;
  /** How the undo shares database and process with others. */
  readonly pace?: Pace;
}

/** There is no such run, or it can't be undone. The message says which. */
export class UndoError extends Error {}

const UNDO: Readonly<Partial<Record<KeptEntry['action'], Undo>>> = {
  create: undoArticles,
  update: undoArticles,
  duplicate: undoDuplicates,
  quarantine: undoQuarantine,
  // Rubrics, partners and texts come after the pages: a rubric goes when no article is left in it.
  category: undoRubrics,
  partner: undoPartners,
  site: undoSite,
};

/** The last entries before one, cut where a document comes again: it is undone step by step. */
async function nextEntries({ entries }: ChunkParts, run: number, before: number | null, count: number): Promise<KeptEntry[]> {
  const found = await entries.lastOfRun(run, before, count);
  const seen = new Set<string>();
  const repeated = found.findIndex(({ targetId, action }) => {
    if (targetId === null || !(action === 'create' || action === 'update')) return false;
    return seen.has(targetId) || !seen.add(targetId);
  });
  return repeated === -1 ? found : found.slice(0, repeated);
}

async function undoEntries(found: readonly KeptEntry[], context: UndoContext): Promise<UndoneEntry[]> {
  const done: UndoneEntry[] = [];
  for (const undo of new Set(Object.values(UNDO))) {
    const own = found.filter(({ action }) => UNDO[action] === undo);
    if (own.length > 0) done.push(...(await undo(own, context)));
  }
  return done;
}

const toEntry = ({ page, title, documentId, action, reason }: UndoneEntry): RunEntry[] =>
  action === 'nothing'
    ? []
    : [{ page, path: page, action, reason, title, targetId: documentId, targetLocale: null, conflicts: [], problems: [], before: null }];

interface Undoing {
  readonly parts: ChunkParts;
  readonly request: UndoRequest;
  readonly removedOf: Map<string, number>;
}

/** Goes through the entries of a run from the last to the first. `work` undoes some of them. */
async function goThrough(
  { parts, request }: Undoing,
  from: { readonly entry: number | null; readonly counts: UndoCounts },
  work: (found: readonly KeptEntry[], counts: UndoCounts) => Promise<UndoneEntry[]>,
): Promise<UndoCounts> {
  const { pace = ALONE, signal } = request;
  const sizer = createChunkSizer();
  let { counts } = from;
  let before = from.entry;
  for (;;) {
    await pace.turn();
    if (signal?.aborted) return counts;
    const started = performance.now();
    const found = await nextEntries(parts, request.run, before, sizer.size(pace.targetMs()));
    if (found.length === 0) return counts;
    const done = await work(found, counts);
    sizer.took(found.length, performance.now() - started);
    counts = withUndone(counts, done);
    before = found.at(-1)?.id ?? before;
    done.forEach((entry) => request.onEntry?.(entry));
    request.onProgress?.(Object.values(counts).reduce((sum, count) => sum + count, 0));
  }
}

async function findRun(runs: Runs, id: number): Promise<KeptRun> {
  const run = await runs.find(id);
  if (run === null) throw new UndoError(`There is no run ${id}. --runs lists all`);
  if (run.kind !== 'import') throw new UndoError(`Run ${id} undoes run ${String(run.undoes)}: only imports can be undone`);
  if (run.state === 'undone') throw new UndoError(`Run ${id} has been undone already`);
  return run;
}

async function recordUndo(undoing: Undoing, runs: Runs, lease: Lease): Promise<UndoReport> {
  const { parts, request, removedOf } = undoing;
  const opened = Date.now();
  await runs.closeDead();
  const target = await findRun(runs, request.run);
  const key = `undo/${target.id}`;
  const open = await runs.findOpen('undo', key);
  const { source, options } = target;
  const kept = open ?? (await runs.begin({ kind: 'undo', by: request.by, source, options, requestKey: key, undoes: target.id }));
  if (open) await runs.set(open.id, { state: 'running', finishedAt: null });
  await lease.announce(kept.id);

  const begun = open === null || open.position === 0 ? NOTHING_UNDONE : (open.counts as UndoCounts);
  const durationNow = () => kept.durationMs + Date.now() - opened;
  const counts = await goThrough(undoing, { entry: kept.position || null, counts: begun }, async (found, before) => {
    const tasks: (() => Promise<void>)[] = [];
    const done = await writeTransaction(parts.strapi, lease, async () => {
      const context = {
        ...parts,
        run: target.id,
        now: new Date(),
        isRehearsal: false,
        removedOf,
        afterwards: (task: () => Promise<void>) => tasks.push(task),
      };
      const undoneNow = await undoEntries(found, context);
      await parts.entries.add(kept.id, undoneNow.flatMap(toEntry));
      const progress = { counts: withUndone(before, undoneNow), position: found.at(-1)?.id ?? 0, durationMs: durationNow() };
      await runs.set(kept.id, progress);
      return undoneNow;
    });
    for (const task of tasks) await task();
    return done;
  });
  const interrupted = request.signal?.aborted === true;
  const durationMs = durationNow();
  await writeTransaction(parts.strapi, lease, async () => {
    await runs.set(kept.id, { state: interrupted ? 'interrupted' : 'finished', finishedAt: new Date(), counts, durationMs });
    if (interrupted) return;
    await runs.set(target.id, { state: 'undone' });
    await parts.rules.takeBack(target.id);
    await parts.ledger.forgetConflicts(target.id);
  });
  return { undoes: target.id, run: kept.id, dryRun: false, interrupted, counts, durationMs };
}

async function rehearseUndo(undoing: Undoing, runs: Runs): Promise<UndoReport> {
  const { parts, request, removedOf } = undoing;
  const opened = Date.now();
  const { id } = await findRun(runs, request.run);
  const context = { ...parts, run: id, now: new Date(), isRehearsal: true, removedOf, afterwards: () => undefined };
  const counts = await goThrough(undoing, { entry: null, counts: NOTHING_UNDONE }, (found) => undoEntries(found, context));
  return { undoes: id, run: null, dryRun: true, interrupted: request.signal?.aborted === true, counts, durationMs: Date.now() - opened };
}

/**
 * Takes back what a run did: what it created goes, what it changed becomes what it was. What somebody has touched since
 * stays, and is told. It is done in chunks, each whole or not at all, and goes on where it was interrupted.
 *
 * @throws UndoError when there is no such run, or it can't be undone; BusyError when an import is running.
 */
export async function undoRun(parts: ChunkParts, runs: Runs, request: UndoRequest): Promise<UndoReport> {
  const undoing = { parts, request, removedOf: new Map<string, number>() };
  if (request.dryRun) return rehearseUndo(undoing, runs);
  const lease = await takeLease(parts.strapi);
  try {
    return await recordUndo(undoing, runs, lease);
  } finally {
    await lease.release();
  }
}
