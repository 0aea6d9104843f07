import fc from 'fast-check';
import { readLines } from '../../src/plugins/importer/server/src/pipeline/recognise/lines';

const SPACES = [' ', ' ', ' ', '  ', '\t', '\u00A0', '\u2003', '\u3000'];
const INVISIBLE = ['\u0000', '\u001F', '\u007F', '\u00AD', '\u200B', '\u2060', '\uFEFF'];
const LINE_ENDS = ['\n', '\n', '\r\n', '\r', '\u2028', '\u2029', '\n\n'];
const WORDS = ['мост', 'şəhər', 'bridge', '🌉', '—', '7'];

const text = fc.oneof(
  fc.array(fc.constantFrom(...WORDS, ' ', '\n')),
  fc.array(fc.constantFrom(...WORDS, ...SPACES, ...INVISIBLE, ...LINE_ENDS)),
);

test('a line is what people see of it, whatever stands between its words', () => {
  fc.assert(
    fc.property(
      text.map((parts) => parts.join('')),
      (page) => {
        const seen = page
          .split(/\r\n|[\n\r\u2028\u2029]/u)
          // eslint-disable-next-line no-control-regex
          .map((raw) => raw.replace(/[\u0000\u001F\u007F\u00AD\u200B\u2060\uFEFF]/gu, '').replace(/\s+/gu, ' '))
          .flatMap((line, index) => (line.trim() === '' ? [] : [{ number: index + 1, text: line.trim() }]));
        expect(readLines(page)).toEqual(seen);
      },
    ),
    { numRuns: 2000 },
  );
});
