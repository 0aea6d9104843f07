import type { UndoAction } from './decide-undo';

/** How much of a run was undone, in pages and things of the site. */
export type UndoCounts = {
  readonly removed: number;
  readonly restored: number;
  readonly kept: number;
  /** Where there was nothing left to undo. */
  readonly gone: number;
};

export const NOTHING_UNDONE: UndoCounts = { removed: 0, restored: 0, kept: 0, gone: 0 };

/** Something that a run had done, and what has become of it. */
export interface UndoneEntry {
  readonly page: string;
  readonly title: string | null;
  readonly documentId: string | null;
  readonly action: UndoAction;
  readonly reason: string;
}

export interface UndoReport {
  /** The run that was undone. */
  readonly undoes: number;
  /** The number of the undoing; null for a dry run. */
  readonly run: number | null;
  readonly dryRun: boolean;
  /** Whether it was told to end before it was through. Asked for again, it goes on. */
  readonly interrupted: boolean;
  readonly counts: UndoCounts;
  readonly durationMs: number;
}

const COUNTED: Record<UndoAction, keyof UndoCounts> = { remove: 'removed', restore: 'restored', keep: 'kept', nothing: 'gone' };

export function withUndone(counts: UndoCounts, entries: readonly Pick<UndoneEntry, 'action'>[]): UndoCounts {
  const sum = { ...counts };
  for (const { action } of entries) sum[COUNTED[action]] += 1;
  return sum;
}
