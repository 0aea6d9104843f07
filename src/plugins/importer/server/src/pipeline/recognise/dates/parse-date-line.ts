import { DateTime } from 'luxon';
import { type DateWords, fold } from './date-words';

/** A date as it stands in a line, before anyone asked whether it exists. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Hour, minute and second; null where the line tells no time. */
  readonly time: readonly [number, number, number] | null;
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
const TIME = /^(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2}))?(?![\d:])/u;

/** The century of a year in two digits: from 1970 to 2069. */
const CENTURY_TURN = 70;

function findDate(line: string, { months }: DateWords): Found | null {
  for (const pattern of [ISO, NUMERIC, DAY_FIRST, MONTH_FIRST]) {
    const match = pattern.exec(line);
    const { year, month, name, day } = match?.groups ?? {};
    if (!match || year === undefined || day === undefined) continue;
    const number = name === undefined ? Number(month) : months.get(fold(name));
    if (number === undefined) continue;
    return { year, month: number, day, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

const WORD_AT_START = /^(?<word>\p{L}[\p{L}\p{M}]*)\.?(?=[\s,\d]|$)/u;

/** Takes separators and the given words off the front of a text. */
function skip(text: string, skipped: ReadonlySet<string>): string {
  let rest = text;
  for (;;) {
    rest = rest.replace(/^[\s,;|•·/–—-]+/u, '');
    const word = WORD_AT_START.exec(rest)?.[0];
    if (word === undefined || !skipped.has(fold(word))) return rest;
    rest = rest.slice(word.length);
  }
}

/** The text before a date, without the weekday that belongs to it. */
function withoutWeekday(text: string, { weekdays }: DateWords): string {
  const words = text.trim().split(/\s+/u);
  const last = (words.at(-1) ?? '').replace(/[,;|]$/u, '');
  return (weekdays.has(fold(last)) ? words.slice(0, -1) : words).join(' ');
}

/** The abbreviation of "year" that some languages put behind it. */
const YEAR_MARK = /^\s*\p{L}{1,2}\.(?=[\s,]|$)/u;

function readTime(text: string, { weekdays, links, halves }: DateWords): { time: WrittenDate['time']; rest: string } {
  const start = skip(text, new Set([...weekdays, ...links]));
  const match = TIME.exec(start);
  if (!match?.groups) return { time: null, rest: skip(text.replace(YEAR_MARK, ''), weekdays) };

  const { hour, minute, second } = match.groups;
  const afterTime = start.slice(match[0].length);
  const half = /^\s*(?<half>\p{L}\.?\p{L}\.?)(?=[\s,]|$)/u.exec(afterTime);
  const added = halves.get(fold((half?.groups?.['half'] ?? '').replaceAll('.', '')));
  const inDay = added === undefined ? Number(hour) : (Number(hour) % 12) + added;
  const rest = added === undefined ? afterTime : afterTime.slice(half?.[0].length ?? 0);
  return { time: [inDay, Number(minute), Number(second ?? 0)], rest: skip(rest, weekdays) };
}

/** Finds a date, and the time that follows it, in a line of text: in figures or with the month's name. */
export function findWrittenDate(line: string, words: DateWords): WrittenDate | null {
  const found = findDate(line, words);
  if (found === null) return null;

  const { time, rest } = readTime(line.slice(found.end), words);
  const short = Number(found.year) + (Number(found.year) < CENTURY_TURN ? 2000 : 1900);
  return {
    year: found.year.length === 2 ? short : Number(found.year),
    month: found.month,
    day: Number(found.day),
    time,
    written: line.slice(found.start, line.length - rest.length).trim(),
    before: withoutWeekday(line.slice(0, found.start), words),
    after: rest,
  };
}

/** A moment in UTC, and whether its local time was skipped because the clocks went forward. */
export interface Moment {
  readonly iso: string;
  readonly skipped: boolean;
}

/**
 * The moment that a written date means. Without a time it is the start of that day. A local time that the clocks
 * skipped means as much after the change; one that they showed twice means the first.
 *
 * @param timeZone IANA name.
 * @returns null for a date or time that does not exist.
 */
export function momentOf(date: WrittenDate, timeZone: string): Moment | null {
  const { year, month, day, time } = date;
  const start = DateTime.fromObject({ year, month, day }, { zone: timeZone });
  if (!start.isValid) return null;
  if (time === null) return { iso: start.startOf('day').toUTC().toJSDate().toISOString(), skipped: false };

  const [hour, minute, second] = time;
  if (hour > 23) return null;
  const moment = DateTime.fromObject({ year, month, day, hour, minute, second }, { zone: timeZone });
  if (!moment.isValid) return null;
  return { iso: moment.toJSDate().toISOString(), skipped: moment.hour !== hour || moment.minute !== minute };
}
