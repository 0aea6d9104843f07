import type { EntryAction, Problem } from './runs';
import type { Message } from './messages';
import type { Reasoned } from './reasons';

/** A page's text, what was recognised in it, and the article that it became. */
export interface PageEndpoints {
  /** For whoever has signed in. */
  'GET /content-types': { readonly answer: ContentTypes };
  /** For `SEEING_RUN`. */
  'GET /runs/:id/pages': { readonly query: PageNameQuery; readonly answer: PageView };
  /** For `view`; the newest first. */
  'GET /articles/:documentId/origin': { readonly query: OriginQuery; readonly answer: readonly Origin[] };
}

/** The content types that imports write, by their names in Strapi; null for those that the application does without. */
export interface ContentTypes {
  readonly article: string | null;
  readonly partner: string | null;
  readonly site: string | null;
}

export interface PageNameQuery {
  /** The page's name in the ledger. */
  readonly name: string;
}

export interface OriginQuery {
  readonly locale?: string | undefined;
}

export interface PageView {
  readonly page: string;
  readonly path: string;
  readonly run: { readonly id: number; readonly kind: string; readonly startedAt: string };
  /** The page's lines; null where the page is no longer where it was read, or is no text. */
  readonly lines: readonly PageLine[] | null;
  /** Why there are no lines, as people read it. */
  readonly missing: Message | null;
  /** What is to be known about the lines: that the page has changed since, say. */
  readonly note: Message | null;
  readonly story: RecognisedStory | null;
  readonly problems: readonly Problem[];
  /** What the run did with the page, or of a preview would do; null where it reported nothing, as the page is unchanged. */
  readonly outcome: PageOutcome | null;
  /** What the editor has corrected on this page. */
  readonly correction: PageCorrection | null;
  /** The article as it stands now; null where the page became none, or it is gone. */
  readonly article: ArticleView | null;
}

export interface PageOutcome extends Reasoned {
  readonly action: EntryAction;
}

/** What a line gave. A line may have given several: date, category and views stand in one. */
export type LinePart =
  | 'title'
  | 'datePublished'
  | 'dateModified'
  | 'category'
  | 'tags'
  | 'byline'
  | 'originalUrl'
  | 'locale'
  | 'views'
  | 'body'
  | 'site'
  | 'furniture';

/** A line of a page, or above them what its document declares about itself. */
export interface PageLine {
  /** Counted from 1; of a declared fact its place: `front matter: title`, say. Blank lines are left out. */
  readonly number: number | string;
  readonly text: string;
  readonly parts: readonly LinePart[];
}

/** What is shown of an article, as it was recognised or as it stands. Dates are ISO 8601 in UTC. */
interface ShownArticle {
  readonly title: string | null;
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly category: string | null;
  readonly tags: readonly string[];
  readonly byline: string | null;
  readonly authors: readonly string[];
  readonly originalUrl: string | null;
  readonly locale: string;
  readonly body: readonly ShownBlock[];
}

export interface RecognisedStory extends ShownArticle {
  readonly views: number | null;
  /** How sure each field is, from 0 to 1. */
  readonly confidence: Readonly<Record<string, number>>;
}

/** A part of a body, as Strapi's blocks hold it. */
export type ShownBlock = { readonly type: string } & Readonly<Record<string, unknown>>;

export interface ArticleView extends ShownArticle {
  readonly documentId: string;
  readonly views: number;
  readonly isPublished: boolean;
}

/** Where an article came from. */
export interface Origin {
  readonly page: string;
  readonly path: string;
  readonly run: number;
  readonly at: string;
  readonly by: string;
}

/** What an editor gives for a field has at most so many characters. */
export const LONGEST_CORRECTION = 2000;

/** Fields that an editor may give a page. */
export type CorrectedField = 'title' | 'datePublished' | 'category';

/** It holds in all later runs, as long as the page holds the same bytes: another page may come under the same name. */
export interface PageCorrection {
  readonly id: number;
  readonly by: string;
  readonly at: string;
  readonly leftOut: boolean;
  readonly fields: Readonly<Partial<Record<CorrectedField, string>>>;
}
