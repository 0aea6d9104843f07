import fc from 'fast-check';
import { similarity, sketchOf } from '../../src/plugins/importer/server/src/import/near-duplicates/sketch';
import { changedStory, paragraphsOf, storyWords } from '../helpers/story-texts';

const sketch = (words: readonly string[]) => sketchOf(paragraphsOf(words)) ?? '';

function shinglesOf(words: readonly string[]): Set<string> {
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
}

function jaccard(words: readonly string[], others: readonly string[]): number {
  const [own, other] = [shinglesOf(words), shinglesOf(others)];
  const common = [...own].filter((shingle) => other.has(shingle)).length;
  return common / (own.size + other.size - common);
}

test('a sketch is 48 bytes in base64, and the same for the same text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (paragraphs) => {
      const made = sketchOf(paragraphs);
      expect(sketchOf([...paragraphs])).toBe(made);
      if (made !== null) expect([made.length, Buffer.from(made, 'base64').length]).toEqual([64, 48]);
    }),
  );
});

test('a story of any length has one, which depends on no story before', () => {
  const words = Array.from({ length: 20_000 }, (_, index) => `слово${index}`);
  const short = sketch(['маяк', 'паром']);
  const long = sketch(words);
  expect(sketch(['маяк', 'паром'])).toBe(short);
  expect(sketchOf([words.join(' ')])).toBe(long);
  expect(similarity(long, sketch(words.slice(0, 10_000)))).toBeGreaterThan(0.3);
  expect(similarity(long, sketch(words.slice(0, 10_000)))).toBeLessThan(0.7);
});

test('a text without words has none', () => {
  expect([sketchOf([]), sketchOf(['— … !', ''])]).toEqual([null, null]);
});

test('a single word has one', () => {
  expect(similarity(sketch(['маяк']), sketch(['маяк']))).toBe(1);
  expect(similarity(sketch(['маяк']), sketch(['паром']))).toBeLessThan(0.1);
});

test('case, accents, punctuation and the ends of paragraphs make no difference', () => {
  fc.assert(
    fc.property(storyWords(1, 60), (words) => {
      const other = [`«${words.join(' — ').toUpperCase().replaceAll('Й', 'И\u0306')}»!`];
      expect(sketchOf(other)).toBe(sketch(words));
    }),
  );
});

test('characters beyond the usual ones are words too', () => {
  expect(sketchOf(['가나 다라 𝐀𝐁'])).not.toBe(sketchOf(['가나 다라 마바']));
  expect(sketchOf(['ﬁnal Σας'])).toBe(sketchOf(['FINAL σας']));
});

test('the similarity of two sketches is near that of the stories', () => {
  const errors = fc
    .sample(
      fc.nat(60).chain((changes) => changedStory(100, 500, changes)),
      { numRuns: 400, seed: 1 },
    )
    .map(([words, other]) => similarity(sketch(words), sketch(other)) - jaccard(words, other));
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  const deviation = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
  expect(Math.abs(mean)).toBeLessThan(0.01);
  expect(deviation).toBeLessThan(0.08);
});
