import type { SiteProfile } from '../../profile';
import { fold } from '../folding';

/** The words that dates are written with in some languages, folded. */
export interface DateWords {
  /** Name or abbreviation → 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** Names of weekdays, of one word or more → 1 for Monday to 7. */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Name of a half of the day → hours to add. */
  readonly halves: ReadonlyMap<string, 0 | 12>;
}

const SHORTEST_ABBREVIATION = 3;

const withoutStop = (word: string) => fold(word).replace(/\.$/, '');

function readMonths(locale: string): [string, number][] {
  const entries: [string, number][] = [];
  for (let month = 1; month <= 12; month += 1) {
    const day = new Date(Date.UTC(2023, month - 1, 15));
    for (const style of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' }).format(day);
      const options = { day: 'numeric', month: style, year: 'numeric', timeZone: 'UTC' } as const;
      const parts = new Intl.DateTimeFormat(locale, options).formatToParts(day);
      const inDate = parts.find(({ type }) => type === 'month')?.value ?? alone;
      entries.push([withoutStop(alone), month], [withoutStop(inDate), month]);
    }
  }
  // Azerbaijani in Cyrillic letters has a letter of its own where the locale data has a Russian one.
  const spelled = entries.flatMap(([name, month]): [string, number][] => [
    [name, month],
    [name.replace(/(?<=^ма)и$/u, 'ј'), month],
  ]);
  return spelled.filter(([name]) => /^\p{L}/u.test(name));
}

/** A week that begins with a Monday. */
const WEEK = [2, 3, 4, 5, 6, 7, 8].map((day) => new Date(Date.UTC(2023, 0, day, 12)));

function readWeekdays(locale: string): [string, number][] {
  return (['long', 'short'] as const).flatMap((weekday) => {
    const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
    return WEEK.map((date, index): [string, number] => [withoutStop(format.format(date)), index + 1]);
  });
}

function readHalves(locale: string): [string, 0 | 12][] {
  return ([0, 12] as const).map((hours) => {
    const options = { hour: 'numeric', hour12: true, timeZone: 'UTC' } as const;
    const parts = new Intl.DateTimeFormat(locale, options).formatToParts(new Date(Date.UTC(2023, 0, 1, hours + 3)));
    return [withoutStop(parts.find(({ type }) => type === 'dayPeriod')?.value ?? ''), hours];
  });
}

/** Languages that were, or are, written in another script too: their months have names there. */
const inEveryScript = (locale: string): string[] => {
  const others = ['Cyrl', 'Latn'].map((script) => new Intl.Locale(locale, { script }).toString());
  const known = others.filter((other) => new Intl.DateTimeFormat(other).resolvedOptions().locale.split('-').length > 1);
  return [locale, ...known];
};

/**
 * Reads the words of dates from the runtime's own locale data (ICU, by way of `Intl`), so that any language that Node
 * knows is read without a list of its months here.
 *
 * @param locales BCP 47 codes. English is always among them: many systems print it whatever the site's language.
 */
export function readDateWords(locales: readonly string[]): DateWords {
  const all = [...new Set([...locales, 'en'].flatMap(inEveryScript))];
  return {
    months: new Map(all.flatMap(readMonths)),
    weekdays: new Map(all.flatMap(readWeekdays)),
    halves: new Map(all.flatMap(readHalves).filter(([name]) => name !== '')),
  };
}

/** The weekday that a line names, from 1 for Monday; null where it names none, or several. */
export function weekdayNamed(line: string, { weekdays }: DateWords): number | null {
  const parts = line.split(/[\s,;|()/]+/u).map(withoutStop);
  const pairs = parts.map((word, index) => `${word} ${parts[index + 1] ?? ''}`);
  const named = new Set([...parts, ...pairs].flatMap((word) => weekdays.get(word) ?? []));
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

/** The words that the dates of a site are written with. */
export const dateWordsOf = ({ locales, locale }: SiteProfile): DateWords =>
  readDateWords(locale === undefined ? locales : [...locales, locale]);

/** The month that a word names, in full or by an abbreviation that can mean no other. */
export function monthNamed(word: string, { months }: DateWords): number | undefined {
  const name = withoutStop(word);
  const exact = months.get(name);
  if (exact !== undefined || name.length < SHORTEST_ABBREVIATION) return exact;
  const begun = new Set([...months].filter(([month]) => month.startsWith(name)).map(([, number]) => number));
  return begun.size === 1 ? [...begun][0] : undefined;
}

/**
 * Takes the name of a weekday, and the comma beside it, off one end of a text.
 *
 * At the start, "Среда обитания" is a category, and no Wednesday: a weekday is closed by a comma or the end of the text, or is
 * written small where the next word is not.
 *
 * @param anyway take it off at the start whatever follows.
 */
export function withoutWeekday(text: string, end: 'start' | 'end', { weekdays }: DateWords, anyway = end === 'end'): string {
  const words = text.trim().split(/\s+/u);
  for (const count of [2, 1]) {
    const named = (end === 'start' ? words.slice(0, count) : words.slice(-count)).join(' ');
    if (!weekdays.has(fold(named).replace(/[.,;|]+$/u, ''))) continue;
    const rest = end === 'start' ? words.slice(count) : words.slice(0, -count);
    const closed = rest.length === 0 || /[.,;|]$/u.test(named) || (/^\p{Ll}/u.test(named) && /^\P{Ll}/u.test(rest[0] ?? ''));
    if (anyway || closed) return rest.join(' ');
  }
  return text;
}
