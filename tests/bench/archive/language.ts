import type { Rules } from './grammar';

/** What a site says in one of its languages. Nothing of it is taken from a real page. */
export interface Language {
  readonly locale: string;
  readonly slogan: string;
  readonly headings: { readonly partners: string; readonly feed: string; readonly previous: string };
  /** Twelve. */
  readonly rubrics: readonly string[];
  /** The rules `headline`, `sentence` and `word`, and all that they are made of. */
  readonly rules: Rules;
}
