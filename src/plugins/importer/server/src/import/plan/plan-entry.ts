import type { Reason } from '../../../../shared/contracts/reasons';
import type { Problem } from '../problem';
import type { WholeStory } from '../story';
import type { StoryPrints } from './describe-story';
import type { CurrentArticle, LedgerItem } from './ledger';
import type { StoryField } from './story-fields';

/** What a page was read as: kept in the ledger, so that the same bytes need not be recognised again. */
export interface PagePrint {
  readonly pageHash: string | null;
  readonly reading: string;
}

/** A page with whatever else is known of it by the time that its fate is decided. */
export interface PlannedPage extends PagePrint {
  /** What the ledger knows the page by. */
  readonly page: string;
  /** How a person finds it. */
  readonly path: string;
  /** The key of its path below what the pages of its run are wrapped in; null where only some pages of a run are read. */
  readonly pathBelow: string | null;
  readonly problems: readonly Problem[];
}

/** A story with its fingerprints. */
export interface PlannedStory {
  readonly story: WholeStory;
  readonly prints: StoryPrints;
  readonly sketch: string | null;
}

/** A field that page and editor both changed. The editor's value stays. */
export interface Conflict {
  readonly field: StoryField;
  readonly editor: string | null;
  readonly page: string | null;
}

interface Reasoned extends PlannedPage {
  readonly reasons: readonly Reason[];
}

export type Create = Reasoned & PlannedStory & { readonly action: 'create' };

export type Update = Reasoned &
  PlannedStory & {
    readonly action: 'update';
    readonly item: LedgerItem;
    readonly target: CurrentArticle;
    readonly write: readonly StoryField[];
    readonly conflicts: readonly Conflict[];
    /** Fields in which a person has let the editor's value stand: what the page says is no news any more. */
    readonly settled: readonly StoryField[];
    /** Whether the published version is changed with the draft: not where an editor's draft waits to be published. */
    readonly publish: boolean;
  };

export type Duplicate = Reasoned & PlannedStory & { readonly action: 'duplicate'; readonly original: string };

export type Unchanged = Reasoned & {
  readonly action: 'unchanged';
  readonly item: LedgerItem;
  readonly title: string | null;
  /** What the ledger has to learn: the page's name, or how it was read. */
  readonly learnt: PlannedStory | null;
};

export type Keep = Reasoned & {
  readonly action: 'keep';
  readonly item: LedgerItem;
  readonly title: string | null;
  /** The fields in which the article is not as an import left it. */
  readonly fields: readonly string[];
  readonly conflicts: readonly Conflict[];
  /** A page that has changed in nothing that an editor could have changed: its views, say. */
  readonly learnt: PlannedStory | null;
};

export type Quarantine = Reasoned & {
  readonly action: 'quarantine';
  readonly failed: boolean;
  /** As far as the page has one. */
  readonly title: string | null;
};

/** A page that a person wants to be left out. It is not read. */
export type LeaveOut = Reasoned & { readonly action: 'leave-out' };

/** A file that no media type reads. */
export type Skip = PlannedPage & { readonly action: 'skip'; readonly kind: string };

/** What is to happen to a page. Made by `decide`, carried out by the store, and never changed on the way. */
export type PlanEntry = Create | Update | Duplicate | Unchanged | Keep | Quarantine | LeaveOut | Skip;

export type Action = PlanEntry['action'];

/** Entries of pages that tell no story. */
type NotTelling = Quarantine | LeaveOut | Skip;

export const isTellingStory = (entry: PlanEntry): entry is Exclude<PlanEntry, NotTelling> =>
  entry.action !== 'quarantine' && entry.action !== 'leave-out' && entry.action !== 'skip';

const plannedIn = (entry: Exclude<PlanEntry, NotTelling>): PlannedStory | null => ('learnt' in entry ? entry.learnt : entry);

/** The key of the story that the ledger knows an entry's page by, once the entry is carried out; null for one in quarantine, or left out. */
export function storyToldBy(entry: PlanEntry): string | null {
  if (!isTellingStory(entry)) return null;
  const planned = plannedIn(entry)?.prints.storyKey;
  return planned ?? ('item' in entry ? entry.item.storyKey : null);
}

/**
 * The story that an entry's page told before and, once the entry is carried out, tells no more, with the name of the page then; null
 * where there is none.
 */
export function storyLeftBy(entry: PlanEntry): Pick<LedgerItem, 'storyKey' | 'page'> | null {
  return !('item' in entry) || storyToldBy(entry) === entry.item.storyKey ? null : entry.item;
}
