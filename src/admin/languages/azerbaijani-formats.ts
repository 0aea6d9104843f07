/** Chromium lists Azerbaijani as a language that it knows, and has none of its words: it writes `2031 M09 12` and `1,234.5`. */
const AZERBAIJANI = /^az(-|$)/i;

/** Dates and numbers are ordered and separated as in Turkish, which browsers know; the words in them are ours. */
const DONOR = 'tr';
/** In Turkish the percent sign stands before the number. */
const DONOR_OF_PERCENT = 'id';

const MONTHS = {
  long: ['yanvar', 'fevral', 'mart', 'aprel', 'may', 'iyun', 'iyul', 'avqust', 'sentyabr', 'oktyabr', 'noyabr', 'dekabr'],
  short: ['yan', 'fev', 'mar', 'apr', 'may', 'iyn', 'iyl', 'avq', 'sen', 'okt', 'noy', 'dek'],
} as const;

/** From Monday on. */
const WEEKDAYS = {
  long: ['bazar ertəsi', 'çərşənbə axşamı', 'çərşənbə', 'cümə axşamı', 'cümə', 'şənbə', 'bazar'],
  short: ['B.E.', 'Ç.A.', 'Ç.', 'C.A.', 'C.', 'Ş.', 'B.'],
} as const;

const UNITS: Readonly<Record<string, string>> = {
  ...{ second: 'saniyə', minute: 'dəqiqə', hour: 'saat', day: 'gün', week: 'həftə', month: 'ay', quarter: 'rüb', year: 'il' },
};
const DAYS: Readonly<Record<number, string>> = { [-1]: 'dünən', 0: 'bu gün', 1: 'sabah' };

const LANGUAGES: Readonly<Record<string, string>> = { az: 'azərbaycan', en: 'ingilis', ru: 'rus', tr: 'türk', de: 'alman', fr: 'fransız' };

const isAzerbaijani = (locales: Intl.LocalesArgument) => {
  const [first] = [locales].flat();
  return first !== undefined && AZERBAIJANI.test(first.toString());
};

const LENGTHS = ['long', 'short'] as const;

/** Our names by those of the donor. */
function namesOf(DateTimeFormat: typeof Intl.DateTimeFormat): ReadonlyMap<string, string> {
  // The fifteenth of each month, and a week that begins on a Monday.
  const months = MONTHS.long.map((_, month) => Date.UTC(2024, month, 15));
  const days = WEEKDAYS.long.map((_, day) => Date.UTC(2024, 0, day + 1));
  const timeZone = 'UTC';
  return new Map(
    LENGTHS.flatMap((length) => {
      const month = new DateTimeFormat(DONOR, { month: length, timeZone });
      const weekday = new DateTimeFormat(DONOR, { weekday: length, timeZone });
      return [
        ...MONTHS[length].map((name, at): [string, string] => [month.format(months[at]), name]),
        ...WEEKDAYS[length].map((name, at): [string, string] => [weekday.format(days[at]), name]),
      ];
    }),
  );
}

type Dates = ConstructorParameters<typeof Intl.DateTimeFormat>;
type Numbers = ConstructorParameters<typeof Intl.NumberFormat>;
type Times = ConstructorParameters<typeof Intl.RelativeTimeFormat>;
type Names = ConstructorParameters<typeof Intl.DisplayNames>;

/** The browser's formats, with Azerbaijani ones of our own; those of all other languages are the browser's. */
export function withAzerbaijani({ DateTimeFormat, NumberFormat, RelativeTimeFormat, DisplayNames }: typeof Intl) {
  const names = namesOf(DateTimeFormat);

  const formatDates = ([locales, options]: Dates) => {
    if (!isAzerbaijani(locales)) return new DateTimeFormat(locales, options);
    const dates = new DateTimeFormat(DONOR, options);
    const donated = dates.formatToParts.bind(dates);
    const resolved = dates.resolvedOptions();
    const formatToParts = (date?: Date | number) => donated(date).map((part) => ({ ...part, value: names.get(part.value) ?? part.value }));
    const format = (date?: Date | number) =>
      formatToParts(date)
        .map(({ value }) => value)
        .join('');
    return Object.defineProperties(dates, {
      ...{ format: { value: format }, formatToParts: { value: formatToParts } },
      resolvedOptions: { value: () => ({ ...resolved, locale: 'az' }) },
    });
  };

  const formatNumbers = ([locales, options]: Numbers) => {
    if (!isAzerbaijani(locales)) return new NumberFormat(locales, options);
    return new NumberFormat(options?.style === 'percent' ? DONOR_OF_PERCENT : DONOR, options);
  };

  const formatTimes = ([locales, options]: Times) => {
    const times = new RelativeTimeFormat(locales, options);
    if (!isAzerbaijani(locales)) return times;
    const numbers = new NumberFormat(DONOR);
    const format = (value: number, unit: Intl.RelativeTimeFormatUnit) => {
      const one = unit.replace(/s$/, '');
      if (options?.numeric === 'auto') {
        const day = DAYS[value];
        if (one === 'day' && day !== undefined) return day;
        if (one === 'second' && value === 0) return 'indi';
      }
      const amount = `${numbers.format(Math.abs(value))} ${UNITS[one] ?? one}`;
      return value < 0 || Object.is(value, -0) ? `${amount} öncə` : `${amount} ərzində`;
    };
    return Object.defineProperties(times, { format: { value: format } });
  };

  const nameThings = ([locales, options]: Names) => {
    const things = new DisplayNames(locales, options);
    if (!isAzerbaijani(locales) || options.type !== 'language') return things;
    const donated = things.of.bind(things);
    return Object.defineProperties(things, { of: { value: (code: string) => LANGUAGES[code] ?? donated(code) } });
  };

  return {
    // These two may be called without `new`, and often are.
    DateTimeFormat: new Proxy(DateTimeFormat, {
      apply: (_target, _self, args: Dates) => formatDates(args),
      construct: (_target, args: Dates) => formatDates(args),
    }),
    NumberFormat: new Proxy(NumberFormat, {
      apply: (_target, _self, args: Numbers) => formatNumbers(args),
      construct: (_target, args: Numbers) => formatNumbers(args),
    }),
    RelativeTimeFormat: new Proxy(RelativeTimeFormat, { construct: (_target, args: Times) => formatTimes(args) }),
    DisplayNames: new Proxy(DisplayNames, { construct: (_target, args: Names) => nameThings(args) }),
  };
}

/** Lets everything in the panel, Strapi's pages and plugins too, write dates and numbers in Azerbaijani where the browser can't. */
export function knowAzerbaijaniFormats(): void {
  const knows = new Intl.DateTimeFormat('az', { month: 'long', timeZone: 'UTC' }).format(0) === MONTHS.long[0];
  if (!knows) Object.assign(Intl, withAzerbaijani(Intl));
}
