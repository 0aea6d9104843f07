import { fold } from '../folding';
import { type DateWords, monthNamed, withoutWeekday } from './date-words';

/** A date as it stands in a line, before anyone asked whether it exists. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Hour, minute and second; null where the line tells no time. */
  readonly time: readonly [number, number, number] | null;
  /** Minutes ahead of UTC, where the line tells them. */
  readonly offset: number | null;
  /** What was read as a date, as it stands in the line. */
  readonly written: string;
  /** The line before and after the date. */
  readonly before: string;
  readonly after: string;
}

interface Found {
  readonly year: string;
  readonly month: number;
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

const NUMERIC = /(?<![\d.:/-])(?<day>\d{1,2})(?<separator>[./-])(?<month>\d{1,2})\k<separator>(?<year>\d{4}|\d{2})(?![\d/-]|\.\d)/u;
const ISO = /(?<![\d.:/-])(?<year>\d{4})(?<separator>[./-])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})(?![\d/-]|\.\d)/u;
const DAY_FIRST =
  /(?<!\d)(?<day>\d{1,2})(?:\.|st|nd|rd|th)?[\s-]+(?:[dD]e\s+)?(?<name>\p{L}[\p{L}\p{M}]*)\.?,?[\s-]+(?:[dD]e\s+)?(?<year>\d{4})(?!\d)/u;
const MONTH_FIRST = /(?<!\p{L})(?<name>\p{L}[\p{L}\p{M}]*)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?!\d)/u;

/** Between a date and its time: separators, brackets, and small words such as "at", "года" or a weekday. */
const BETWEEN = /^(?:T(?=\d)|[\s,;|•·/()–—-]|(?:\p{Ll}[\p{L}\p{M}]*|\p{L}{1,2})\.?(?![\p{L}\d]))*/u;
const TIME = /^(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:\.\d+)?)?(?![\d:])(?<offset>Z|[+-]\d{2}:?\d{2})?\)?/u;
/** Some languages put a slash between weekday and time. */
const SLASH_BEFORE_TIME = /(?<=^\P{N}*)\//u;
const TIME_BEFORE = /(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?[\s,;|•·–—-]*$/u;

/** The abbreviation of "year" that some languages put behind it. */
const YEAR_MARK = /^\s*\p{L}{1,2}\.(?=[\s,]|$)/u;

/** The century of a year in two digits: from 1970 to 2069. */
const CENTURY_TURN = 70;

const MINUTES_PER_HOUR = 60;

/** Every date has a year of four digits, or three numbers with something between them. Looking for that is cheap. */
const PERHAPS_DATE = /\d(?:\d{3}|[./-]\d{1,2}[./-]\d)/u;

function findDate(line: string, words: DateWords): Found | null {
  if (!PERHAPS_DATE.test(line)) return null;
  for (const pattern of [ISO, NUMERIC, DAY_FIRST, MONTH_FIRST]) {
    const match = pattern.exec(line);
    const { year, month, name, day } = match?.groups ?? {};
    if (!match || year === undefined || day === undefined) continue;
    const number = name === undefined ? Number(month) : monthNamed(name, words);
    if (number === undefined) continue;
    return { year, month: number, day, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function readOffset(text: string | undefined): number | null {
  if (text === undefined) return null;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(text) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * MINUTES_PER_HOUR + Number(minutes ?? 0));
}

type Timed = Pick<WrittenDate, 'time' | 'offset'>;

const timeOf = ({ hour, minute, second }: Record<string, string | undefined>, added?: 0 | 12): WrittenDate['time'] => [
  added === undefined ? Number(hour) : (Number(hour) % 12) + added,
  Number(minute),
  Number(second ?? 0),
];

const afterSeparators = (text: string) => text.slice(BETWEEN.exec(text)?.[0].length ?? 0);

/** Reads the time behind a date, and the half of the day behind it. */
function readTimeAfter(text: string, words: DateWords): Timed & { rest: string } {
  const skipped = afterSeparators(text);
  const start = TIME.test(skipped)
    ? skipped
    : afterSeparators(withoutWeekday(skipped.replace(SLASH_BEFORE_TIME, ' '), 'start', words, true));
  const match = TIME.exec(start);
  if (!match?.groups) return { time: null, offset: null, rest: text.replace(YEAR_MARK, '') };

  const afterTime = start.slice(match[0].length);
  const half = /^\s*(?<half>\p{L}\.?\p{L}\.?)(?=[\s,]|$)/u.exec(afterTime);
  const added = words.halves.get(fold((half?.groups?.['half'] ?? '').replaceAll('.', '')));
  const rest = added === undefined ? afterTime : afterTime.slice(half?.[0].length ?? 0);
  return { time: timeOf(match.groups, added), offset: readOffset(match.groups['offset']), rest };
}

const trimSeparators = (text: string) => text.replace(/^[\s,;|•·/–—-]+|[\s,;|•·–—-]+$/gu, '');

/** Finds a date, and the time beside it, in a line of text: in figures or with the month's name. */
export function findWrittenDate(line: string, words: DateWords): WrittenDate | null {
  const found = findDate(line, words);
  if (found === null) return null;

  const { time: timeAfter, offset, rest } = readTimeAfter(line.slice(found.end), words);
  const before = line.slice(0, found.start);
  const early = timeAfter === null ? TIME_BEFORE.exec(before) : null;
  const start = early?.index ?? found.start;
  const short = Number(found.year) + (Number(found.year) < CENTURY_TURN ? 2000 : 1900);
  return {
    year: found.year.length === 2 ? short : Number(found.year),
    month: found.month,
    day: Number(found.day),
    time: early?.groups ? timeOf(early.groups) : timeAfter,
    offset,
    written: trimSeparators(line.slice(start, line.length - rest.length)),
    before: withoutWeekday(trimSeparators(line.slice(0, start)), 'end', words),
    after: withoutWeekday(trimSeparators(rest), 'start', words),
  };
}
