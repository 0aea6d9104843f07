import type { Reason } from '../../../../shared/contracts/reasons';
import type { UndoDecision } from '../../import/undo/decide-undo';
import type { UndoneEntry } from '../../import/undo/undo-report';
import { reasonText } from '../../messages/reasons';
import type { ChunkParts } from '../chunk/chunk-writing';
import type { KeptEntry } from '../entries';

/** What undoing some entries takes. */
export interface UndoContext extends ChunkParts {
  /** The run that is undone. */
  readonly run: number;
  readonly now: Date;
  /** Whether nothing is to be written: only what would be is reported. */
  readonly isRehearsal: boolean;
  /** In a rehearsal: how many articles of each category, tag and author would have been removed by now. */
  readonly removedOf: Map<string, number>;
  /** Takes what is to be done once the transaction has been committed. */
  readonly afterwards: (task: () => Promise<void>) => void;
}

/** Undoes entries of one kind, in the order in which they are given: the last comes first. */
export type Undo = (entries: readonly KeptEntry[], context: UndoContext) => Promise<Undone[]>;

/** An entry, with what is reported of its undoing. */
export interface Undone {
  readonly of: KeptEntry;
  readonly reasons: readonly Reason[];
  readonly reported: UndoneEntry;
}

export const undone = (of: KeptEntry, { action, reasons }: UndoDecision): Undone => ({
  of,
  reasons,
  reported: { page: of.path, title: of.title, documentId: of.targetId, action, reason: reasonText(reasons) },
});

/** The count of views that an entry has raised, if any. */
export const raisedBy = ({ targetId, before }: KeptEntry) => (before?.views ? [{ ...before.views, article: targetId ?? '' }] : []);
