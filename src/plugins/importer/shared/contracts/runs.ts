import type { ImportOrder, Started } from './imports';
import type { ListPage, PageQuery } from './list';
import type { Permission } from './permissions';
import type { Message } from './messages';
import type { Reasoned } from './reasons';

/** Runs: imports, previews of imports, undoings, and previews of undoings. */
export interface RunEndpoints extends SteeringEndpoints {
  /** For `view` or `undo`; without previews, the newest first. */
  'GET /runs': { readonly query: PageQuery; readonly answer: ListPage<Run> };
  /** For `SEEING_RUN`. */
  'GET /runs/:id': { readonly answer: Run };
  /** For `SEEING_RUN`. */
  'GET /runs/:id/entries': { readonly query: EntriesQuery; readonly answer: ListPage<Entry> };
  /** For `undo`: a run of the kind `undo-preview`. */
  'POST /runs/:id/undo-previews': { readonly answer: Started };
  /** For `undo`: a run of the kind `undo`. */
  'POST /runs/:id/undo': { readonly answer: Started };
}

export type Steering = 'pause' | 'resume' | 'cancel';

/** Runs are steered where `STEERING` says, by who has the right that it names. Below `runs` all are, undoings by who may undo. */
export type SteeringEndpoints = Readonly<Record<`POST /${(typeof STEERING)[RunKind]['at']}/:id/${Steering}`, { readonly answer: Run }>>;

/** Filters that are left empty filter nothing. */
export interface EntriesQuery extends PageQuery {
  readonly action?: string | undefined;
  readonly rule?: string | undefined;
  readonly severity?: string | undefined;
  /** Words of a page's name or its headline. */
  readonly q?: string | undefined;
  readonly conflicts?: string | undefined;
}

export type RunKind = 'import' | 'undo' | 'preview' | 'undo-preview';

/** Where a run of a kind is steered, and the right for it: that of starting one. */
export const STEERING = {
  import: { at: 'runs', right: 'run' },
  preview: { at: 'previews', right: 'preview' },
  undo: { at: 'undos', right: 'undo' },
  'undo-preview': { at: 'undos', right: 'undo' },
} as const satisfies Readonly<Record<RunKind, { readonly at: string; readonly right: Permission }>>;

/** Rights each of which lets somebody see a run of a kind. */
export const SEEING_RUN = {
  import: ['view', 'run', 'correct', 'undo'],
  preview: ['view', 'preview'],
  undo: ['view', 'undo'],
  'undo-preview': ['view', 'undo'],
} as const satisfies Readonly<Record<RunKind, readonly Permission[]>>;

/** `paused`: by a person, and goes on when a person says so. `interrupted`: it ended without being asked to; see `isServed`. */
export type RunState = 'running' | 'paused' | 'interrupted' | 'finished' | 'failed' | 'cancelled' | 'undone';

export interface Run {
  readonly id: number;
  readonly kind: RunKind;
  readonly state: RunState;
  /** The person, as the history names them. */
  readonly by: string;
  /** For people: what was imported. */
  readonly source: readonly string[];
  /** What was ordered; null for a run that was not ordered in the panel. */
  readonly order: ImportOrder | null;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly durationMs: number;
  /** Pages that are done, and of how many; null while they are counted. */
  readonly position: number;
  readonly total: number | null;
  readonly counts: RunCounts;
  readonly rules: readonly RuleCount[];
  /** Files that nothing reads yet, by what they are: `HTML`, say. */
  readonly skipped: readonly { readonly kind: string; readonly count: number }[];
  /** Groups of articles that differ in few words. */
  readonly nearDuplicates: readonly NearDuplicateGroup[];
  readonly nearDuplicateCount: number;
  /** The run that this one undoes, or would. */
  readonly undoes: number | null;
  /** Why it failed, as people read it. */
  readonly failure: Message | null;
  /** Whether it can be undone: an import that has ended and was not undone, and whose time is not over. */
  readonly canUndo: boolean;
  /** Until when it can be undone; null where it can't, or where that has no end. */
  readonly undoUntil: string | null;
  /** Whether what it did with each page is still kept. */
  readonly isKept: boolean;
  /** Whether people can have it go on: it is paused, was interrupted or has failed, and what it reads can be read again. */
  readonly canResume: boolean;
  /** Whether a server carries it out, which goes on by itself with what was interrupted. What a command has begun waits for people. */
  readonly isServed: boolean;
}

/** Of imports and their previews the first, of undoings the second; what does not apply is 0. */
export interface RunCounts {
  readonly pages: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly leftOut: number;
  readonly skipped: number;
  readonly problems: number;

  readonly removed: number;
  readonly restored: number;
  readonly gone: number;
}

export type Severity = 'error' | 'warning';

export interface RuleCount {
  /** The problem's name, `date-missing` say. */
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

export interface NearDuplicateGroup {
  readonly size: number;
  readonly pages: readonly { readonly page: string; readonly documentId: string | null }[];
}

export type EntryAction =
  'create' | 'update' | 'keep' | 'duplicate' | 'quarantine' | 'leave-out' | 'unchanged' | UndoEntryAction | SiteEntryAction;
/** Of an undoing: what went, what got back what it held, what stays. */
export type UndoEntryAction = 'remove' | 'restore';
/** What an import did for the site itself. */
export type SiteEntryAction = 'site' | 'partner' | 'category' | 'tag' | 'author';

/** What a run did, or would do, with a page or with something of the site. Pages that are simply unchanged are counted only. */
export interface Entry extends Reasoned {
  readonly id: number;
  /** The page's name in the ledger. */
  readonly page: string;
  /** For people. */
  readonly path: string;
  readonly action: EntryAction;
  readonly title: string | null;
  readonly documentId: string | null;
  readonly locale: string | null;
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly Problem[];
}

export interface Conflict {
  readonly field: StoryField;
  readonly editor: string | null;
  readonly page: string | null;
}

export type StoryField =
  'title' | 'datePublished' | 'dateModified' | 'category' | 'tags' | 'byline' | 'authors' | 'originalUrl' | 'lead' | 'body';

export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  /** Counted from 1; null where the whole page is meant. */
  readonly line: number | null;
  readonly found: string;
  readonly expected: string;
  readonly message: string;
}
