import { NOTHING_UNDONE, type UndoCounts, type UndoReport, withUndone } from '../../import/undo/undo-report';
import type { Ending } from '../../import/ending';
import { orFailed } from '../or-failed';
import { NO_STOP_REQUEST } from '../runs';
import { watchStopRequests } from '../stop-requests';
import { goThrough, UNDONE_ACTIONS, undoEntries, undoingEntry } from './go-through';
import type { Undone } from './undo-context';
import type { Undoing } from './record-undo';

/** Tells what an undo would do, and lets `keep` take note of it. */
async function rehearse(undoing: Undoing, stopRequest: () => Promise<Ending | null>, keep: Keep) {
  const { parts, request, removedOf, target } = undoing;
  const context = { ...parts, run: target.id, now: new Date(), isRehearsal: true, removedOf, afterwards: () => undefined };
  return goThrough({ parts, request, from: { entry: null, counts: NOTHING_UNDONE }, stopRequest }, async (found, before) => {
    const done = await undoEntries(found, context);
    await keep(
      done,
      withUndone(
        before,
        done.map(({ reported }) => reported),
      ),
    );
    return done;
  });
}

interface Rehearsed {
  /** The number that it is kept under; null for one that is not kept. */
  readonly id: number | null;
  readonly counts: UndoCounts;
  readonly ending: Ending | null;
}

type Keep = (done: readonly Undone[], counts: UndoCounts) => Promise<void>;

/** Keeps a rehearsal as a run of its own, with what it tells of each entry. */
async function keepRehearsal(undoing: Undoing): Promise<Rehearsed> {
  const { parts, runs, request, target } = undoing;
  const { source, options, place } = target;
  const total = await parts.entries.count(target.id, UNDONE_ACTIONS);
  const asked = { by: request.by, source, options, place, total, requestKey: null, undoes: target.id };
  const { id } = await runs.begin({ kind: 'undo-preview', ...asked });
  const opened = Date.now();
  const ended = (state: string) => ({ state, finishedAt: new Date(), durationMs: Date.now() - opened, ...NO_STOP_REQUEST });
  return orFailed(parts.strapi, runs, id, async () => {
    request.onRun?.(id);
    const through = await rehearse(
      undoing,
      watchStopRequests(runs, () => id),
      async (done, counts) => {
        await parts.entries.add(id, done.flatMap(undoingEntry));
        await runs.set(id, { counts, durationMs: Date.now() - opened });
      },
    );
    await runs.set(id, { ...ended(through.ending ?? 'finished'), counts: through.counts });
    return { id, ...through };
  });
}

/** Only tells what would go and what would stay. */
export async function rehearseUndo(undoing: Undoing): Promise<UndoReport> {
  const opened = Date.now();
  const { request, target } = undoing;
  const nobody = () => Promise.resolve(null);
  const unkept = async () => ({ id: null, ...(await rehearse(undoing, nobody, () => Promise.resolve())) });
  const { id, counts, ending }: Rehearsed = await (request.kept ? keepRehearsal(undoing) : unkept());
  return { undoes: target.id, run: id, dryRun: true, interrupted: ending !== null, counts, durationMs: Date.now() - opened };
}
