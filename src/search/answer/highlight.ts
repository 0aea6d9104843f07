import { escapeHtml } from './escape-html';
import { createTermFinder, type FoundTerm } from './find-terms';

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

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The part of a text around a place, from blank to blank. */
function around(text: string, place: number): Span {
  const near = place <= BEFORE ? 0 : text.indexOf(' ', place - BEFORE) + 1;
  const start = near > place ? place : near;
  if (text.length <= start + LENGTH) return { start, end: text.length };
  const end = text.lastIndexOf(' ', start + LENGTH);
  return { start, end: end > place ? end : start + LENGTH };
}

function mark(text: string, found: readonly FoundTerm[], { start, end }: Span): string {
  const parts: string[] = [];
  let at = start;
  for (const word of found) {
    if (word.start < at || word.end > end) continue;
    parts.push(escapeHtml(text.slice(at, word.start)), `<mark>${escapeHtml(text.slice(word.start, word.end))}</mark>`);
    at = word.end;
  }
  return [...parts, escapeHtml(text.slice(at, end))].join('');
}

/** Where the most different terms begin to stand close together. */
function bestPlace(found: readonly FoundTerm[], different: number): number {
  const lastOf = new Map<string, number>();
  let best = { place: 0, close: 0 };
  for (const { term, start } of found) {
    lastOf.set(term, start);
    const close = [...lastOf.values()].filter((other) => start - other <= CLOSE);
    if (close.length > best.close) best = { place: Math.min(...close), close: close.length };
    if (best.close === different) break;
  }
  return best.place;
}

/** @param terms what is searched for, as `termOf` makes it. */
export function createHighlighter(terms: ReadonlySet<string>, locale: string): Highlighter {
  const find = createTermFinder(terms, locale);

  return {
    all(given) {
      const text = given.normalize('NFC');
      return mark(text, find(text), { start: 0, end: text.length });
    },
    snippet(given) {
      const text = given.slice(0, LONGEST).trim().normalize('NFC');
      const found = find(text);
      const { start, end } = around(text, bestPlace(found, terms.size));
      return `${start > 0 ? '… ' : ''}${mark(text, found, { start, end })}${end < text.length ? ' …' : ''}`;
    },
  };
}
