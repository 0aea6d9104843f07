import { termOf } from '../terms/term-of';
import { escapeHtml } from './escape-html';

/** About as many characters of a story are shown, and some of them before the first word that was found. */
const LENGTH = 240;
const BEFORE = 60;

/** What was found should stand no farther apart. */
const CLOSE = LENGTH - BEFORE;

/** No more of a story is looked through. */
const LONGEST = 50_000;

/** Marks in texts of one language the words that were searched for. What it gives is HTML: all is escaped, and only `<mark>` added. */
export interface Highlighter {
  /** The whole text. */
  all(text: string): string;
  /** Where most of the words stand close together; the beginning where there is none. What is left out is told by `…`. */
  snippet(text: string): string;
}

/** So many letters of a stem are looked for before a word is stemmed. */
const BEGINNING = 3;

const IN_WORD = '[\\p{L}\\p{N}\\p{M}\\u00AD]';
const MARKS = '[\\p{M}\\u00AD]*';

/** A letter as it may stand in a text; those beyond the two alphabets may be folded to any. */
const asWritten = (letter: string) => {
  const plain = [letter, letter.toUpperCase()].filter((one) => /^[\p{L}\p{N}]$/u.test(one)).join('');
  return `[${plain}[[\\p{L}\\p{N}]--[a-zA-Zа-яА-Я0-9]]]`;
};

/**
 * Words that may be one of the terms, found with far less work than stemming all: a stem begins as its words do, but for its last
 * letter (`happi`, of happy).
 */
function wordsBeginningAs(terms: Iterable<string>): RegExp {
  const beginnings = [...terms].map((term) => {
    const [first = '', ...stem] = term.slice(term.indexOf('_') + 1);
    const others = stem.slice(0, Math.min(BEGINNING, stem.length) - 1).map((letter) => MARKS + asWritten(letter));
    return `${asWritten(first)}(?<!${IN_WORD}.)${others.join('')}`;
  });
  return new RegExp(`(?:${[...new Set(beginnings)].join('|')})${IN_WORD}*`, 'gv');
}

/** The part of a text around a place, from blank to blank. */
function around(text: string, place: number): { readonly start: number; readonly end: number } {
  const near = place <= BEFORE ? 0 : text.indexOf(' ', place - BEFORE) + 1;
  const start = near > place ? place : near;
  if (text.length <= start + LENGTH) return { start, end: text.length };
  const end = text.lastIndexOf(' ', start + LENGTH);
  return { start, end: end > place ? end : start + LENGTH };
}

/** @param terms what is searched for, as `termOf` makes it. */
export function createHighlighter(terms: ReadonlySet<string>, locale: string): Highlighter {
  const candidates = wordsBeginningAs(terms);

  const mark = (text: string) => {
    const parts: string[] = [];
    let at = 0;
    for (const { 0: word, index } of text.matchAll(candidates)) {
      if (!terms.has(termOf(word, locale))) continue;
      parts.push(escapeHtml(text.slice(at, index)), `<mark>${escapeHtml(word)}</mark>`);
      at = index + word.length;
    }
    return [...parts, escapeHtml(text.slice(at))].join('');
  };

  /** Where the most different terms begin to stand close together. */
  const bestPlace = (text: string): number => {
    const lastOf = new Map<string, number>();
    let best = { place: 0, different: 0 };
    for (const { 0: word, index } of text.matchAll(candidates)) {
      const term = termOf(word, locale);
      if (!terms.has(term)) continue;
      lastOf.set(term, index);
      const close = [...lastOf.values()].filter((other) => index - other <= CLOSE);
      if (close.length > best.different) best = { place: Math.min(...close), different: close.length };
      if (best.different === terms.size) break;
    }
    return best.place;
  };

  return {
    all: mark,
    snippet(given) {
      const text = given.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
      const { start, end } = around(text, bestPlace(text));
      return `${start > 0 ? '… ' : ''}${mark(text.slice(start, end))}${end < text.length ? ' …' : ''}`;
    },
  };
}
