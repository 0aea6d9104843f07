import { rowsOf } from '../../database/rows';
import type { KeptEntry } from '../entries';
import { RUN } from '../uids';
import type { UndoContext } from './undo-context';

/**
 * Lets the ledger know again, of pages that a run took out of quarantine, why they were in it; and takes back what people said of
 * them with that run, or the next import would do the same again. What a run reported that was undone since stays forgotten.
 */
export async function backIntoQuarantine(entries: readonly KeptEntry[], { strapi, ledger, corrections, run }: UndoContext): Promise<void> {
  if (entries.length === 0) return;
  await corrections.takeBack(
    run,
    entries.map(({ page }) => page),
  );
  const items = entries.flatMap(({ before }) => before?.quarantined ?? []);
  if (items.length === 0) return;
  const runs = [...new Set(items.map((item) => item.run))];
  const undoneRuns = await rowsOf<{ id: number }>(strapi, RUN).findMany({ select: ['id'], where: { id: { $in: runs }, state: 'undone' } });
  const isUndone = new Set(undoneRuns.map(({ id }) => id));
  await ledger.restore(items.filter((item) => !isUndone.has(item.run)));
}
