import type { ListPage, PageQuery } from './list';
import type { CorrectedField } from './pages';
import type { Conflict, Problem, StoryField } from './runs';

/** What needs a person: pages that were kept out of the archive, and fields that page and editor both changed. */
export interface InboxEndpoints {
  /** For `view` or `correct`. */
  'GET /inbox': { readonly query: InboxQuery; readonly answer: ListPage<InboxItem> };
  /** For `view` or `correct`. */
  'GET /inbox/summary': { readonly answer: InboxSummary };
  /** For `correct`. */
  'POST /corrections': { readonly body: CorrectionOrder; readonly answer: CorrectionResult };
  /** For `correct`. */
  'POST /corrections/leave-out': { readonly body: PageOrder; readonly answer: SettledPage };
  /** For `correct`; takes a leaving out back. */
  'POST /corrections/take-in': { readonly body: PageOrder; readonly answer: SettledPage };
  /** For `correct`. */
  'POST /conflicts': { readonly body: SettleOrder; readonly answer: CorrectionResult };
  /** For `view` or `correct`; the newest first. */
  'GET /rules': { readonly query: PageQuery; readonly answer: ListPage<SiteRule> };
  /** For `correct`. */
  'DELETE /rules/:id': { readonly answer: SiteRule };
}

export interface InboxQuery extends PageQuery {
  readonly kind?: InboxItem['kind'] | undefined;
  readonly rule?: string | undefined;
  /** Words of a page's name. */
  readonly q?: string | undefined;
}

export interface InboxItem {
  readonly id: string;
  /** `left-out`: a person left the page out; it can be taken in again. */
  readonly kind: 'page' | 'conflict' | 'left-out';
  readonly page: string;
  readonly path: string;
  /** The run that reported it last. */
  readonly run: number;
  readonly title: string | null;
  readonly problems: readonly Problem[];
  readonly conflicts: readonly Conflict[];
  readonly documentId: string | null;
  readonly locale: string | null;
}

export interface InboxSummary {
  readonly pages: number;
  readonly conflicts: number;
  readonly leftOut: number;
  readonly rules: readonly { readonly rule: string; readonly count: number }[];
}

export interface PageOrder {
  readonly run: number;
  readonly page: string;
}

export interface SettledPage {
  readonly page: string;
}

/** Where on the page a value was selected; null for one that was typed. Offsets are characters in the line's text. */
export interface Selection {
  /** Of a declared fact its place. */
  readonly line: number | string;
  readonly start: number;
  readonly end: number;
}

export interface FieldOrder {
  /** A date as the page writes it, in the site's time zone, or ISO 8601. */
  readonly text: string;
  readonly selection: Selection | null;
}

export interface CorrectionOrder extends PageOrder {
  readonly fields: Readonly<Partial<Record<CorrectedField, FieldOrder>>>;
  /** Keeps the correction as a rule of the site, for all pages that lack the same. */
  readonly asRule: boolean;
}

/** A small import of the corrected pages, which can be undone like any other. */
export interface CorrectionResult {
  readonly run: number;
  /** Of the corrected page: what became of it. */
  readonly action: string;
  readonly documentId: string | null;
  readonly locale: string | null;
  /** What is still wrong. */
  readonly problems: readonly Problem[];
  /** How many pages were imported thanks to it, with this one. */
  readonly imported: number;
}

export interface SettleOrder extends PageOrder {
  readonly choices: Readonly<Partial<Record<StoryField, 'mine' | 'theirs'>>>;
}

/** How a field is found on pages that lack it. */
export type RuleFinding =
  | { readonly kind: 'value'; readonly value: string }
  /** The line at this place among the page's lines that are not blank, counted from 1. */
  | { readonly kind: 'line'; readonly at: number }
  /** What the document declares at this place: `front matter: title`, say. */
  | { readonly kind: 'fact'; readonly place: string }
  /** What stands in a line after these words. */
  | { readonly kind: 'after'; readonly words: string };

export interface SiteRule {
  readonly id: number;
  readonly field: CorrectedField;
  readonly finding: RuleFinding;
  readonly by: string;
  readonly at: string;
  /** The page that it was made from. */
  readonly page: string;
}
