import type { DateWords } from '../dates/date-words';
import type { Line } from '../lines';
import { MOST_CERTAIN, type MetaLine, readMetaLine } from './meta-line';
import { isTextSize } from './text-size';

/** The meta line stands near the top; a date further down is the story's own. */
const SEARCHED_LINES = 12;

/** Finds the meta line of a page and its index: the line that looks most like one, and the first among equals. */
export function findMetaLine(lines: readonly Line[], words: DateWords): { index: number; meta: MetaLine } | null {
  let best: { index: number; meta: MetaLine } | null = null;
  for (const [index, line] of lines.slice(0, SEARCHED_LINES).entries()) {
    const meta = isTextSize(line.text) ? null : readMetaLine(line, words);
    if (meta !== null && meta.certainty > (best?.meta.certainty ?? -1)) best = { index, meta };
    if (best?.meta.certainty === MOST_CERTAIN) break;
  }
  return best;
}
