import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { createPageReader, type PageReader } from '../../src/plugins/importer/server/src/import/workers/page-reader';
import { learnFrom } from '../../src/plugins/importer/server/src/import/survey/learn';
import { MOST_LINES } from '../../src/plugins/importer/server/src/import/read/lines';
import { readBody } from '../../src/plugins/importer/server/src/import/blocks';
import { pageText, SLOGAN } from '../helpers/page-text';
import { quickestMs } from '../helpers/quickest-ms';

jest.setTimeout(300_000);

let read: PageReader;
beforeAll(async () => {
  read = await createPageReader({ profile: DEFAULT_PROFILE, learnt: learnFrom([], DEFAULT_PROFILE) });
});

const recognise = (content: string | Buffer) => {
  const bytes = Buffer.from(content as string);
  const { recognition } = read({ name: '1.txt', path: '1.txt', size: bytes.length, knownHash: null, content: bytes });
  if (recognition === null) throw new Error('It was to be recognised');
  return recognition;
};
const rulesOf = (content: string | Buffer) => recognise(content).problems.map(({ rule }) => rule);

const META = '42 05.06.2021 10:15 Культура A A';

/** Texts of about so many characters that a careless pattern goes through again and again. */
const SHAPES: readonly (readonly [string, (length: number) => string])[] = [
  ['a paragraph', (length) => pageText({ paragraphs: ['Город у моря. '.repeat(length / 14)] })],
  ['a word', (length) => pageText({ paragraphs: ['я'.repeat(length)] })],
  [
    'many paragraphs',
    (length) => pageText({ paragraphs: Array.from({ length: length / 60 }, (_, at) => `Абзац ${at} о городе и о море.`) }),
  ],
  ['blank lines', (length) => `${pageText()}${'\n'.repeat(length)}конец`],
  [
    'Macintosh line ends',
    (length) => pageText({ paragraphs: Array.from({ length: length / 40 }, () => 'Город у моря') }).replaceAll('\n', '\r'),
  ],
  ['a top line', (length) => pageText({ slogan: 'меню '.repeat(length / 5) })],
  ['a headline', (length) => pageText({ title: 'слово '.repeat(length / 6) })],
  ['dashes behind the date', (length) => pageText({ meta: `42 05.06.2021 10:15 ${'-'.repeat(length)}x` })],
  ['separators before the date', (length) => pageText({ meta: `${'12:30 , '.repeat(length / 8)}x 05.06.2021` })],
  ['slashes behind a number', (length) => pageText({ meta: `05.06.2021 1${'/a'.repeat(length / 2)}` })],
  ['digits', (length) => pageText({ meta: '1'.repeat(length) })],
  ['dates', (length) => pageText({ meta: '05.06.2021 '.repeat(length / 11) })],
  ['small words behind the date', (length) => pageText({ meta: `05.06.2021 ${'в '.repeat(length / 2)}` })],
  ['dashes apart', (length) => pageText({ meta: `20.09.2023 ${'- '.repeat(length / 2)}x` })],
  ['figures before the date', (length) => pageText({ meta: `${'1 '.repeat(length / 2)}20.09.2023` })],
  ['months', (length) => pageText({ meta: 'мая '.repeat(length / 4) })],
  ['one word', (length) => pageText({ meta: 'м'.repeat(length) })],
  ['buttons', (length) => pageText({ meta: `05.06.2021 ${'A '.repeat(length / 2)}A` })],
  ['partners', (length) => pageText({ tail: ['Наши партнёры', ...Array.from({ length: length / 20 }, (_, at) => `Пекарня ${at}`)] })],
  ['quotes', (length) => pageText({ paragraphs: ['"\\'.repeat(length / 2)] })],
];

const QUICK_MS = 20;

test.each(SHAPES)('eight times %s takes about eight times as long', async (_shape, make) => {
  const time = (text: string) => {
    const bytes = Buffer.from(text);
    return quickestMs(QUICK_MS, () => Promise.resolve(recognise(bytes)));
  };
  const [once, more] = [make(50_000), make(400_000)];
  // Sixty-four times would be squared. What is quick anyway is measured badly.
  expect(await time(more)).toBeLessThan(Math.max(8 * QUICK_MS, 30 * (await time(once))));
});

test('a page of too many lines is too large, as each would be a paragraph', () => {
  const lines = (count: number) => pageText({ paragraphs: Array.from({ length: count }, () => 'да') });
  expect(rulesOf(lines(MOST_LINES))).toContain('page-too-large');
  expect(rulesOf(lines(50_000))).toEqual([]);
  expect(recognise(lines(MOST_LINES)).problems[0]?.message).toBe(
    'The page is too large: found more than 250000 lines, expected at most 250000.',
  );
});

test('blank lines are no lines, however many', () => {
  const { story, problems } = recognise(pageText({ paragraphs: [`Начало${'\n'.repeat(600_000)}`, 'Конец'] }));
  expect([readBody(story.body), problems]).toEqual([['Начало', 'Конец'], []]);
});

test('a text without paragraphs has the beginning of it as its lead', () => {
  const text = 'Город у самого моря. '.repeat(50_000).trim();
  const { story } = recognise(pageText({ paragraphs: [text] }));
  expect(story.lead.length).toBeLessThanOrEqual(2000);
  expect(text.startsWith(story.lead.slice(0, -1))).toBe(true);
  expect(story.lead).toMatch(/(?:Город|у|самого|моря\.)…$/u);
  expect(readBody(story.body)).toEqual([text]);
});

test('a long text is written as the same text in parts', () => {
  const paragraphs = Array.from({ length: 30_000 }, (_, at) => `Абзац ${at} с "кавычками" и 🌉 о городе и море.`);
  expect(readBody(recognise(pageText({ paragraphs })).story.body)).toEqual(paragraphs);
});

test('what stands around a story is carried only as far as it can belong to the site', () => {
  const tail = ['Наши партнёры', ...Array.from({ length: 5000 }, (_, at) => `Пекарня ${at}`), 'Лента новостей', 'Предыдущие новости'];
  const { site } = recognise(pageText({ slogan: 'меню '.repeat(100_000), tail })).story;
  expect(site.partners).toHaveLength(300);
  expect(site.slogan).toBeNull();
  expect(recognise(pageText({ meta: META })).story.site.slogan).toBe(SLOGAN);
});

test('a long page in a single-byte encoding is read as a short one', async () => {
  const iconv = (await import('iconv-lite')).default;
  const paragraphs = Array.from({ length: 10_000 }, (_, at) => `Абзац ${at} о городе, о море и о людях, которые там живут.`);
  const { story } = recognise(iconv.encode(pageText({ paragraphs }), 'windows-1251'));
  expect(readBody(story.body)).toEqual(paragraphs);
});
