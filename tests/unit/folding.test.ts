import fc from 'fast-check';
import { fold, lineKey, saysLike, shortLineKey } from '../../src/plugins/importer/server/src/import/recognise/folding';

/** The same by definition: slow, and right for any character. */
const folded = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ı', 'i');
const keyOf = (text: string) =>
  folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const telling = fc.constantFrom(...Array.from('aAИиЙйЁёəƏıIİiÜğΣςσé½ﬁ№“”—–…·١1 \u00a0\u00ad\u0301\u0306\u0345\u200b\u2028𝐀가ſK'));
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: telling }),
  fc.string({ unit: fc.integer({ min: 0, max: 0x2100 }).map((code) => String.fromCharCode(code)) }),
);

test('every character folds as it is defined to, alone and beside a Greek capital', () => {
  for (let code = 0; code < 0x3000; code += 1) {
    const char = String.fromCharCode(code);
    for (const line of [char, `Α${char}Σ`]) expect([line, fold(line), lineKey(line)]).toEqual([line, folded(line), keyOf(line)]);
  }
});

test('any text folds as it is defined to', () => {
  fc.assert(
    fc.property(text, (line) => {
      expect([fold(line), lineKey(line)]).toEqual([folded(line), keyOf(line)]);
    }),
    { numRuns: 2000 },
  );
});

test('a line of any length folds as it is defined to, and leaves nothing to the next', () => {
  const long = 'Ветер, с моря! '.repeat(2000);
  for (const line of [long, 'ой', `${long}${long}`, '', 'Порт']) expect([fold(line), lineKey(line)]).toEqual([folded(line), keyOf(line)]);
});

test('a short key is the key, or null for a longer one', () => {
  fc.assert(
    fc.property(text, fc.nat(30), (line, most) => {
      const short = shortLineKey(line, most);
      if (short === null) expect(keyOf(line).length).toBeGreaterThan(most);
      else expect(short).toBe(keyOf(line));
    }),
  );
});

test('two lines say the same when their keys are the same', () => {
  const pair = fc.oneof(
    fc.tuple(text, text),
    text.map((line) => [line, ` ${line.toUpperCase()}!`] as const),
  );
  fc.assert(fc.property(pair, ([line, other]) => expect(saysLike(line)(other)).toBe(keyOf(line) === keyOf(other))));
});
