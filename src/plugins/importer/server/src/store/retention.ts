import type { Core } from '@strapi/strapi';
import { rowsOf } from '../database/rows';
import { createRowWriter } from '../bulk/row-writer';
import { configurationOf } from '../configuration';
import { UndoError } from '../import/store';
import { message } from '../messages/message';
import { type KeptRun, RECORDED } from './runs';
import { ENTRY, RUN } from './uids';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** States of an import that can be undone. A paused one goes on, or is cancelled first. */
const UNDOABLE: readonly KeptRun['state'][] = ['finished', 'failed', 'cancelled', 'interrupted'];

/** So many entries go together: others come in between. */
const AT_ONCE = 200;

/** So many runs are looked at together. */
const RUNS_AT_ONCE = 100;

/** How long-running removal gives way to others, and hears that it is to end. */
export interface Removing {
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
}

type Timed = Pick<KeptRun, 'startedAt' | 'finishedAt' | 'usedAt'>;

const lastUse = ({ startedAt, finishedAt, usedAt }: Timed): number =>
  Math.max(...[startedAt, finishedAt ?? 0, usedAt ?? 0].map((at) => new Date(at).getTime()));

/** The moment up to which what a run did is kept; null for ever. */
function keptUntil(strapi: Core.Strapi, run: Timed): Date | null {
  const { runs: days } = configurationOf(strapi).retention;
  return days === null ? null : new Date(lastUse(run) + days * DAY_MS);
}

const isOver = (until: Date | null) => until !== null && until.getTime() <= Date.now();

/** Whether a run that stands in some state can be undone, and until when; null where that has no end. */
export function undoing(strapi: Core.Strapi, run: Timed & Pick<KeptRun, 'kind' | 'keeping'>, state: KeptRun['state']) {
  const until = keptUntil(strapi, run);
  const canUndo = run.kind === 'import' && UNDOABLE.includes(state) && run.keeping === null && !isOver(until);
  return { canUndo, undoUntil: canUndo ? (until?.toISOString() ?? null) : null };
}

/** @throws UndoError where what stood before a run is not kept any more. */
export function checkInTime(strapi: Core.Strapi, run: Timed & Pick<KeptRun, 'id' | 'keeping'>): void {
  const until = keptUntil(strapi, run);
  if (run.keeping !== null || isOver(until))
    throw new UndoError(message('undo-too-late', { run: run.id, at: (until ?? new Date(run.startedAt)).toISOString() }));
}

/**
 * Keeps what a run did for as long again, as it is about to be undone.
 *
 * @throws UndoError where it is not kept any more: another node may have begun to remove it just now.
 */
export async function keepForUndo(strapi: Core.Strapi, run: KeptRun): Promise<void> {
  checkInTime(strapi, run);
  const { count } = await rowsOf(strapi, RUN).updateMany({ where: { id: run.id, keeping: null }, data: { usedAt: new Date() } });
  if (count === 0) checkInTime(strapi, { ...run, keeping: 'ending' });
}

/** Removes all entries of a run, some at a time. @returns whether it came to the end. */
export async function removeEntries(strapi: Core.Strapi, run: number, { pause, signal }: Removing): Promise<boolean> {
  const writer = createRowWriter(strapi, ENTRY);
  while (!signal.aborted) {
    const found = await rowsOf<{ readonly id: number }>(strapi, ENTRY).findMany({ select: ['id'], where: { run }, limit: AT_ONCE });
    await writer.deleteBy(
      'id',
      found.map(({ id }) => id),
    );
    if (found.length < AT_ONCE) return true;
    await pause();
  }
  return false;
}

/**
 * Removes what runs did, with what stood there before, when its time is over. What became of the pages stays in the ledger, and
 * the runs in the history.
 *
 * They go in the order in which they came: whether an article was changed since a run is told by the entries of later ones. Any
 * number of nodes may do so at once: a run is marked before anything of it goes, and is not undone from then on.
 */
export async function removeOldEntries(strapi: Core.Strapi, removing: Removing): Promise<void> {
  const { runs: days } = configurationOf(strapi).retention;
  if (days === null) return;
  const rows = rowsOf<KeptRun>(strapi, RUN);
  const before = new Date(Date.now() - days * DAY_MS);
  let last = 0;
  for (;;) {
    const where = { id: { $gt: last }, kind: { $in: RECORDED }, $or: [{ keeping: null }, { keeping: 'ending' }] };
    const select = ['id', 'startedAt', 'finishedAt', 'usedAt', 'keeping', 'state'];
    const found = await rows.findMany({ select, where, orderBy: { id: 'asc' }, limit: RUNS_AT_ONCE });
    for (const run of found) {
      if (run.keeping === null) {
        if (run.state === 'running' || lastUse(run) >= before.getTime()) return;
        const isUnused = { $or: [{ usedAt: null }, { usedAt: { $lt: before } }] };
        const marked = { id: run.id, keeping: null, state: { $ne: 'running' }, ...isUnused };
        if ((await rows.updateMany({ where: marked, data: { keeping: 'ending' } })).count === 0) return;
      }
      if (!(await removeEntries(strapi, run.id, removing))) return;
      await rows.updateMany({ where: { id: run.id }, data: { keeping: 'ended' } });
    }
    if (found.length < RUNS_AT_ONCE) return;
    last = found.at(-1)?.id ?? last;
  }
}
