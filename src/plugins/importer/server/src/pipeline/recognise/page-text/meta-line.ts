import type { DateWords } from '../dates/date-words';
import { findWrittenDate, type WrittenDate } from '../dates/written-date';
import type { Line } from '../lines';
import { withoutTextSize } from './text-size';

/** The line below the headline: views, date, time, rubric and the text-size buttons, each of which may be missing. */
export interface MetaLine {
  readonly line: Line;
  /** Null where the line has the buttons, but no date that can be read. */
  readonly date: WrittenDate | null;
  readonly views: number | null;
  readonly category: string | null;
  /** How much the line looks like a meta line rather than a headline or a clock that happens to tell a date. */
  readonly certainty: number;
}

/** What each part adds to the certainty of a line. */
const CERTAINTY = { date: 1, buttons: 4, views: 2, time: 1 } as const;

/** The certainty of a line that has all parts: no other can be more of a meta line. */
export const MOST_CERTAIN = CERTAINTY.date + CERTAINTY.buttons + CERTAINTY.views + CERTAINTY.time;

/** A count, with or without spaces, commas or points between its thousands. */
const COUNT = /^(?:\d{1,3}(?:[ .,'’]\d{3})+|\d+)$/u;

const LONGEST_RUBRIC = 60;
const MOST_WORDS_IN_RUBRIC = 6;

/**
 * Whether a text looks like a rubric: short, and no sentence.
 *
 * @param certain whether it stands where a rubric is expected.
 */
export function isRubric(text: string, certain: boolean): boolean {
  const ending = certain ? /[.:;]$/u : /[.!?…:;]$/u;
  return /\p{L}/u.test(text) && text.length <= LONGEST_RUBRIC && text.split(' ').length <= MOST_WORDS_IN_RUBRIC && !ending.test(text);
}

interface Rest {
  readonly views: number | null;
  readonly category: string | null;
}

/** Splits what is left of the line when the date is out: a count stands first, the rubric before or after the date. */
function readRest({ before, after }: WrittenDate, hasButtons: boolean): Rest | null {
  const [, leading = '', text = ''] = /^((?:\d[\d .,'’]*)?)\s*(.*)$/u.exec(before) ?? [];
  const count = leading.trim().replace(/[ .,]+$/u, '');
  if (count !== '' && !COUNT.test(count)) return null;

  const [category = null, ...others] = [text, after].filter((part) => part !== '');
  if (others.length > 0 || (category !== null && !isRubric(category, hasButtons || count !== ''))) return null;
  return { views: count === '' ? null : Number(count.replace(/\D/gu, '')), category };
}

/** Without a date, only the count at the start of the line and the rubric at its end can be told. */
function readDateless(text: string): Rest {
  const [, count, rubric = ''] = /^(\d+)?\s*(\D*)$/u.exec(text) ?? [];
  return { views: count === undefined ? null : Number(count), category: isRubric(rubric, true) ? rubric : null };
}

/** Reads a line as the meta line of a page, or tells with null that it is none. */
export function readMetaLine(line: Line, words: DateWords): MetaLine | null {
  const text = withoutTextSize(line.text);
  const hasButtons = text !== line.text && text !== '';
  const date = findWrittenDate(text, words);
  if (date === null) return hasButtons ? { line, date, ...readDateless(text), certainty: 0 } : null;

  const rest = readRest(date, hasButtons);
  if (rest === null) return null;
  const told = (hasButtons ? CERTAINTY.buttons : 0) + (rest.views === null ? 0 : CERTAINTY.views);
  const certainty = CERTAINTY.date + told + (date.time === null ? 0 : CERTAINTY.time);
  return { line, date, ...rest, certainty };
}
