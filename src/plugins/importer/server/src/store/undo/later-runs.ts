import { articleKey } from '../../import/plan/ledger';
import { rowsOf } from '../../database/rows';
import { ENTRY, RUN } from '../uids';
import type { UndoContext } from './undo-context';

interface Row {
  readonly targetId: string;
  readonly targetLocale: string | null;
  readonly run: number;
}

/** The last run, among those that came later and stand, that has updated each of some documents, by `articleKey`. */
export async function findLaterRuns(documentIds: readonly string[], { strapi, run }: UndoContext): Promise<Map<string, number>> {
  if (documentIds.length === 0) return new Map();
  const where = { targetId: { $in: documentIds }, run: { $gt: run }, action: 'update' };
  const updates = await rowsOf<Row>(strapi, ENTRY).findMany({ select: ['targetId', 'targetLocale', 'run'], where, orderBy: { id: 'asc' } });
  if (updates.length === 0) return new Map();
  const runs = [...new Set(updates.map((update) => update.run))];
  const standing = await rowsOf<{ id: number }>(strapi, RUN).findMany({
    where: { id: { $in: runs }, kind: 'import', state: { $ne: 'undone' } },
  });
  const stands = new Set(standing.map(({ id }) => id));
  const standingUpdates = updates.filter((update) => stands.has(update.run));
  return new Map(standingUpdates.map(({ targetId, targetLocale, run: later }) => [articleKey(targetId, targetLocale ?? ''), later]));
}
