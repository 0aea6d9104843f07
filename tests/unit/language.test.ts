import fc from 'fast-check';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { createLanguageDetector } from '../../src/plugins/importer/server/src/import/recognise/language';

const RUSSIAN = 'утром на старом мосту снова зажгли фонари Ёлка ЦБ съезд Ѣ жители города видели как корабль вошёл в порт'.split(' ');
const AZERBAIJANI = 'səhər köhnə körpüdə fənərlər İyun yandı şəhər sakinləri gəminin limana necə daxil olduğunu gördülər'.split(' ');
const ENGLISH = 'in the morning lamps on the old bridge were lit again NATO don’t people of the town watched a ship enter'.split(' ');
const SIGNS = ['—', '2023', '№', ' ', '\n'];

/** Words of one language, with the signs that stand between words. */
const text = fc
  .constantFrom(RUSSIAN, AZERBAIJANI, ENGLISH)
  .chain((words) => fc.array(fc.constantFrom(...words, ...words, ...words, ...SIGNS), { minLength: 8, maxLength: 120, size: 'max' }))
  .map((words) => words.join(' '));

test('less text than the detector is offered tells the same language', async () => {
  const { eld } = await import('eld/extrasmall');
  const detector = eld.newInstance();
  detector.setLanguageSubset([...DEFAULT_PROFILE.locales]);
  const detect = await createLanguageDetector(DEFAULT_PROFILE);
  fc.assert(
    fc.property(text, (whole) => {
      expect(detect(whole)).toBe(detector.detect(whole).language || DEFAULT_PROFILE.defaultLocale);
    }),
    { numRuns: 3000 },
  );
});

test('paragraphs tell the same language as the text that they make', async () => {
  const detect = await createLanguageDetector(DEFAULT_PROFILE);
  fc.assert(
    fc.property(text, fc.string(), (whole, sign) => {
      const [first = '', ...more] = whole.split(sign);
      expect(
        detect(
          first,
          more.map((line) => ({ text: line })),
        ),
      ).toBe(detect([first, ...more].join('\n')));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  'Mayor Əliyev met the builders of the new bridge near the old harbour, and promised that it would be open to walkers by spring',
  'The poems of Füzuli and Nəsimi were read aloud in the library last night, and many people of the town came to listen to them',
])('names of one language do not make a text of it: %s', async (english) => {
  expect((await createLanguageDetector(DEFAULT_PROFILE))(english)).toBe('en');
});

test.each([
  ['az', 'Балыгчылар гајыгларын дајанаҹағыны мүзакирә етди. Бу күн сәһәр балыгчылар саһилдә топлашды вә көһнә көрпүнүн јанында данышдылар'],
  ['az', 'Azәrbaycan balıqçıları sahildә toplaşdı vә köhnә körpünün yanında yeni qaydaları müzakirә etdi'],
  [
    'ru',
    'Рыбаки обсудили новые правила, сообщила газета «Һәјат», которая выходит в городе с прошлого века и печатается в старой типографии',
  ],
  ['ru', 'Рыбаки обсудили новые правила стоянки лодок у старого причала'],
])('Azerbaijani in Cyrillic letters is Azerbaijani, and what quotes it is not: %s', async (language, text) => {
  expect((await createLanguageDetector(DEFAULT_PROFILE))(text)).toBe(language);
});
