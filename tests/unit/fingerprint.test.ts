import fc from 'fast-check';
import { fingerprint } from '../../src/plugins/importer/server/src/import/plan/fingerprint';
import { printsOf, STORY as SHORT, linesFrom } from '../helpers/decisions';

const STORY = {
  ...SHORT,
  body: linesFrom(['Полосы обновили за четыре дня.', 'На работу ушло девяносто литров краски.']),
  provenance: { title: [3] },
};

const keyOf = (story: typeof SHORT) => printsOf(story).storyKey;
const hashOf = (story: typeof SHORT) => printsOf(story).contentHash;

const OF_THE_STORY: Partial<typeof SHORT>[] = [
  { title: 'Маяк покрасили' },
  { datePublished: '2023-09-20T04:51:00.000Z' },
  { locale: 'az' },
  { body: STORY.body.slice(0, 1) },
  { body: STORY.body.toReversed() },
  { body: linesFrom([STORY.body.map(({ text }) => text).join(' ')]) },
];
const OF_THE_ARTICLE: Partial<typeof SHORT>[] = [
  { category: 'В мире' },
  { category: null },
  { views: 643 },
  { views: 0 },
  { views: null },
  ...[{ tags: ['море'] }, { authors: ['Анна Мелихова'] }, { byline: 'Анна Мелихова' }],
  ...[{ originalUrl: 'https://old.example/1' }, { dateModified: '2023-09-21T04:50:00.000Z' }],
];
const OF_THE_PAGE: Partial<typeof SHORT>[] = [
  { site: { ...STORY.site, slogan: 'Тихий Берег', partners: ['Mayak Evi'] } },
  { provenance: { title: [1] } },
];

/** The same JSON value with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  );
}

describe('a fingerprint', () => {
  test('is 32 hexadecimal digits of any JSON value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(fingerprint(value)).toMatch(/^[0-9a-f]{32}$/)));
  });

  test('is the same whatever the order of keys', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(fingerprint(reversed(value))).toBe(fingerprint(value))));
  });

  test('tells different values apart', () => {
    const values = [null, '', 0, '0', false, [], {}, [null], [[]], { a: 1 }, { a: '1' }, { b: 1 }, { a: 1, b: 1 }, [1, 2], [2, 1], '[1,2]'];
    expect(new Set(values.map(fingerprint)).size).toBe(values.length);
  });

  test('of nothing is that of null', () => {
    expect(fingerprint(undefined)).toBe(fingerprint(null));
  });

  test('stays what it was: ledgers hold it', () => {
    expect(fingerprint({ b: [1, 'я'], a: null })).toBe(fingerprint({ a: null, b: [1, 'я'] }));
    expect(fingerprint(null)).toBe('74234e98afe7498fb5daf1f36ac2d78a');
  });
});

describe('the key of a story', () => {
  test.each(OF_THE_STORY)('changes with %j', (change) => {
    expect(keyOf({ ...STORY, ...change })).not.toBe(keyOf(STORY));
  });

  test.each([...OF_THE_ARTICLE, ...OF_THE_PAGE])('stays with %j', (change) => {
    expect(keyOf({ ...STORY, ...change })).toBe(keyOf(STORY));
  });
});

describe('the hash of the content', () => {
  test.each([...OF_THE_STORY, ...OF_THE_ARTICLE])('changes with %j', (change) => {
    expect(hashOf({ ...STORY, ...change })).not.toBe(hashOf(STORY));
  });

  test.each(OF_THE_PAGE)('stays with %j', (change) => {
    expect(hashOf({ ...STORY, ...change })).toBe(hashOf(STORY));
  });
});
