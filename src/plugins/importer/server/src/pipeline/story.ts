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

/** A story that has all that an article must have. */
export interface WholeStory extends Story {
  readonly title: string;
  readonly datePublished: string;
}

export const isWhole = (story: Story): story is WholeStory => story.title !== null && story.datePublished !== null;
