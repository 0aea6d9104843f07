import type { Reason } from '../../../../shared/contracts/reasons';
import { because } from '../../messages/reasons';
import { type CurrentArticle, type LedgerItem } from '../plan/ledger';
import { differences } from '../plan/three-way';

/** What is to become of something that a run did. */
export type UndoAction = 'remove' | 'restore' | 'keep' | 'nothing';

export interface UndoDecision {
  readonly action: UndoAction;
  readonly reasons: readonly Reason[];
  /** Of a page that was updated: the fields that get back what they held. */
  readonly restore: readonly string[];
  /** Fields that somebody has changed since. */
  readonly kept: readonly string[];
}

const decision = (action: UndoAction, reason: Reason, more: Partial<UndoDecision> = {}): UndoDecision => ({
  ...{ action, reasons: [reason], restore: [], kept: [] },
  ...more,
});

export const nothingToUndo = (reason: Reason): UndoDecision => decision('nothing', reason);
export const keepIt = (reason: Reason): UndoDecision => decision('keep', reason);
export const removeIt = (reason: Reason): UndoDecision => decision('remove', reason);

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
  if (current === undefined) return nothingToUndo(because('removed-already', {}));
  if (laterRun !== undefined) return keepIt(because('later-run', { run: laterRun }));
  if (added.length > 0) return keepIt(because('added-since', { locales: added }));
  const versions = [current.fields, ...(current.publishedFields === null ? [] : [current.publishedFields])];
  const changed = [...new Set(versions.flatMap((version) => differences(version, item.written)))];
  if (changed.length > 0) return decision('keep', because('changed-since', { fields: changed }), { kept: changed });
  const isPublished = current.publishedFields !== null;
  if (isPublished !== item.published) return keepIt(because(isPublished ? 'published-since' : 'unpublished-since', {}));
  return removeIt(because('run-created', {}));
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
  if (current === undefined) return nothingToUndo(because('removed-since', {}));
  if (laterRun !== undefined) return keepIt(because('later-run', { run: laterRun }));
  const kept = fields.filter((name) => current.fields[name] !== item.written[name]);
  const restore = fields.filter((name) => !kept.includes(name));
  const reason = kept.length === 0 ? because('run-updated', {}) : because('changed-since', { fields: kept });
  return decision(restore.length > 0 || fields.length === 0 ? 'restore' : 'keep', reason, { restore, kept });
}
