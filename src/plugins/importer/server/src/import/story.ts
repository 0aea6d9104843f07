import type { Line, Origin } from './read/document';

/** What stands around a story on its page, and belongs to the site. */
export interface SiteParts {
  readonly slogan: string | null;
  readonly partnersHeading: string | null;
  readonly feedHeading: string | null;
  readonly previousHeading: string | null;
  /** Names under the partners' heading, in their order. */
  readonly partners: readonly string[];
}

/** For each part of a story the lines of the page, and the declared facts, that it came from. */
export type Provenance = Readonly<Record<string, readonly Origin[]>>;

/** What of an article has a confidence of its own. */
export const JUDGED = [
  'title',
  'datePublished',
  'dateModified',
  'category',
  'tags',
  'byline',
  'originalUrl',
  'views',
  'locale',
  'body',
] as const;

/** How sure it is that a field is right, from 0, where nothing was found, to 1, where a person has said so. */
export type Confidence = Readonly<Record<(typeof JUDGED)[number], number>>;

/** What an article says besides its body. */
interface StoryFields {
  readonly title: string | null;
  /** ISO 8601 in UTC. */
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly category: string | null;
  readonly tags: readonly string[];
  /** The names of those who wrote it, as printed. */
  readonly byline: string | null;
  /** The same, one by one. */
  readonly authors: readonly string[];
  /** Absolute. */
  readonly originalUrl: string | null;
  /** What the document declares for the end of its address; null where it is to be made of the headline. */
  readonly slug: string | null;
  /** Whether the document says that it was not published. */
  readonly isDraft: boolean;
  /** A lead that the document declares; null where it is the first paragraph. */
  readonly description: string | null;
  readonly views: number | null;
  readonly locale: string;
  readonly site: SiteParts;
}

/** What was recognised in a page. */
export interface Story extends StoryFields {
  /** The lines of its text. */
  readonly body: readonly Line[];
  readonly provenance: Provenance;
  readonly confidence: Confidence;
}

/** What an import carries of a story: its text as an article holds it, and not where it stands on the page. */
export interface ToldStory extends StoryFields {
  readonly lead: string;
  /** Strapi's blocks as JSON in UTF-8: they are made once, where the page is read, and written as they are. */
  readonly body: Uint8Array;
}

/** What an article must have. */
interface Needed {
  readonly title: string;
  readonly datePublished: string;
}

/** A story that has all that an article must have. */
export type WholeStory = ToldStory & Needed;

export const isWhole = <S extends Pick<Story, keyof Needed>>(story: S): story is S & Needed =>
  story.title !== null && story.datePublished !== null;
