/** What can be wrong or doubtful about a page. Rules are names that reports group by, never sentences. */
export type Rule =
  | 'unreadable'
  | 'page-too-large'
  | 'link-unfollowed'
  | 'name-unsafe'
  | 'name-duplicate'
  | 'archive-too-large'
  | 'page-empty'
  | 'binary'
  | 'format-unread'
  | 'front-matter-invalid'
  | 'encoding'
  | 'language-missing'
  | 'headline-missing'
  | 'headline-too-long'
  | 'body-missing'
  | 'date-missing'
  | 'date-invalid'
  | 'date-order-unclear'
  | 'time-skipped'
  | 'date-in-future'
  | 'views-too-large'
  | 'views-unclear'
  | 'value-too-long'
  | 'site-text-too-long'
  | 'site-data-invalid'
  | 'write-failed';

/** An error keeps the page out of the archive; a warning says that something about it is doubtful. */
export type Severity = 'error' | 'warning';

/** Something wrong or doubtful about a page, with its place. */
export interface Problem {
  readonly rule: Rule;
  readonly severity: Severity;
  /** The path of the page. */
  readonly page: string;
  /** The line of the page, counted from 1, or null where the whole page is meant. */
  readonly line: number | null;
  readonly found: string;
  readonly expected: string;
  /** One sentence for people. */
  readonly message: string;
}

export const isError = ({ severity }: Problem): boolean => severity === 'error';
