import type { Origin } from '../../src/plugins/importer/server/src/import/read/document';
import fc from 'fast-check';
import type { Page } from '../../src/plugins/importer/server/src/import/page';
import { isError } from '../../src/plugins/importer/server/src/import/problem';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { decode } from '../../src/plugins/importer/server/src/import/read/decode';
import { learnFrom } from '../../src/plugins/importer/server/src/import/survey/learn';
import { createRecogniser, type Recogniser, type Recognition } from '../../src/plugins/importer/server/src/import/recognise/recogniser';
import { isWhole } from '../../src/plugins/importer/server/src/import/story';

const LINE_END = /\r\n|\n|\r|\u2028|\u2029/u;

const pageOf = (bytes: Uint8Array): Page => ({ name: 'page.txt', path: 'pages/page.txt', bytes });
const pageOfText = (text: string): Page => pageOf(Buffer.from(text));

const pick = <T>(...values: T[]) => fc.constantFrom(...values);
const someOf = <T>(values: readonly T[], maxLength: number) => fc.subarray([...values], { maxLength });

const META = pick('642 20.09.2023 08:50 Культура A A', '20.09.2023 08:50 В мире', '1 234 7 марта 2021 г. A- A+', '07.06.2022').map(
  (text) => [text],
);
const BROKEN_META = pick('642 31.02.2020 Культура A A', '31.02.2020 10:15 A A', '98765432109 20.09.2023 A A', '642 Культура A A').map(
  (text) => [text],
);
const TITLE = pick(
  'На пруду открылась лодочная станция',
  'Маяк покрасили',
  'Parkda iki yüz ağac əkilib',
  'What is the lighthouse keeper reading tonight?',
);
const PARAGRAPHS = someOf(
  [
    'С субботы на городском пруду снова можно взять лодку: двенадцать лодок за зиму просмолили.',
    'Лента новостей на экране у входа показывает, сколько лодок свободно.',
    'Bazar günü sakinlər parka bel və su vedrələri ilə gəliblər.',
    'The council asks cyclists to walk across until the varnish is dry.',
    '12.05.2021 здесь открыли первый павильон, и с тех пор рынок вырос вдвое.',
    'Вход свободный.',
  ],
  6,
);
const TAIL = fc
  .tuple(
    someOf(['Mayak Evi', 'Тёплый хлеб', '88 120'], 3),
    someOf(['11:40 Ferry on time', '10:15 Паром ушёл'], 2),
    someOf(['Ранее: туман', 'Регата'], 2),
  )
  .map(([partners, feed, previous]) => ['Наши партнёры', ...partners, 'Лента новостей', ...feed, 'Предыдущие новости', ...previous]);

/** The non-blank lines of a page in the usual layout, in groups each of which may be missing. */
const part = <T>(lines: fc.Arbitrary<T[]>) => fc.oneof({ weight: 4, arbitrary: lines }, { weight: 1, arbitrary: fc.constant<T[]>([]) });
const HEAD = part(fc.constant(['Газета Тихого Берега']));
const laidOut = fc
  .tuple(HEAD, part(TITLE.map((title) => [title])), META, PARAGRAPHS, part(TAIL)) //
  .map((parts) => parts.flat());
const brokenlyLaidOut = fc
  .tuple(HEAD, part(TITLE.map((title) => [title])), BROKEN_META, PARAGRAPHS, part(TAIL))
  .map((parts) => parts.flat());

/** A usual page with some of its bytes overwritten. */
const damaged = fc.tuple(laidOut, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 })).map(([lines, changes]) => {
  const bytes = new Uint8Array(Buffer.from(lines.join('\n\n')));
  for (const [place, byte] of changes) bytes[place % bytes.length] = byte;
  return bytes;
});
const anyText = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    laidOut.map((lines) => lines.join('\n')),
  ),
  { maxLength: 5 },
);
const anyBytes = fc.oneof(
  fc.uint8Array({ maxLength: 500 }),
  damaged,
  anyText.map((texts) => new Uint8Array(Buffer.from(texts.join('\n')))),
  anyText.map((texts) => new Uint8Array(Buffer.from(texts.join('\n'), 'utf16le'))),
);

const linesIn = (page: Page): string[] => decode(page.bytes, DEFAULT_PROFILE.encodings)?.text.split(LINE_END) ?? [];
const placesOf = ({ story, problems }: Recognition) => [
  ...Object.values(story.provenance).flat().map(Number),
  ...problems.flatMap(({ line }) => line ?? []),
];

/** What a page says, with the text of its lines in the place of their numbers. */
function withoutNumbers(lines: readonly string[], { story, problems }: Recognition) {
  const textOf = (number: Origin) => (lines[Number(number) - 1] ?? `no line ${number}`).replace(/\s+/gu, ' ').trim();
  const provenance = Object.fromEntries(Object.entries(story.provenance).map(([name, places]) => [name, places.map(textOf)]));
  return {
    ...story,
    body: story.body.map(({ text }) => text),
    provenance,
    problems: problems.map((problem) => ({ ...problem, line: problem.line === null ? null : textOf(problem.line) })),
  };
}

describe('whatever the bytes of a page', () => {
  let recogniser: Recogniser;
  beforeAll(async () => {
    recogniser = await createRecogniser(DEFAULT_PROFILE);
  });

  test('recognising them yields a whole story or an error, and never throws', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const { story, problems } = recogniser.recognise(pageOf(bytes));
        expect(isWhole(story) || problems.some(isError)).toBe(true);
        expect(story.body.length > 0 || problems.some(isError)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('learning from them never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyBytes, { maxLength: 6 }), async (pages) => {
        const pupil = await createRecogniser(DEFAULT_PROFILE, learnFrom(pages.map(pageOf), DEFAULT_PROFILE));
        for (const bytes of pages) pupil.recognise(pageOf(bytes));
      }),
    );
  });

  test('every line that a story or a problem names exists and is not blank', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const page = pageOf(bytes);
        const lines = linesIn(page);
        for (const place of placesOf(recogniser.recognise(page))) expect(lines[place - 1]?.trim()).toMatch(/./su);
      }),
      { numRuns: 500 },
    );
  });

  test('a date is a moment, views are whole, and no text has space at its ends', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const { title, datePublished, category, views, body, locale } = recogniser.recognise(pageOf(bytes)).story;
        if (datePublished !== null) expect(new Date(datePublished).toISOString()).toBe(datePublished);
        if (views !== null) expect(Number.isSafeInteger(views) && views >= 0).toBe(true);
        for (const text of [title ?? '-', category ?? '-', ...body.map((line) => line.text)]) expect(text).toMatch(/^\S(?:.*\S)?$/su);
        expect(DEFAULT_PROFILE.locales).toContain(locale);
      }),
    );
  });
});

describe('a page in the usual layout', () => {
  let recogniser: Recogniser;
  beforeAll(async () => {
    recogniser = await createRecogniser(DEFAULT_PROFILE);
  });

  /** The lines that are not blank, and neither in the provenance of the story nor the place of a problem. */
  const forgotten = (lines: readonly string[]) => {
    const places = new Set(placesOf(recogniser.recognise(pageOfText(lines.join('\n\n')))));
    return lines.filter((_line, index) => !places.has(index * 2 + 1));
  };

  test('has no line that the provenance does not account for', () => {
    fc.assert(fc.property(laidOut, (lines) => expect(forgotten(lines)).toEqual([])));
  });

  test('has no line that is forgotten when its date line is broken', () => {
    fc.assert(fc.property(brokenlyLaidOut, (lines) => expect(forgotten(lines)).toEqual([])));
  });

  test('says the same with blank lines, other line ends and more spaces; only line numbers differ', () => {
    const lineEnd = pick('\n', '\r\n', '\r', '\n\n', '\r\n\r\n', '\n \t\n\u00a0\n');
    const gap = pick(' ', '  ', '\t', ' \u00a0', '\u2003 ');
    const edge = pick('', ' ', '\t ', '\u3000');
    fc.assert(
      fc.property(
        laidOut,
        fc.infiniteStream(lineEnd),
        fc.infiniteStream(gap),
        fc.infiniteStream(edge),
        pick('', '\uFEFF'),
        (lines, ends, gaps, edges, mark) => {
          const next = (stream: fc.Stream<string>) => [...stream.take(1)].join('');
          const loosened = lines.map((line) => `${next(edges)}${line.replace(/ /gu, () => next(gaps))}${next(edges)}${next(ends)}`);
          const [plain, loose] = [pageOfText(lines.join('\n')), pageOfText(`${mark}${next(ends)}${loosened.join('')}`)];
          const [before, after] = [plain, loose].map((page) => withoutNumbers(linesIn(page), recogniser.recognise(page)));
          expect(after).toEqual(before);
        },
      ),
      { numRuns: 200 },
    );
  });
});
