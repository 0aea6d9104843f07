import { fold } from '../terms/fold';
import { termOf } from '../terms/term-of';
import { type Word, wordsOf } from '../terms/words';

/** About as many characters of a story are shown. */
const LENGTH = 240;

/** Some of them before the first word that was found. */
const BEFORE = 60;

/** No more of a story is looked through, and no more of what was found compared. */
const LONGEST = 50_000;
const MOST_COMPARED = 100;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that may stand anywhere between HTML's tags, or in an attribute: blanks in place of control characters. */
const escape = (text: string) =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

type Span = Pick<Word, 'start' | 'end'>;

function mark(text: string, found: readonly Span[], { start, end }: Span): string {
  const parts: string[] = [];
  let at = start;
  for (const word of found) {
    if (word.start < start || word.end > end) continue;
    parts.push(escape(text.slice(at, word.start)), `<mark>${escape(text.slice(word.start, word.end))}</mark>`);
    at = word.end;
  }
  return [...parts, escape(text.slice(at, end))].join('');
}

/** Marks in texts of one language the words that were searched for. What it gives is HTML: all is escaped, and only `<mark>` added. */
export interface Highlighter {
  /** The whole text. */
  all(text: string): string;
  /** Where most of the words stand close together; the beginning where there is none. What is left out is told by `…`. */
  snippet(text: string): string;
}

/** @param terms what is searched for, as `termOf` makes it. */
export function createHighlighter(terms: ReadonlySet<string>, locale: string): Highlighter {
  // A stem begins as its word does: most words need not be stemmed to see that they are none of the terms.
  const beginnings = new Set([...terms].map((term) => term.slice(term.indexOf('_') + 1, term.indexOf('_') + 2)));
  const termIn = (word: Word) => (beginnings.has(fold(word.text.slice(0, 1)).slice(0, 1)) ? termOf(word.text, locale) : undefined);

  /** The part of a text to show: from word to word, about `LENGTH` long, with the most different terms. */
  const choose = (text: string, words: readonly Word[], all: readonly (Word & { readonly term: string })[]): Span => {
    const found = all.slice(0, MOST_COMPARED);
    let best: { readonly from: number; readonly different: number } = { from: 0, different: 0 };
    for (const { start } of found) {
      const near = found.filter((other) => other.start >= start && other.end <= start + LENGTH - BEFORE);
      const different = new Set(near.map(({ term }) => term)).size;
      if (different > best.different) best = { from: start, different };
      if (different === terms.size) break;
    }
    const first = words.find(({ start }) => start >= best.from - BEFORE);
    const start = first === undefined || first.start < BEFORE ? 0 : first.start;
    if (text.length <= start + LENGTH) return { start, end: text.length };
    const last = words.findLast(({ start: begin, end }) => end <= start + LENGTH && begin >= best.from);
    return { start, end: last?.end ?? start + LENGTH };
  };

  const search = (text: string) => {
    const words = [...wordsOf(text)];
    const found = words.flatMap((word) => {
      const term = termIn(word);
      return term !== undefined && terms.has(term) ? [{ ...word, term }] : [];
    });
    return { words, found };
  };

  return {
    all: (text) => mark(text, search(text).found, { start: 0, end: text.length }),
    snippet(given) {
      const text = given.slice(0, LONGEST).trim();
      const { words, found } = search(text);
      const span = choose(text, words, found);
      return `${span.start > 0 ? '… ' : ''}${mark(text, found, span)}${span.end < text.length ? ' …' : ''}`;
    },
  };
}
