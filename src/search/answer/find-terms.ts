import { fold } from '../terms/fold';
import { termOf } from '../terms/term-of';

/** A word of a text that is one of the terms. */
export interface FoundTerm {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Of each beginning, no more are looked at. */
const MOST_FOUND = 500;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00AD]*/uy;
const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}\u00AD]$/u;

/** A text folded letter by letter, so that all stays at its place. */
const foldInPlace = (text: string) =>
  text
    .replace(/[^ -~а-яА-Я]/g, (letter) => {
      const folded = fold(letter);
      return folded.length === 1 ? folded : letter;
    })
    .toLowerCase();

function wordAt(text: string, start: number): string {
  WORD.lastIndex = start;
  return WORD.exec(text)?.[0] ?? '';
}

/**
 * Finds words by their terms with far less work than stemming all: a stem begins as its words do, but for its last letter
 * (`happi`, of happy).
 *
 * @param terms as `termOf` makes them.
 * @returns a function that gives what it finds in a text in canonical composition (NFC), in the order of the text.
 */
export function createTermFinder(terms: ReadonlySet<string>, locale: string): (text: string) => FoundTerm[] {
  const stems = [...terms].map((term) => term.slice(term.indexOf('_') + 1));
  const beginnings = [...new Set(stems.map((stem) => stem.slice(0, Math.max(1, stem.length - 1))))];

  return (text) => {
    const folded = foldInPlace(text);
    const found = new Map<number, FoundTerm>();
    // Lower case is longer than upper for no letter that is left after folding.
    if (folded.length !== text.length) return [];
    for (const beginning of beginnings) {
      let count = 0;
      for (let start = folded.indexOf(beginning); start >= 0 && count < MOST_FOUND; start = folded.indexOf(beginning, start + 1)) {
        if (start > 0 && ENDS_IN_WORD.test(text.slice(Math.max(0, start - 2), start))) continue;
        const word = wordAt(text, start);
        const term = termOf(word, locale);
        if (!terms.has(term)) continue;
        found.set(start, { term, start, end: start + word.length });
        count += 1;
      }
    }
    return [...found.values()].sort((one, other) => one.start - other.start);
  };
}
