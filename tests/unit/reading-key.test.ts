import type { Page } from '../../src/plugins/importer/server/src/import/page';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { learnFrom } from '../../src/plugins/importer/server/src/import/survey/learn';
import { readingKey } from '../../src/plugins/importer/server/src/import/survey/reading-key';
import { pageText } from '../helpers/page-text';

const pages = (slogan: string, count: number): Page[] =>
  Array.from({ length: count }, (_, number) => ({
    name: '',
    path: '',
    bytes: Buffer.from(pageText({ slogan, title: `Новость ${number}` })),
  }));
const keyOf = (sample: readonly Page[], more: Partial<typeof DEFAULT_PROFILE> = {}) => {
  const profile = { ...DEFAULT_PROFILE, ...more };
  return readingKey(profile, learnFrom(sample, profile));
};

test('pages are read the same way with the same profile and the same knowledge, however many pages it is from', () => {
  expect(keyOf(pages('Голос', 5))).toBe(keyOf(pages('Голос', 9)));
  expect(keyOf(pages('Голос', 5))).toMatch(/^[\da-f]{32}$/);
});

test('what was learnt goes through a message to another thread unchanged', () => {
  const learnt = learnFrom(pages('Голос', 5), DEFAULT_PROFILE);
  expect(structuredClone(learnt)).toEqual(learnt);
  expect(readingKey(DEFAULT_PROFILE, structuredClone(learnt))).toBe(readingKey(DEFAULT_PROFILE, learnt));
});

test('another zone, language, slogan, or knowing the site at all, is another way', () => {
  const keys = [
    keyOf(pages('Голос', 5)),
    keyOf(pages('Голос', 2)),
    keyOf(pages('Эхо', 5)),
    keyOf([]),
    keyOf(pages('Голос', 5), { timeZone: 'UTC' }),
    keyOf(pages('Голос', 5), { locale: 'ru' }),
    keyOf(pages('Голос', 5), { encodings: [] }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});
