import { type DateWords } from '../dates/date-words';
import { findWrittenDate, type WrittenDate } from '../dates/parse-date-line';
import type { Line } from '../lines';

/** The line below the headline: views, date, time, rubric and the text-size buttons, each of which may be missing. */
export interface MetaLine {
  readonly line: Line;
  /** Null where the line has all the rest, but no date. */
  readonly date: WrittenDate | null;
  readonly views: number | null;
  readonly category: string | null;
}

/** `A A`, `A- A+` and the like at the end of a line, in Latin or Cyrillic letters. */
const TEXT_SIZE = /(?:^|\s)[AА][+−–-]?(?:\s+[AА][+−–-]?)+$/iu;

/** A count, with or without spaces, commas or points between its thousands. */
const COUNT = /^(?:\d{1,3}(?:[ .,'’]\d{3})+|\d+)$/u;

const LONGEST_RUBRIC = 60;
const MOST_WORDS_IN_RUBRIC = 6;

/** Whether a line holds nothing but the text-size buttons. */
export const isTextSize = (text: string): boolean => text.replace(TEXT_SIZE, '') === '' && text !== '';

function readCount(text: string): number | null {
  return COUNT.test(text) ? Number(text.replace(/\D/gu, '')) : null;
}

function isRubric(text: string): boolean {
  const words = text.split(' ').length;
  return /\p{L}/u.test(text) && text.length <= LONGEST_RUBRIC && words <= MOST_WORDS_IN_RUBRIC && !/[.!?…:;]$/u.test(text);
}

const trimSeparators = (text: string) => text.replace(/^[\s,;|•·–—-]+|[\s,;|•·–—-]+$/gu, '');

/** Splits what is left of the line when the date is out: a count stands first, the rubric before or after the date. */
function readRest(before: string, after: string): Pick<MetaLine, 'views' | 'category'> | null {
  const [, leading = '', rest = ''] = /^((?:\d[\d .,'’]*)?)\s*(.*)$/u.exec(trimSeparators(before)) ?? [];
  const views = leading === '' ? null : readCount(leading.trim());
  if (leading !== '' && views === null) return null;

  const texts = [trimSeparators(rest), trimSeparators(after)].filter((text) => text !== '');
  const [category = null, ...others] = texts;
  if (others.length > 0 || (category !== null && !isRubric(category))) return null;
  return { views, category };
}

/** Reads a line as the meta line of a page, or tells with null that it is none. */
export function readMetaLine(line: Line, words: DateWords): MetaLine | null {
  const text = line.text.replace(TEXT_SIZE, '').trim();
  const date = findWrittenDate(text, words);
  const hasButtons = text !== line.text && text !== '';
  if (date === null && !hasButtons) return null;

  const rest = date === null ? readRest(text, '') : readRest(date.before, date.after);
  return rest === null ? null : { line, date, ...rest };
}
