import fc from 'fast-check';
import { blocksOf, textOfNode } from '../../src/plugins/importer/server/src/import/blocks';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { createRecogniser } from '../../src/plugins/importer/server/src/import/recognise/recogniser';
import { areBlocks } from '../../src/plugins/importer/server/src/bulk/content/quick-check/blocks';
import { readDocument } from '../../src/plugins/importer/server/src/import/read/read-document';

const read = (text: string, name = 'page.md') => readDocument(Buffer.from(text), { name, encodings: DEFAULT_PROFILE.encodings });
const factsOf = (text: string, name?: string) => read(text, name).facts.map(({ name: fact, value }) => `${fact}: ${value}`);
const bodyOf = (text: string) => [...blocksOf(read(text).lines)];

const WORD = fc.constantFrom(
  'мост',
  'порт',
  'and',
  'şəhər',
  '*',
  '**',
  '_',
  '`',
  '[',
  '](',
  ')',
  '<b>',
  '</b>',
  '![',
  '{{<',
  '>}}',
  '&amp;',
  '\\',
  '~~',
);
const START = fc.constantFrom('', '# ', '### ', '- ', '  - ', '1. ', '> ', '    ', '| ', '```\n', '<div>', '* * *', '\t');
const LINE = fc.tuple(START, fc.array(WORD, { maxLength: 8 })).map(([start, words]) => start + words.join(' '));
const TEXT = fc.array(LINE, { maxLength: 12 }).map((lines) => lines.join('\n'));

const hasPicture = (text: string) => bodyOf(text).some(({ type }) => type === 'image');

test('whatever the text, its blocks are ones that Strapi takes, and lines stand where they say', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      const { lines, problems } = read(text);
      if (!hasPicture(text)) expect(areBlocks([...blocksOf(lines)])).toBe(true);
      const count = text.split('\n').length;
      for (const { number } of lines) expect(number >= 1 && number <= count).toBe(true);
      expect(lines.length > 0 || problems.length > 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('no word of a paragraph is lost, nor joined to another, by bold text and links', () => {
  const piece = fc.constantFrom('**мост**', '[порт](https://old.example/)', '*лодки*', 'утром', '`код`', '[**пирс**](/pirs)');
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const words = pieces.join(' ').replace(/\]\([^)]*\)|[*`[\]]/gu, '');
      expect(bodyOf(pieces.join(' ')).map(textOfNode)).toEqual([words]);
    }),
  );
});

test.each([
  ['YAML', '---\ntitle: Мост\ntags: [a, b]\n---\nТекст', ['title: Мост', 'tag: a', 'tag: b']],
  ['YAML with a mark and Windows line ends', '\uFEFF---\r\ntitle: "Мост: начало"\r\n---\r\nТекст', ['title: Мост: начало']],
  ['TOML', '+++\ntitle = "Мост"\ndate = 2023-09-20\n+++\nТекст', ['title: Мост', 'date: 2023-09-20']],
  ['lines without a fence', 'Title: Мост\nDate: 2010-12-03 10:20\n\nТекст', ['title: Мост', 'date: 2010-12-03 10:20']],
  ['a date as it is written', '---\ndate: 2023-09-20 08:50:00 +0400\n---\nТекст', ['date: 2023-09-20 08:50:00 +0400']],
  ['a draft', '---\ntitle: a\ndraft: true\n---\nТекст', ['title: a', 'draft: true']],
  ['what is published, as a word and not a date', '---\npublished: true\n---\nТекст', []],
  [
    'categories in lists of their own',
    '---\ncategories:\n  - [Город, Порт]\n  - Море\n---\nТекст',
    ['category: Город', 'category: Порт', 'category: Море'],
  ],
  ['empty values', '---\ntitle:\ntags: []\nauthor: null\n---\nТекст', []],
  ['a line and text below it, which is no front matter', '---\n\nТекст\n\n---\n', []],
])('%s', (_name, text, facts) => {
  expect(factsOf(text)).toEqual(facts);
});

test('the name of a post tells its date, with or without more words', () => {
  expect(factsOf('Текст', 'posts/2023-09-20-new-bridge.md')).toEqual(['date: 2023-09-20', 'slug: new-bridge']);
  expect(factsOf('Текст', '2023-09-20.markdown')).toEqual(['date: 2023-09-20']);
});

test.each([
  ['By Jane Doe and Ali Karimov', ['Jane Doe', 'Ali Karimov']],
  ['Автор Анна Мелихова', ['Анна Мелихова']],
  ['Авторы: Анна Мелихова, Рауф Гусейнов и Byron Reed', ['Анна Мелихова', 'Рауф Гусейнов', 'Byron Reed']],
  ['Müəllif: Aygün Əliyeva və Murad Quliyev', ['Aygün Əliyeva', 'Murad Quliyev']],
  ['Byron Anderson', ['Byron Anderson']],
])('the authors of a byline, by name: %s', async (author, names) => {
  const recogniser = await createRecogniser(DEFAULT_PROFILE);
  const bytes = Buffer.from(`---\ntitle: Мост\ndate: 2023-09-20\nauthor: '${author}'\n---\nТекст о мосте.`);
  expect(recogniser.recognise({ name: '1.md', path: '1.md', bytes }).story).toMatchObject({ byline: author, authors: names });
});

test('pictures in HTML are pictures, in their places', () => {
  const text =
    'До <img src="/a.jpg" alt="Мост &amp; порт"> после\n\n<figure><img alt=x src=/b.png>\n<figcaption>Порт</figcaption></figure>\n';
  const blocks = bodyOf(text).map((block) =>
    block.type === 'image' ? [block.image['url'], block.image['alternativeText']] : textOfNode(block),
  );
  expect(blocks).toEqual(['До', ['/a.jpg', 'Мост & порт'], 'после', ['/b.png', 'x'], 'Порт']);
});

test('front matter that can’t be read is a warning, and the text is read all the same', () => {
  const { lines, facts, problems } = read('---\ntitle: [a\n---\n# Мост\n\nТекст');
  expect([facts, lines.map(({ text }) => text)]).toEqual([[], ['Мост', 'Текст']]);
  expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([['front-matter-invalid', 'warning']]);
});

test('an empty page tells why its front matter can’t be read, too', () => {
  expect(read('---\ntitle: [a\n---\n').problems.map(({ rule }) => rule)).toEqual(['front-matter-invalid', 'page-empty']);
});

test('aliases that grow without end are refused', () => {
  const bomb = Array.from({ length: 30 }, (_, at) => `a${at}: &a${at} [${at === 0 ? 'x' : `*a${at - 1}, *a${at - 1}`}]`).join('\n');
  expect(read(`---\n${bomb}\ntitle: Мост\n---\nТекст`).problems.map(({ rule }) => rule)).toEqual(['front-matter-invalid']);
});
