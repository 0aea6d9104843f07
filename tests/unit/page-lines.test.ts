import fc from 'fast-check';
import iconv from 'iconv-lite';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { readDocument } from '../../src/plugins/importer/server/src/import/read/read-document';

const readPage = (bytes: Uint8Array) => readDocument(bytes, { name: 'page.txt', encodings: DEFAULT_PROFILE.encodings });
const problemsOf = (bytes: Uint8Array) =>
  readPage(bytes).problems.map(({ rule, severity, line, found }) => ({ rule, severity, line, found }));
const linesOf = (text: string) => readPage(Buffer.from(text)).lines.map((line) => line.text);

const LINE = 'Рыбаки обсудили новые правила стоянки лодок у старого причала';

test('letters that can’t be read are a warning, which names their lines and says how many there are', () => {
  const text = `${LINE}\n\nРыб\uFFFDки\n\n${LINE}\n\n\uFFFDа\uFFFDк`;
  expect(problemsOf(Buffer.from(text))).toEqual([
    { rule: 'encoding', severity: 'warning', line: 3, found: '3 unreadable characters in lines 3, 7' },
  ]);
});

test.each([
  ['most letters are lost', Buffer.from(LINE.replace(/[а-яё]/giu, '\uFFFD'))],
  ['most letters are question marks', Buffer.from(`${LINE.replace(/[а-яё]/giu, '?')}\n\n178 12.08.2019 22:45 A A`)],
  ['Chinese in GBK', iconv.encode('新闻城市的温暖大海渔民们今天早上聚集在海滨长廊\n\n渔民讨论了新的船只停泊规则', 'gbk')],
  ['Japanese in Shift JIS', iconv.encode('さくらの町の新聞記事です\n\n漁師たちが海辺に集まって新しい規則について話した。', 'shift_jis')],
  ['Greek in windows-1253', iconv.encode('Νέα της πόλης δίπλα στη ζεστή θάλασσα\n\nΟι ψαράδες συζήτησαν νέους κανόνες', 'windows-1253')],
  ['random bytes beyond ASCII', Uint8Array.from({ length: 400 }, (_, index) => 128 + ((index * index * 37 + index * 11) % 128))],
])('what can’t be told at all is an error: %s', (_name, bytes) => {
  expect(problemsOf(bytes)).toEqual([expect.objectContaining({ rule: 'encoding', severity: 'error' })]);
});

test('questions are no damage', () => {
  expect(problemsOf(Buffer.from(`Кто построит новый мост??? ${LINE}\n\nЧто? Где? Когда? Почему???`))).toEqual([]);
});

test('HTML entities are read, once', () => {
  expect(
    linesOf(
      'AT&amp;T &#8212; &quot;caf&eacute;&quot;&nbsp;&#x2014;\n&amp;lt; R&D &copy 5 /?a=1&lt=2 &bogus;\n&#55357;&#56832; &#xD83D;&#xDE00; &#xD83D;&lrm;&shy;x',
    ),
  ).toEqual(['AT&T — "café" —', '&lt; R&D &copy 5 /?a=1&lt=2 &bogus;', '😀 😀 \uFFFDx']);
});

test('no line holds half a character, whatever the bytes', () => {
  const text = fc.string({ unit: fc.oneof(fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))) });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    text.map((page) => new Uint8Array(Buffer.from(`\uFEFF${page}`, 'utf16le'))),
    fc
      .array(fc.integer({ min: 0xd700, max: 0xe100 }).map((code) => `&#${code};`))
      .map((parts) => new Uint8Array(Buffer.from(parts.join('')))),
  );
  fc.assert(
    fc.property(bytes, (page) => {
      for (const { text: line } of readPage(page).lines) expect(line).not.toMatch(/\p{Cs}/u);
    }),
    { numRuns: 1000, seed: 18 },
  );
});

test.each([
  ['spaces', '\u00A0'],
  ['joiners', '\u200D'],
  ['entities', '&amp;'],
  ['tags of a flag', '\u{E0067}'],
])('a line of a million %s is read', (_name, char) => {
  expect(() => linesOf(`Мост ${char.repeat(1_000_000)}`)).not.toThrow();
});
