import type { ListPage, PageQuery } from './list';
import type { RunKind } from './runs';

/** What people did in the panel. */
export interface ActionEndpoints {
  /** For `view`; the newest first. */
  'GET /actions': { readonly query: PageQuery; readonly answer: ListPage<PersonAction> };
  /** For `SEEING_RUN`; of a run, in their order. */
  'GET /runs/:id/actions': { readonly query: PageQuery; readonly answer: ListPage<PersonAction> };
}

export interface PersonAction {
  readonly id: number;
  readonly at: string;
  /** The person, as the history names them. */
  readonly by: string;
  readonly action: ActionName;
  /** The page, rule, file or partner that it was about; null for a run as a whole. */
  readonly about: string | null;
  /** The run that it was done with, and the one that came of it: none, one or both. */
  readonly runs: readonly ActionRun[];
}

export interface ActionRun {
  readonly id: number;
  /** Null for one that is gone: previews are kept for a while only. */
  readonly kind: RunKind | null;
  readonly undoes: number | null;
}

export type ActionName =
  | 'import'
  | 'preview'
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'undo'
  | 'undo-preview'
  | 'correct'
  | 'correct-with-rule'
  | 'leave-out'
  | 'take-in'
  | 'settle'
  | 'remove-rule'
  | 'upload'
  | 'remove-upload'
  | 'order-partners'
  | 'show-partner'
  | 'hide-partner';
