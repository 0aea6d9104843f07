import { wordsOf } from '../terms/words';

/** Words that must stand side by side, or one word. */
export interface Clause {
  readonly words: readonly string[];
  /** Articles that hold it are left out. */
  readonly excluded: boolean;
}

/** More words of a query are not looked at. */
const MOST_WORDS = 20;

/** A minus in front, and a phrase in quotes of any kind or whatever stands between blanks. A quote that is not closed ends with the query. */
const PART = /(?:(?<=^|\s)(-))?(?:["“„«]([^"”“»]*)["”“»]?|([^\s"“„«]+))/gu;

/**
 * Understands what a reader typed: words, "phrases", and -what -"is not wanted". Anything is understood somehow; what holds no
 * letters and digits is passed over.
 */
export function parseQuery(text: string): Clause[] {
  const clauses: Clause[] = [];
  let left = MOST_WORDS;
  for (const [, minus, phrase, chunk] of text.matchAll(PART)) {
    const words = [...wordsOf(phrase ?? chunk ?? '')].map((word) => word.text).slice(0, left);
    left -= words.length;
    if (words.length > 0) clauses.push({ words, excluded: minus !== undefined });
  }
  return clauses;
}
