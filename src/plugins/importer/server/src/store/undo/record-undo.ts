import { NOTHING_UNDONE, type UndoCounts, type UndoReport, withUndone } from '../../import/undo/undo-report';
import type { KeptEntry } from '../entries';
import type { Lease } from '../lease/lease';
import { orFailed } from '../or-failed';
import { type KeptRun, NO_STOP_REQUEST, type Runs } from '../runs';
import { watchStopRequests } from '../stop-requests';
import { writeTransaction } from '../write-transaction';
import { goThrough, UNDONE_ACTIONS, undoEntries, undoingEntry } from './go-through';
import type { ChunkParts } from '../chunk/chunk-writing';
import type { UndoRequest } from './undo-request';

/** An undo while it goes on. */
export interface Undoing {
  readonly parts: ChunkParts;
  readonly runs: Runs;
  readonly request: UndoRequest;
  readonly removedOf: Map<string, number>;
  /** The run that is undone. */
  readonly target: KeptRun;
}

/** The undoing that was asked for before and has not come to its end, or a new one. */
async function openUndo({ parts, runs, request, target }: Undoing): Promise<KeptRun> {
  const key = `undo/${target.id}`;
  const { by, served = false } = request;
  const { source, options, place } = target;
  const open = await runs.findOpen('undo', key);
  if (open) await runs.goOn(open.id, served);
  if (open) return open;
  const total = await parts.entries.count(target.id, UNDONE_ACTIONS);
  return runs.begin({ kind: 'undo', by, source, options, place, total, served, requestKey: key, undoes: target.id });
}

/** Undoes a run, and keeps what it undoes with how far it has come. */
export async function recordUndo(undoing: Undoing, lease: Lease): Promise<UndoReport> {
  const { parts, runs, request, removedOf, target } = undoing;
  const opened = Date.now();
  const kept = await openUndo(undoing);
  const durationNow = () => kept.durationMs + Date.now() - opened;

  const undoSome = async (found: readonly KeptEntry[], before: UndoCounts) => {
    let tasks: (() => Promise<void>)[] = [];
    const done = await writeTransaction(parts.strapi, lease, async () => {
      tasks = [];
      const afterwards = (task: () => Promise<void>) => tasks.push(task);
      const context = { ...parts, run: target.id, now: new Date(), isRehearsal: false, removedOf, afterwards };
      const undoneNow = await undoEntries(found, context);
      await parts.entries.add(kept.id, undoneNow.flatMap(undoingEntry));
      const counts = withUndone(
        before,
        undoneNow.map(({ reported }) => reported),
      );
      await runs.set(kept.id, { counts, position: found.at(-1)?.id ?? 0, durationMs: durationNow(), revivals: 0 });
      return undoneNow;
    });
    for (const task of tasks) await task();
    return done;
  };

  return orFailed(parts.strapi, runs, kept.id, async () => {
    await lease.announce(kept.id);
    request.onRun?.(kept.id);
    const begun = kept.position === 0 ? NOTHING_UNDONE : (kept.counts as UndoCounts);
    const from = { entry: kept.position || null, counts: begun };
    const stopRequest = watchStopRequests(runs, () => kept.id);
    const { counts, ending } = await goThrough({ parts, request, from, stopRequest }, undoSome);
    const durationMs = durationNow();
    await writeTransaction(parts.strapi, lease, async () => {
      await runs.set(kept.id, { state: ending ?? 'finished', finishedAt: new Date(), counts, durationMs, ...NO_STOP_REQUEST });
      if (ending !== null) return;
      await runs.set(target.id, { state: 'undone' });
      await parts.rules.takeBack(target.id);
      await parts.ledger.forgetConflicts(target.id);
    });
    return { undoes: target.id, run: kept.id, dryRun: false, interrupted: ending !== null, counts, durationMs };
  });
}
