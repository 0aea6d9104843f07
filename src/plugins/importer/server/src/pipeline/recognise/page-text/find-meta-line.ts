import type { DateWords } from '../dates/date-words';
import type { Line } from '../lines';
import { isTextSize, type MetaLine, readMetaLine } from './meta-line';

/** The meta line stands near the top; a date further down is the story's own. */
const SEARCHED_LINES = 12;

/** Finds the meta line of a page and its index. A line with a date wins over one that has only the buttons. */
export function findMetaLine(lines: readonly Line[], words: DateWords): { index: number; meta: MetaLine } | null {
  let withoutDate: { index: number; meta: MetaLine } | null = null;
  for (const [index, line] of lines.slice(0, SEARCHED_LINES).entries()) {
    if (isTextSize(line.text)) continue;
    const meta = readMetaLine(line, words);
    if (meta?.date) return { index, meta };
    if (meta) withoutDate ??= { index, meta };
  }
  return withoutDate;
}
