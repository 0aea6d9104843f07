import type { Conflict, PlanEntry } from '../../import/plan/plan-entry';
import type { Known, LedgerItem } from '../../import/plan/ledger';
import type { Asked } from '../ledger';
import type { ChunkWriting } from './chunk-writing';

const conflictsOf = (entry: PlanEntry): readonly Conflict[] => ('conflicts' in entry ? entry.conflicts : []);

export const titleOf = (entry: PlanEntry) => ('story' in entry ? entry.story.title : 'title' in entry ? entry.title : null);

/** What an entry tells of the conflicts of its page's item, where that is news. */
function askedBy(entry: PlanEntry, item: LedgerItem | undefined, run: number): Asked[] {
  if (item === undefined) return [];
  const conflicts = 'item' in entry && entry.item.page === item.page ? conflictsOf(entry) : [];
  if (conflicts.length > 0) return [{ id: item.id, path: entry.path, title: titleOf(entry), conflicts, conflictsIn: run }];
  return item.conflicts ? [{ id: item.id, conflicts: null, conflictsIn: null }] : [];
}

/** Notes in the ledger which conflicts of some pages wait for a person, and which do no more. */
export async function askConflicts(entries: readonly PlanEntry[], { byPage }: Known, { ledger, run }: ChunkWriting): Promise<void> {
  const asked = entries.flatMap((entry) => askedBy(entry, byPage.get(entry.page), run));
  // Rows that name the same fields are written together.
  await ledger.ask(asked.filter(({ conflicts }) => conflicts !== null));
  await ledger.ask(asked.filter(({ conflicts }) => conflicts === null));
}
