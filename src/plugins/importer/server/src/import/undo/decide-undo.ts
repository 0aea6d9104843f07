import { type CurrentArticle, type LedgerItem } from '../plan/ledger';
import { differences } from '../plan/three-way';

/** What is to become of something that a run did. */
export type UndoAction = 'remove' | 'restore' | 'keep' | 'nothing';

export interface UndoDecision {
  readonly action: UndoAction;
  readonly reason: string;
  /** Of a page that was updated: the fields that get back what they held. */
  readonly restore: readonly string[];
  /** Fields that somebody has changed since. */
  readonly kept: readonly string[];
}

const decision = (action: UndoAction, reason: string, more: Partial<UndoDecision> = {}): UndoDecision => ({
  ...{ action, reason, restore: [], kept: [] },
  ...more,
});

export const nothingToUndo = (reason: string): UndoDecision => decision('nothing', reason);
export const keepIt = (reason: string): UndoDecision => decision('keep', reason);
export const removeIt = (reason: string): UndoDecision => decision('remove', reason);

/**
 * What is to become of an article that the run has created.
 *
 * @param added languages that the article has been given since, and by no import.
 */
export function undoCreate(
  item: LedgerItem,
  current: CurrentArticle | undefined,
  laterRun: number | undefined,
  added: readonly string[],
): UndoDecision {
  if (current === undefined) return nothingToUndo('an editor has removed it already');
  if (laterRun !== undefined) return keepIt(`run ${laterRun} has updated it since: undo that one first`);
  if (added.length > 0) return keepIt(`an editor has added it in ${added.join(', ')} since`);
  const versions = [current.fields, ...(current.publishedFields === null ? [] : [current.publishedFields])];
  const changed = [...new Set(versions.flatMap((version) => differences(version, item.written)))];
  if (changed.length > 0) return decision('keep', `an editor has changed ${changed.join(', ')} since`, { kept: changed });
  const isPublished = current.publishedFields !== null;
  if (isPublished !== item.published) return keepIt(`an editor has ${isPublished ? 'published' : 'unpublished'} it since`);
  return removeIt('the run created it');
}

/**
 * What is to become of an article that the run has updated.
 *
 * @param fields the fields that the run changed.
 */
export function undoUpdate(
  item: LedgerItem,
  current: CurrentArticle | undefined,
  fields: readonly string[],
  laterRun: number | undefined,
): UndoDecision {
  if (current === undefined) return nothingToUndo('an editor has removed it');
  if (laterRun !== undefined) return keepIt(`run ${laterRun} has updated it since: undo that one first`);
  const kept = fields.filter((name) => current.fields[name] !== item.written[name]);
  const restore = fields.filter((name) => !kept.includes(name));
  const reason = kept.length === 0 ? 'the run updated it' : `an editor has changed ${kept.join(', ')} since`;
  return decision(restore.length > 0 || fields.length === 0 ? 'restore' : 'keep', reason, { restore, kept });
}
