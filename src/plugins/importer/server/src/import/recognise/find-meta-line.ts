import type { DateWords } from './dates/date-words';
import { findWrittenDate } from './dates/written-date';
import type { Line } from '../read/document';
import { type KnownCategories, MOST_CERTAIN, type MetaLine, readMetaLine } from './meta-line';
import { isTextSize } from './text-size';

/** The meta line stands near the top; a date further down is the story's own. */
const SEARCHED_LINES = 12;

/**
 * Finds the meta line of a page and its index: the line that looks most like one, and the first among equals. The text-size buttons mark it
 * where it has lost its date, unless that stands right below.
 */
export function findMetaLine(
  lines: readonly Line[],
  words: DateWords,
  categories?: KnownCategories,
): { readonly index: number; readonly meta: MetaLine } | null {
  let best: { index: number; meta: MetaLine } | null = null;
  for (const [index, line] of lines.slice(0, SEARCHED_LINES).entries()) {
    if (best?.meta.date === null && index > best.index + 1) break;
    const meta = isTextSize(line.text) ? null : readMetaLine(line, words, categories);
    if (meta !== null && meta.certainty > (best?.meta.certainty ?? -1)) best = { index, meta };
    if (best?.meta.certainty === MOST_CERTAIN) break;
  }
  return best;
}

/** The first line near the top that holds a date, whatever else it says: for people, where none is a meta line. */
export function findDatedLine(lines: readonly Line[], words: DateWords): Line | null {
  return lines.slice(0, SEARCHED_LINES).find(({ text }) => findWrittenDate(text, words) !== null) ?? null;
}
