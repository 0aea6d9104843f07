/** What stands around a story on its page, and belongs to the site. */
export interface SiteParts {
  readonly slogan: string | null;
  readonly partnersHeading: string | null;
  readonly feedHeading: string | null;
  readonly previousHeading: string | null;
  /** Names under the partners' heading, in their order. */
  readonly partners: readonly string[];
}

/** For each part of a story the lines of the page, counted from 1, that it came from. */
export type Provenance = Readonly<Record<string, readonly number[]>>;

/** What was recognised in a page. */
export interface Story {
  readonly title: string | null;
  /** ISO 8601 in UTC. */
  readonly datePublished: string | null;
  readonly category: string | null;
  readonly views: number | null;
  readonly locale: string;
  readonly paragraphs: readonly string[];
  readonly site: SiteParts;
  readonly provenance: Provenance;
}

/** What an import carries of a story: its text as an article holds it, and not where it stands on the page. */
export interface ToldStory extends Omit<Story, 'paragraphs' | 'provenance'> {
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
