import type { DateWords } from './dates/date-words';
import { findWrittenDate, type WrittenDate } from './dates/written-date';
import { lineKey } from './folding';
import type { Line } from '../read/document';
import { countIn, takeCounts } from './counts';
import { withoutTextSize } from './text-size';

/** The line below the headline: views, date, time, category and the text-size buttons, each of which may be missing. */
export interface MetaLine {
  readonly line: Line;
  /** Null where the line has the buttons, but no date that can be read. */
  readonly date: WrittenDate | null;
  readonly views: number | null;
  readonly category: string | null;
  /** A category and a number behind it, which other pages tell from a count: "News 24". Null where there is none. */
  readonly numbered: string | null;
  /** Numbers of which nothing tells whether they count views; null where there are none. */
  readonly unclear: string | null;
  /** How much the line looks like a meta line rather than a headline or a clock that happens to tell a date. */
  readonly certainty: number;
}

/** What each part adds to the certainty of a line. */
const CERTAINTY = { date: 1, buttons: 4, views: 2, time: 1 } as const;

/** The certainty of a line that has all parts: no other can be more of a meta line. */
export const MOST_CERTAIN = CERTAINTY.date + CERTAINTY.buttons + CERTAINTY.views + CERTAINTY.time;

const LONGEST_CATEGORY = 60;
const MOST_WORDS_IN_CATEGORY = 6;

/**
 * Whether a text looks like a category: short, and no sentence.
 *
 * @param certain whether it stands where a category is expected.
 */
export function isCategory(text: string, certain: boolean): boolean {
  const ending = certain ? /[.:;]$/u : /[.!?…:;]$/u;
  return /\p{L}/u.test(text) && text.length <= LONGEST_CATEGORY && text.split(' ').length <= MOST_WORDS_IN_CATEGORY && !ending.test(text);
}

type Rest = Pick<MetaLine, 'views' | 'category' | 'numbered' | 'unclear'>;

/** What other pages of the site tell of categories. */
export interface KnownCategories {
  /** Keys of categories that end in a number on several pages: the number is part of their name. */
  readonly numbered: ReadonlySet<string>;
  /** Whether enough pages were looked at for such a category to be among them. */
  readonly isComplete: boolean;
}

const NO_CATEGORIES: KnownCategories = { numbered: new Set(), isComplete: false };

const YEAR = /^(?:19|20)\d{2}$/u;

/** A text with a number at one end. */
function splitNumber(text: string): { readonly name: string; readonly number: string } | null {
  const { head, tail, name } =
    /^(?:(?<head>\d[\d .,'’]*)\s+(?<name>\P{N}.*)|(?<stem>.*\P{N})\s+(?<tail>\d[\d .,'’]*))$/u.exec(text)?.groups ?? {};
  if (head !== undefined && name !== undefined) return { name, number: head.trim() };
  return tail === undefined ? null : { name: text.slice(0, text.length - tail.length).trim(), number: tail.trim() };
}

/** What one side of a date tells. */
interface Side {
  readonly views: number | null;
  readonly roughly: string | null;
  /** Numbers that stand alone. */
  readonly bare: readonly string[];
  readonly text: string;
}

function readSide(side: string): Side {
  const { views, roughly, rest } = takeCounts(side);
  const bare = rest.filter((part) => countIn(part) !== null);
  return { views, roughly, bare, text: rest.filter((part) => countIn(part) === null).join(' | ') };
}

/** Takes the count off the start of a line; null for figures that are no count. */
function takeLeading(before: Side): { readonly count: string | null; readonly before: Side } | null {
  const [first, ...bare] = before.bare;
  if (first !== undefined && !/^\d/u.test(before.text)) return { count: first, before: { ...before, bare } };
  const [, figures, text = ''] = /^(\d[\d .,'’]*)(?:\s+(\P{N}.*))?$/u.exec(before.text) ?? [];
  if (figures === undefined) return /^\d/u.test(before.text) ? null : { count: null, before };
  const count = figures.trim().replace(/[ .,]+$/u, '');
  return countIn(count) === null ? null : { count, before: { ...before, text } };
}

/** Splits what is left of the line when the date is out: counts, and the category before or after the date. */
function readRest(date: WrittenDate, hasButtons: boolean, categories: KnownCategories): Rest | null {
  const leading = takeLeading(readSide(date.before));
  if (leading === null) return null;
  const { before, count } = leading;
  const after = readSide(date.after);
  const [text = null, ...others] = [before.text, after.text].filter((part) => part !== '');
  if (others.length > 0) return null;

  const countOfViews = before.views ?? after.views ?? (count === null ? null : countIn(count));
  const split = text === null ? null : splitNumber(text);
  const isKnown = categories.numbered.has(lineKey(text ?? '')) || (!categories.isComplete && YEAR.test(split?.number ?? ''));
  const isName = split === null || countOfViews !== null || isKnown;
  const category = isName ? text : split.name;
  if (category !== null && !isCategory(category, hasButtons || countOfViews !== null)) return null;

  const loose = [...before.bare, ...after.bare, ...(isName ? [] : [split.number])];
  const roughly = [before.roughly, after.roughly].filter((rough) => rough !== null);
  // Beside the buttons a number alone is the count that this layout has; elsewhere it may as well count comments.
  const only = hasButtons && loose.length === 1 && roughly.length === 0 ? countIn(loose[0] ?? '') : null;
  const unclear = countOfViews !== null || only !== null ? [] : [...loose, ...roughly];
  return {
    views: countOfViews ?? only,
    category,
    numbered: split === null ? null : text,
    unclear: unclear.length === 0 ? null : unclear.join(', '),
  };
}

/** Without a date, only the count at the start of the line and the category at its end can be told. */
function readDateless(text: string): Rest {
  const { views, rest } = takeCounts(text);
  const [, count, category = ''] = /^(\d+)?\s*(\D*)$/u.exec(rest.join(' ')) ?? [];
  const nothing = { numbered: null, unclear: null };
  return {
    views: views ?? (count === undefined ? null : Number(count)),
    category: isCategory(category, true) ? category : null,
    ...nothing,
  };
}

/** A longer line is none, whatever it says. */
const LONGEST_META = 2000;

/** Reads a line as the meta line of a page, or tells with null that it is none. */
export function readMetaLine(line: Line, words: DateWords, categories: KnownCategories = NO_CATEGORIES): MetaLine | null {
  if (line.text.length > LONGEST_META) return null;
  const text = withoutTextSize(line.text);
  const hasButtons = text !== line.text && text !== '';
  const date = findWrittenDate(text, words);
  if (date === null) return hasButtons ? { line, date, ...readDateless(text), certainty: 0 } : null;

  const rest = readRest(date, hasButtons, categories);
  if (rest === null) return null;
  const beside = (hasButtons ? CERTAINTY.buttons : 0) + (rest.views === null ? 0 : CERTAINTY.views);
  const certainty = CERTAINTY.date + beside + (date.time === null ? 0 : CERTAINTY.time);
  return { line, date, ...rest, certainty };
}
