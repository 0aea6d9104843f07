import fc from 'fast-check';
import { slugify } from 'transliteration';
import { slugOf } from '../../src/plugins/importer/server/src/slugs/make-slug';

const LETTERS: [string, string][] = [
  ['ə', 'e'],
  ['Ə', 'E'],
];

/** Upper case first: what is an address already stays as it is. */
const headline = fc
  .array(fc.constantFrom(...'Ж щ ь ə Ə ı İ ş é ß - — « » . _ 7 a 漢 😀'.split(' '), ' ', ' ', '\n', '\u0306'), { maxLength: 40 })
  .map((letters) => `X${letters.join('')}`);

test('a slug is what the library makes of a text, with the letters of Azerbaijani', () => {
  fc.assert(
    fc.property(headline, (text) => {
      expect(slugOf(text, '')).toBe(slugify(text, { replace: LETTERS, allowedChars: 'a-zA-Z0-9' }).slice(0, 100));
    }),
    { numRuns: 1000 },
  );
});
