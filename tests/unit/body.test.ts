import fc from 'fast-check';
import { readBody, writeBody } from '../../src/plugins/importer/server/src/import/blocks';
import { linesFrom } from '../helpers/decisions';

/** Any text, halves of pairs too, with the characters that JSON escapes. */
const paragraph = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes)),
  fc.array(fc.constantFrom('"', '\\', '\n', '\u2028', '😀', '\ud83d', 'слово', 'ə')).map((parts) => parts.join('')),
);

const toBlocks = (paragraphs: readonly string[]) =>
  paragraphs.map((text) => ({ children: [{ text, type: 'text' }], type: 'paragraph' as const }));

test('a body is the JSON of its blocks, whatever its paragraphs hold', () => {
  fc.assert(
    fc.property(fc.array(paragraph), (paragraphs) => {
      const body = writeBody(linesFrom(paragraphs));
      expect(Buffer.from(body).toString()).toBe(JSON.stringify(toBlocks(paragraphs)));
      expect(readBody(body)).toEqual(paragraphs);
    }),
    { numRuns: 1000 },
  );
});

test('bodies keep what they say while others are written', () => {
  const texts = Array.from({ length: 300 }, (_, index) => `${index} ${'длинный текст '.repeat(index)}`);
  const bodies = texts.map((text) => writeBody(linesFrom([text])));
  expect(bodies.map(readBody)).toEqual(texts.map((text) => [text]));
});
