import fc from 'fast-check';
import { readLines } from '../../src/plugins/importer/server/src/import/read/lines';

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

const INVISIBLE_ALONE = [
  ...['\u0001', '\u007F', '\u009D', '\u00AD', '\u034F', '\u061C', '\u180E', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F'],
  ...['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2060', '\u2061', '\u2064', '\u2066', '\u2067', '\u2068', '\u2069', '\u206F'],
  ...['\uFE00', '\uFE0E', '\uFE0F', '\uFEFF', '\uFFF9', '\uFFFC', '\u{1D173}', '\u{E0001}', '\u{E0041}', '\u{E0100}'],
];

test.each(INVISIBLE_ALONE.map((char) => [char.codePointAt(0)?.toString(16), char] as const))(
  'a reader does not see U+%s',
  (_code, char) => {
    expect(readLines(`${char}Мо${char}ст${char} ${char}через 1${char}2${char}\n${char}\n`)).toEqual([{ number: 1, text: 'Мост через 12' }]);
  },
);

test.each(['\u00A0', '\u1680', '\u2000', '\u2009', '\u200A', '\u202F', '\u205F', '\u3000', '\u2800', '\u3164', '\t', '\v', '\f'])(
  '%j is a space',
  (space) => {
    expect(readLines(`${space}Мост${space}${space}через${space}\u200B${space}реку${space}`)).toEqual([
      { number: 1, text: 'Мост через реку' },
    ]);
  },
);

test.each([
  ['a family', '👨\u200D👩\u200D👧'],
  ['a skin tone', '🧑🏽\u200D🚒 ✌🏽'],
  ['a heart', '❤\uFE0F\u200D🔥 ☎\uFE0E'],
  ['a key', '1\uFE0F\u20E3'],
  ['the flag of Scotland', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
  ['Persian', 'می\u200Cخواهم'],
  ['Hindi', 'क्\u200Dष'],
])('what an invisible character changes stays: %s', (_name, text) => {
  expect(readLines(`Мост ${text}`)).toEqual([{ number: 1, text: `Мост ${text}` }]);
});
