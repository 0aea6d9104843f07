/** The words that dates are written with in some languages, in the letters of `lineKey`-like folding: see `fold`. */
export interface DateWords {
  /** Name or abbreviation → 1 to 12. */
  readonly months: ReadonlyMap<string, number>;
  /** Names of weekdays, which may stand beside a date. */
  readonly weekdays: ReadonlySet<string>;
  /** Words that may stand between a date and a time, such as "at". */
  readonly links: ReadonlySet<string>;
  /** Name of a half of the day → hours to add. */
  readonly halves: ReadonlyMap<string, 0 | 12>;
}

const words = (text: string): string[] => text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];

/** The form in which words are compared: without case, accents and final full stops, in any language alike. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ı', 'i')
    .replace(/\.$/, '');
}

function readMonths(locale: string): [string, number][] {
  const entries: [string, number][] = [];
  for (let month = 1; month <= 12; month += 1) {
    const day = new Date(Date.UTC(2023, month - 1, 15));
    for (const style of ['long', 'short'] as const) {
      const alone = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' }).format(day);
      const options = { day: 'numeric', month: style, year: 'numeric', timeZone: 'UTC' } as const;
      const parts = new Intl.DateTimeFormat(locale, options).formatToParts(day);
      const inDate = parts.find(({ type }) => type === 'month')?.value ?? alone;
      entries.push([fold(alone), month], [fold(inDate), month]);
    }
  }
  return entries.filter(([name]) => /^\p{L}/u.test(name));
}

const WEEK = [1, 2, 3, 4, 5, 6, 7].map((day) => new Date(Date.UTC(2023, 0, day, 12)));

function readWeekdays(locale: string): string[] {
  const styles = ['long', 'short'] as const;
  return styles.flatMap((weekday) => WEEK.map((date) => new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(date)));
}

function readLinks(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return format.formatToParts(WEEK[0]).flatMap(({ type, value }) => (type === 'literal' ? words(value) : []));
}

function readHalves(locale: string): [string, 0 | 12][] {
  return ([0, 12] as const).map((hours) => {
    const options = { hour: 'numeric', hour12: true, timeZone: 'UTC' } as const;
    const parts = new Intl.DateTimeFormat(locale, options).formatToParts(new Date(Date.UTC(2023, 0, 1, hours + 3)));
    return [fold(parts.find(({ type }) => type === 'dayPeriod')?.value ?? ''), hours];
  });
}

/**
 * Reads the words of dates from the runtime's own locale data (ICU, by way of `Intl`), so that any language that Node
 * knows is read without a list of its months here.
 *
 * @param locales BCP 47 codes. English is always among them: many systems print it whatever the site's language.
 */
export function readDateWords(locales: readonly string[]): DateWords {
  const all = [...new Set([...locales, 'en'])];
  return {
    months: new Map(all.flatMap(readMonths)),
    weekdays: new Set(all.flatMap(readWeekdays).map(fold)),
    links: new Set(all.flatMap(readLinks).map(fold)),
    halves: new Map(all.flatMap(readHalves).filter(([name]) => name !== '')),
  };
}
