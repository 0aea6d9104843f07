import { fold } from '../folding';
import { type DateWords, monthNamed, weekdayNamed, withoutWeekday } from './date-words';
import { readZone } from './zones';

/** Day and month, or month and day, and what stands between them. */
export interface Figures {
  readonly first: number;
  readonly second: number;
  readonly separator: '.' | '/' | '-';
  /** The weekday beside them, from 1 for Monday; null where none is. */
  readonly weekday: number | null;
}

/** A date as it stands in a line, before anyone asked whether it exists. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Hour, minute and second; null where the line tells no time. */
  readonly time: readonly [number, number, number] | null;
  /** The zone that the line tells, as luxon reads it; null where it tells none. */
  readonly zone: string | null;
  /** The figures of a date without a month's name, in their order; null where it can be read in one way only. */
  readonly figures: Figures | null;
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
  readonly separator: Figures['separator'] | null;
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
const TIME = /^(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?(?![\d:])/u;
/** Some languages put a slash between weekday and time. */
const SLASH_BEFORE_TIME = /(?<=^\P{N}*)\//u;
const TIME_BEFORE =
  /(?<![\d:.,])(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?<behind>[^\d:]{0,40}(?:[+-]\d{1,2}:?\d{0,2}[^\d:]*)?)$/u;
/** What closes a time: "o'clock" in some languages, a bracket. */
const TIME_CLOSE = /^(?:-(?:da|də|dən|dan)|\s*(?:Uhr|h|ч|час(?:а|ов)?|hrs?)\.?)?(?![\p{L}\d])\s*[)\]]?/u;

/** The abbreviation of "year" that some languages put behind it. */
const YEAR_MARK = /^\s*\p{L}{1,2}\.(?=[\s,]|$)/u;

/** The century of a year in two digits: from 1970 to 2069. */
const CENTURY_TURN = 70;

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
    const separator = name === undefined && pattern === NUMERIC ? (match.groups?.['separator'] as Figures['separator']) : null;
    return { year, month: number, day, separator, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

interface Timed extends Pick<WrittenDate, 'time' | 'zone'> {
  readonly rest: string;
}

const timeOf = ({ hour, minute, second }: Record<string, string | undefined>, added?: 0 | 12): WrittenDate['time'] => [
  added === undefined ? Number(hour) : (Number(hour) % 12) + added,
  Number(minute),
  Number(second ?? 0),
];

const afterSeparators = (text: string) => text.slice(BETWEEN.exec(text)?.[0].length ?? 0);

/** Reads what belongs to a time behind it: the half of the day, the zone. */
function readTime(groups: Record<string, string | undefined>, behind: string, words: DateWords): Timed {
  const half = /^\s*(?<half>\p{L}\.?\p{L}\.?)(?![\p{L}\d])/u.exec(behind);
  const added = words.halves.get(fold((half?.groups?.['half'] ?? '').replaceAll('.', '')));
  const afterHalf = added === undefined ? behind : behind.slice(half?.[0].length ?? 0);
  const open = afterHalf.slice(TIME_CLOSE.exec(afterHalf)?.[0].length ?? 0);
  const zone = readZone(open);
  return { time: timeOf(groups, added), zone: zone?.zone ?? null, rest: open.slice(zone?.length ?? 0).replace(/^\s*[)\]]/u, '') };
}

/** Reads the time behind a date. */
function readTimeAfter(text: string, words: DateWords): Timed {
  const skipped = afterSeparators(text);
  const start = TIME.test(skipped)
    ? skipped
    : afterSeparators(withoutWeekday(skipped.replace(SLASH_BEFORE_TIME, ' '), 'start', words, true));
  const match = TIME.exec(start);
  if (!match?.groups) return { time: null, zone: null, rest: text.replace(YEAR_MARK, '') };
  return readTime(match.groups, start.slice(match[0].length), words);
}

/** Reads the time before a date, if nothing but separators and small words parts them. */
function readTimeBefore(text: string, words: DateWords): (Timed & { start: number }) | null {
  const match = TIME_BEFORE.exec(text);
  if (!match?.groups) return null;
  const read = readTime(match.groups, match.groups['behind'] ?? '', words);
  return afterSeparators(withoutWeekday(read.rest, 'start', words, true)) === '' ? { ...read, start: match.index } : null;
}

const trimSeparators = (text: string) => text.replace(/^[\s,;|•·/–—()[\]-]+|[\s,;|•·–—()[\]-]+$/gu, '');

/** "Published:", "Опубликовано", "Dərc olunub": what a date is, said before it. Closed by a colon it may be any few words. */
const LABEL =
  /(?<![\p{L}\d])(?<label>(?:\p{L}+\s+){0,3}\p{L}+\s*[:：]|(?:дата(?:\s+публикации)?|опубликован[ао]?|добавлен[ао]?|размещен[ао]?|обновлен[ао]?|изменен[ао]?|published|posted|created|updated|modified|date|dərc (?:olunub|edilib|olunma tarixi)|yayımlan\p{L}*|tarix|əlavə (?:olunub|edilib)|yenilənib)(?:\s+(?:on|at|в|на))?)$/iu;
const UPDATED = /обновл|измен|updated|modified|yenilən|dəyişdiril/iu;

interface Labelled {
  readonly text: string;
  readonly label: string;
}

/** Takes the label off the end of what stands before a date. */
function withoutLabel(text: string): Labelled {
  const label = LABEL.exec(text)?.groups?.['label'] ?? '';
  return { text: trimSeparators(text.slice(0, text.length - label.length)), label };
}

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' | ');

function readFound(line: string, found: Found, words: DateWords): WrittenDate & { readonly label: string } {
  const behind = readTimeAfter(line.slice(found.end), words);
  const before = line.slice(0, found.start);
  const early = behind.time === null ? readTimeBefore(before, words) : null;
  const start = early?.start ?? found.start;
  const short = Number(found.year) + (Number(found.year) < CENTURY_TURN ? 2000 : 1900);
  const { text, label } = withoutLabel(trimSeparators(line.slice(0, start)));
  const day = Number(found.day);
  const { separator } = found;
  const weekday = separator === null ? null : weekdayNamed(line, words);
  return {
    year: found.year.length === 2 ? short : Number(found.year),
    month: found.month,
    day,
    time: early?.time ?? behind.time,
    zone: early?.zone ?? behind.zone,
    figures: separator === null ? null : { first: day, second: found.month, separator, weekday },
    written: trimSeparators(line.slice(start, line.length - behind.rest.length)),
    before: withoutWeekday(text, 'end', words),
    after: withoutWeekday(trimSeparators(behind.rest), 'start', words),
    label,
  };
}

/** What stands further behind is no date with a headline or a category beside it. Looking for one takes long there, in some texts squared. */
const LOOKED_THROUGH = 2000;

/**
 * Finds a date, and the time beside it, in a line of text: in figures or with the month's name. Of "published" and "updated" in
 * one line, it is the first.
 */
export function findWrittenDate(whole: string, words: DateWords): WrittenDate | null {
  const line = whole.slice(0, LOOKED_THROUGH);
  const found = findDate(line, words);
  if (found === null) return null;
  const { label, ...date } = readFound(line, found, words);
  const next = findDate(date.after, words);
  if (next === null) return date;
  const { label: nextLabel, ...second } = readFound(date.after, next, words);
  const rest = { before: joined([date.before, second.before]), after: second.after };
  return UPDATED.test(label) && !UPDATED.test(nextLabel) ? { ...second, ...rest } : { ...date, ...rest };
}
