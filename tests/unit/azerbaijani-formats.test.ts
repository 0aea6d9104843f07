import { withAzerbaijani } from '../../src/admin/languages/azerbaijani-formats';
import { pickLanguage } from '../../src/admin/languages/follow-browser';

/** Node has Azerbaijani, so that what the panel brings along can be compared with the real thing. */
const ours = withAzerbaijani(Intl);
const AT = new Date('2031-09-12T14:05:09Z');
const timeZone = 'Asia/Baku';

describe('dates in Azerbaijani', () => {
  it.each(Array.from({ length: 12 }, (_, month) => month))('have the name of month %i, long and short', (month) => {
    for (const length of ['long', 'short'] as const) {
      const options = { day: 'numeric', month: length, year: 'numeric', timeZone } as const;
      const at = new Date(Date.UTC(2031, month, 3));
      expect(new ours.DateTimeFormat('az', options).format(at)).toBe(new Intl.DateTimeFormat('az', options).format(at));
    }
  });

  it.each(Array.from({ length: 7 }, (_, day) => day))('have the name of weekday %i, long and short', (day) => {
    for (const weekday of ['long', 'short'] as const) {
      const at = new Date(Date.UTC(2031, 8, 1 + day));
      const options = { weekday, timeZone };
      expect(new ours.DateTimeFormat('az', options).format(at)).toBe(new Intl.DateTimeFormat('az', options).format(at));
    }
  });

  it('have their time and its zone', () => {
    const dates = new ours.DateTimeFormat('az', {
      ...{ year: 'numeric', month: 'short', day: 'numeric' },
      ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short', timeZone },
    });
    expect(dates.format(AT)).toBe('12 sen 2031 18:05 GMT+4');
    expect(new ours.DateTimeFormat(['az-AZ', 'en'], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(AT)).toBe(
      '12 sen 2031 18:05',
    );
    expect(dates.resolvedOptions()).toMatchObject({ locale: 'az', timeZone });
  });

  it('are told from now as people do', () => {
    const ways = [
      ...([-3, -1200, 4] as const).map((value) => [value, 'minutes'] as const),
      ...([-1, 0, 1, -2] as const).map((value) => [value, 'day'] as const),
      ...([-0, 2] as const).map((value) => [value, 'second'] as const),
      ...([-4, 3] as const).map((value) => [value, 'years'] as const),
    ];
    const say = (format: Intl.RelativeTimeFormat) => ways.map(([value, unit]) => format.format(value, unit));
    expect(say(new ours.RelativeTimeFormat('az', { numeric: 'auto' }))).toEqual(
      say(new Intl.RelativeTimeFormat('az', { numeric: 'auto' })),
    );
  });
});

it.each([
  [1234567.891, {}],
  [-0.5, {}],
  [0.56, { style: 'percent' }],
  [1234.5, { style: 'unit', unit: 'megabyte', unitDisplay: 'short' }],
] as const)('writes the number %d with %o as Azerbaijani does', (value, options) => {
  expect(new ours.NumberFormat('az', options).format(value)).toBe(new Intl.NumberFormat('az', options).format(value));
});

it('names languages in Azerbaijani', () => {
  const names = new ours.DisplayNames('az', { type: 'language' });
  expect(['az', 'ru', 'en'].map((code) => names.of(code))).toEqual(['azərbaycan', 'rus', 'ingilis']);
});

it.each(['en', 'ru', 'de', undefined])('leaves the formats of other languages to the browser: %s', (locale) => {
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  expect(ours.DateTimeFormat(locale, options).format(AT)).toBe(new Intl.DateTimeFormat(locale, options).format(AT));
  expect(ours.NumberFormat(locale).format(1234.5)).toBe(new Intl.NumberFormat(locale).format(1234.5));
  expect(ours.DateTimeFormat().resolvedOptions().timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
});

it.each([
  [['az-AZ', 'en'], 'az'],
  [['tr-TR', 'ru-RU', 'en'], 'ru'],
  [['EN-gb', 'ru'], 'en'],
  [['de', 'fr-FR'], 'en'],
  [[], 'en'],
])('speaks to a browser that wants %j in %s', (wanted, language) => {
  expect(pickLanguage(wanted, ['en', 'ru', 'az'])).toBe(language);
});
