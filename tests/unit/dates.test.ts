import fc from 'fast-check';
import { readDateWords } from '../../src/plugins/importer/server/src/import/recognise/dates/date-words';
import { type Moment, momentOf } from '../../src/plugins/importer/server/src/import/recognise/dates/moment';
import { findWrittenDate } from '../../src/plugins/importer/server/src/import/recognise/dates/written-date';

const WORDS = readDateWords(['ru', 'az', 'en']);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Zones of all sorts: far east and west, off the full hour, with and without summer time, with half an hour of it. */
const ZONES = ['Asia/Baku', 'Europe/Berlin', 'Europe/Moscow', 'America/New_York', 'America/Sao_Paulo', 'America/Havana'].concat(
  ['Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'], //
);

/** Moments at which the clocks of some of these zones went back or forward. */
const CHANGES = ['2015-03-29T00:00Z', '2015-10-25T00:00Z', '2021-03-28T01:00Z', '2021-10-31T01:00Z', '2021-11-07T06:00Z'].concat(
  ['2018-02-18T02:00Z', '2018-11-04T03:00Z', '2021-11-07T05:00Z', '2021-04-03T15:00Z', '2021-10-02T15:30Z'], //
);

const range = { min: Date.UTC(1973, 0), max: Date.UTC(2069, 11) };
const anyMinute = fc.integer({ min: range.min / MINUTE, max: range.max / MINUTE });
const minuteNearAChange = fc
  .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -180, max: 180 }))
  .map(([change, minutes]) => Date.parse(change) / MINUTE + minutes);
const moment = fc.oneof(anyMinute, minuteNearAChange).map((minutes) => new Date(minutes * MINUTE));
const noon = fc.integer({ min: 0, max: 36_000 }).map((days) => new Date(Date.UTC(1970, 0, 1 + days, 12)));

/** dd.mm.yyyy hh:mm */
function asPrinted(date: Date, timeZone: string): string {
  const options = { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat('de', { ...options, hourCycle: 'h23', timeZone }).format(date).replace(',', '');
}

/** The first of all moments at which the clocks of a zone showed the same. */
function firstAlike(date: Date, timeZone: string): Date {
  const earlier = [2 * HOUR, HOUR, HOUR / 2].map((by) => new Date(date.getTime() - by));
  return earlier.find((other) => asPrinted(other, timeZone) === asPrinted(date, timeZone)) ?? date;
}

function read(text: string, timeZone = 'UTC', words = WORDS): Moment | null {
  const date = findWrittenDate(text, words);
  return date === null ? null : momentOf(date, timeZone);
}

describe('dates in figures', () => {
  test('any moment reads back from dd.mm.yyyy hh:mm in any zone; of two alike the first', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...ZONES), (date, zone) => {
        expect(read(asPrinted(date, zone), zone)).toEqual({ iso: firstAlike(date, zone).toISOString(), skipped: false });
      }),
      { numRuns: 1000 },
    );
  });

  test('a time that the clocks skipped means as much after the change, and says so', () => {
    expect(read('29.03.2015 04:30', 'Asia/Baku')).toEqual({ iso: '2015-03-29T00:30:00.000Z', skipped: true });
    expect(read('28.03.2021 02:30', 'Europe/Berlin')).toEqual({ iso: '2021-03-28T01:30:00.000Z', skipped: true });
    expect(read('03.10.2021 02:15', 'Australia/Lord_Howe')).toEqual({ iso: '2021-10-02T15:45:00.000Z', skipped: true });
  });

  test('of a time that the clocks showed twice the first is meant', () => {
    expect(read('25.10.2015 04:30', 'Asia/Baku')?.iso).toBe('2015-10-24T23:30:00.000Z');
    expect(read('31.10.2021 02:30', 'Europe/Berlin')?.iso).toBe('2021-10-31T00:30:00.000Z');
    expect(read('07.11.2021 01:30', 'America/New_York')?.iso).toBe('2021-11-07T05:30:00.000Z');
  });

  test('a date without a time is the first moment of that day', () => {
    fc.assert(
      fc.property(noon, fc.constantFrom(...ZONES), (date, zone) => {
        const [day = ''] = asPrinted(date, zone).split(' ');
        const start = new Date(read(day, zone)?.iso ?? Number.NaN);
        expect(asPrinted(start, zone).startsWith(day)).toBe(true);
        expect(asPrinted(new Date(start.getTime() - MINUTE), zone).startsWith(day)).toBe(false);
      }),
    );
    expect(read('04.11.2018', 'America/Sao_Paulo')?.iso).toBe('2018-11-04T03:00:00.000Z');
    expect(read('07.11.2021', 'America/Havana')?.iso).toBe('2021-11-07T04:00:00.000Z');
  });

  test('a year of two figures lies between 1970 and 2069', () => {
    const read2 = (year: string) => findWrittenDate(`07.03.${year}`, WORDS)?.year;
    expect(['70', '99', '00', '21', '69'].map(read2)).toEqual([1970, 1999, 2000, 2021, 2069]);
  });

  test.each(['7.3.2021 10:15', '07/03/2021 10:15', '07-03-2021, 10.15', '2021-03-07 10:15:00', '2021.03.07 10:15', '2021-03-07T10:15'])(
    '%s',
    (text) => {
      expect(read(text)?.iso).toBe('2021-03-07T10:15:00.000Z');
    },
  );

  test.each(['10:15', '3.7', '1.2.3.4.5', '192.168.10.25', '12.05', '+7 10 20 2021', '2021', '07.03.20211', '107.03.2021'])(
    '%s is no date',
    (text) => {
      expect(findWrittenDate(text, WORDS)).toBeNull();
    },
  );
});

describe('dates that do not exist', () => {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const exists = (day: number, month: number, year: number) => {
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  };
  const [day, month, year] = [fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1900, max: 2100 })];

  test('a day that the month does not have, or a month that the year does not have', () => {
    fc.assert(
      fc.property(day, month, year, fc.constantFrom(...ZONES), (d, m, y, zone) => {
        fc.pre(!exists(d, m, y));
        expect(read(`${twoDigits(d)}.${twoDigits(m)}.${y} 10:15`, zone)).toBeNull();
        expect(read(`${y}-${twoDigits(m)}-${twoDigits(d)}`, zone)).toBeNull();
      }),
    );
  });

  test.each(['31.02.2020 10:15', '29.02.2021', '30 февраля 2020', '31 iyun 2020', 'April 31, 2020', '00.00.0000 00:00'])('%s', (text) => {
    expect(findWrittenDate(text, WORDS)).not.toBeNull();
    expect(read(text)).toBeNull();
  });

  test.each(['07.03.2021 24:00', '07.03.2021 25:10', '07.03.2021 10:60', '07.03.2021 10:15:60'])('%s', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('dates with the name of the month', () => {
  const locale = fc.constantFrom('ru', 'az', 'en', 'tr', 'de', 'fr', 'uk', 'pl');
  const wordsOf = new Map(['ru', 'az', 'en', 'tr', 'de', 'fr', 'uk', 'pl'].map((code) => [code, readDateWords([code])]));
  const inCase = fc.constantFrom('as it is', 'upper', 'lower');

  function written(date: Date, code: string, letters: string, options: Intl.DateTimeFormatOptions): string {
    const text = new Intl.DateTimeFormat(code, { ...options, timeZone: 'UTC' }).format(date);
    return letters === 'upper' ? text.toLocaleUpperCase(code) : letters === 'lower' ? text.toLocaleLowerCase(code) : text;
  }

  const reads = (options: Intl.DateTimeFormatOptions, hours: number) =>
    fc.assert(
      fc.property(noon, locale, inCase, fc.integer({ min: 0, max: 1439 }), (date, code, letters, minutes) => {
        const at = new Date(date.getTime() - 12 * HOUR + minutes * MINUTE * hours);
        const found = findWrittenDate(written(at, code, letters, options).replaceAll('\u202f', ' '), wordsOf.get(code) ?? WORDS);
        expect(found && { iso: momentOf(found, 'UTC')?.iso, before: found.before, after: found.after }).toEqual({
          iso: at.toISOString(),
          before: '',
          after: '',
        });
      }),
      { numRuns: 400 },
    );

  test('the long form in any language', () => reads({ day: 'numeric', month: 'long', year: 'numeric' }, 0));
  test('the short form in any language', () => reads({ day: 'numeric', month: 'short', year: 'numeric' }, 0));
  test('the long form with a time in any language', () => reads({ dateStyle: 'long', timeStyle: 'short' }, 1));
  test('the long form with weekday and time in any language', () => reads({ dateStyle: 'full', timeStyle: 'short' }, 1));

  test.each([
    ['8:35 AM', 8],
    ['8:35 p.m.', 20],
    ['12:35 am', 0],
    ['12:35PM', 12],
  ])('May 4, 2022 %s is %i hours', (time, hour) => {
    expect(findWrittenDate(`May 4, 2022 ${time}`, WORDS)?.time).toEqual([hour, 35, 0]);
  });

  test('what stands before and after is left, without the weekday', () => {
    const found = findWrittenDate('642 вторник, 14 сентября 2021 г. в 10:15 Наука и жизнь', WORDS);
    expect(found).toMatchObject({ before: '642', after: 'Наука и жизнь', written: '14 сентября 2021 г. в 10:15' });
  });

  test('any text is a date, a date that does not exist, or none, but never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        read(text);
        read(`${text} 7 марта 2021 ${text}`);
      }),
    );
  });
});
