import type { Run } from './runs';

/**
 * What the home page shows.
 *
 *     GET /importer/home/last-import   view  → Run | null
 *     GET /importer/home/most-read     view  → MostRead[]    today's, at most five
 *     GET /importer/home/months        view  → MonthCount[]  the oldest first, months without an article too
 */
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
