import type { Run } from './runs';

/** What the home page shows, for `view`. */
export interface HomeEndpoints {
  'GET /home/last-import': { readonly answer: LastImport };
  /** Today's, at most five. */
  'GET /home/most-read': { readonly answer: readonly MostRead[] };
  /** The oldest first, months without an article too. */
  'GET /home/months': { readonly answer: readonly MonthCount[] };
}

/** What numbers about a site depend on. */
export interface SiteSettings {
  /** The codes of its languages. */
  readonly locales: readonly string[];
  /** An IANA name. */
  readonly timeZone: string;
}

export interface MostRead {
  readonly documentId: string;
  readonly locale: string;
  readonly title: string;
  readonly views: number;
}

export interface MonthCount {
  /** `2023-09`, in the site's time zone. */
  readonly month: string;
  readonly articles: number;
}

/** The last import, with what awaits a person. */
export type LastImport = Run | null;
