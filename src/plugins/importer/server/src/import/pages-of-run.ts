import type { KnownSite } from './survey/known-site';
import type { Place } from './source/found';

/** Some pages of what an earlier run imported, and what that run knew about their site. */
export interface PagesOfRun {
  readonly pages: readonly Place[];
  readonly known: KnownSite;
  /** For people: what is imported. */
  readonly source: readonly string[];
}
