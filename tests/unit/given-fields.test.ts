import fc from 'fast-check';
import type { GivenFields } from '../../src/plugins/importer/server/src/import/correction';
import { isError } from '../../src/plugins/importer/server/src/import/problem';
import { DEFAULT_PROFILE, type SiteRule } from '../../src/plugins/importer/server/src/import/profile';
import { createRecogniser, type Recognition } from '../../src/plugins/importer/server/src/import/recognise/recogniser';
import { pageText, SLOGAN } from '../helpers/page-text';

const pageOf = (text: string) => ({ name: 'page.txt', path: 'pages/page.txt', bytes: Buffer.from(text) });

async function recognise(text: string, given?: GivenFields, rules: readonly SiteRule[] = []): Promise<Recognition> {
  const recogniser = await createRecogniser({ ...DEFAULT_PROFILE, rules });
  return recogniser.recognise(pageOf(text), given);
}

const rulesOf = ({ problems }: Recognition) => problems.map(({ rule }) => rule);

const DATELESS = pageText({ meta: '42 Культура A A' });
const ISO = '2021-06-05T06:15:00.000Z';

describe('a page with a correction', () => {
  it('has the date that was given, and no problem that it solves', async () => {
    const before = await recognise(DATELESS);
    const after = await recognise(DATELESS, { datePublished: { value: ISO, line: null } });
    expect(rulesOf(before)).toEqual(['date-missing']);
    expect(after.story).toMatchObject({ title: before.story.title, datePublished: ISO, views: 42, category: 'Культура' });
    expect(after.problems).toEqual([]);
    expect(after.story.provenance['datePublished']).toEqual([]);
  });

  it('takes a whole line for the headline, which is no part of the body then', async () => {
    const text = pageText({ title: null, paragraphs: ['Рыбаки вернулись с уловом', 'Лодки пришли на рассвете, все до одной.'] });
    const line = { number: 5, text: 'Рыбаки вернулись с уловом', isWhole: true };
    const { story, problems } = await recognise(text, { title: { value: line.text, line } });
    expect(problems).toEqual([]);
    expect(story).toMatchObject({
      title: 'Рыбаки вернулись с уловом',
      body: [expect.objectContaining({ text: 'Лодки пришли на рассвете, все до одной.' })],
    });
    expect(story.provenance).toMatchObject({ title: [5], paragraphs: [7] });
  });

  it('keeps what was given where the line says something else by now, and shows no line for it', async () => {
    const line = { number: 5, text: 'Так стояло здесь раньше', isWhole: true };
    const { story } = await recognise(pageText({ title: null }), { title: { value: 'Так стояло здесь раньше', line } });
    expect(story.title).toBe('Так стояло здесь раньше');
    expect(story.provenance['title']).toEqual([]);
    expect(story.body).toHaveLength(2);
  });

  it('has no half characters and none that a reader does not see, whoever gave them', async () => {
    const value = '\u202AМаяк\ud83d\u200B \u00A0горит';
    const rules: SiteRule[] = [{ field: 'category', finding: { kind: 'value', value: 'Го\udca9род\u200E' } }];
    const { story } = await recognise(pageText({ meta: '05.06.2021 A A' }), { title: { value, line: null } }, rules);
    expect(story).toMatchObject({ title: 'Маяк\uFFFD горит', category: 'Го\uFFFDрод' });
  });

  const LINES = fc.array(
    fc.constantFrom(
      SLOGAN,
      'Маяк покрасили',
      '42 05.06.2021 10:15 Культура A A',
      '31.02.2020',
      'Лента новостей',
      'Лодки собрали по побережью.',
    ),
    { maxLength: 8 },
  );
  const VALUE = fc.constantFrom('Маяк покрасили', 'Другой заголовок', ISO);
  const LINE = fc.option(
    fc.record({ number: fc.integer({ min: 1, max: 9 }), text: fc.constantFrom('Маяк покрасили', SLOGAN), isWhole: fc.boolean() }),
  );
  const GIVEN = fc.record(
    {
      title: fc.record({ value: VALUE, line: LINE }),
      datePublished: fc.record({ value: fc.constant(ISO), line: LINE }),
      category: fc.record({ value: VALUE, line: LINE }),
    },
    { requiredKeys: [] },
  );
  const RULES: SiteRule[] = [
    { field: 'title', finding: { kind: 'line', at: 2 } },
    { field: 'datePublished', finding: { kind: 'line', at: 3 } },
    { field: 'category', finding: { kind: 'value', value: 'Разное' } },
  ];

  it('never has a corrected field otherwise than given, and gives each line of the page once', async () => {
    const recogniser = await createRecogniser({ ...DEFAULT_PROFILE, rules: RULES });
    fc.assert(
      fc.property(LINES, GIVEN, (lines, given) => {
        const page = pageOf(lines.join('\n'));
        const { story, problems } = recogniser.recognise(page, given);
        const values: Readonly<Record<string, unknown>> = { ...story };
        for (const [field, value] of Object.entries(given)) expect(values[field]).toBe(value.value);
        if (given.title) expect(problems.map(({ rule }) => rule)).not.toContain('headline-missing');
        if (given.datePublished) expect(problems.map(({ rule }) => rule)).not.toContain('date-missing');
        expect(story.provenance['paragraphs'] ?? []).toHaveLength(story.body.length);
        const furniture = story.provenance['furniture'] ?? [];
        const { furniture: _furniture, ...told } = story.provenance;
        expect(furniture.filter((number) => Object.values(told).flat().includes(number))).toEqual([]);
      }),
    );
  });
});

describe('the rules of a site', () => {
  it('find a date behind words, wherever these stand, and drop the line that says nothing else', async () => {
    const text = pageText({
      meta: '42 Культура A A',
      paragraphs: ['Лодки собрали по всему побережью.', 'Опубликовано: 5 июня 2021, 10:15'],
    });
    const rule: SiteRule = { field: 'datePublished', finding: { kind: 'after', words: 'Опубликовано:' } };
    const { story, problems } = await recognise(text, undefined, [rule]);
    expect(problems).toEqual([]);
    expect(story).toMatchObject({ datePublished: ISO, body: [expect.objectContaining({ text: 'Лодки собрали по всему побережью.' })] });
    expect(story.provenance['datePublished']).toEqual([9]);
  });

  it('find a headline in a line', async () => {
    const text = pageText({ title: null, paragraphs: ['Рыбаки вернулись с уловом', 'Лодки пришли на рассвете.'] });
    const { story, problems } = await recognise(text, undefined, [{ field: 'title', finding: { kind: 'line', at: 3 } }]);
    expect(problems).toEqual([]);
    expect(story).toMatchObject({
      title: 'Рыбаки вернулись с уловом',
      body: [expect.objectContaining({ text: 'Лодки пришли на рассвете.' })],
    });
  });

  it('give a rubric to the pages that have none, and leave the others theirs', async () => {
    const rules: SiteRule[] = [{ field: 'category', finding: { kind: 'value', value: 'Разное' } }];
    expect((await recognise(pageText({ meta: '42 05.06.2021 10:15 A A' }), undefined, rules)).story.category).toBe('Разное');
    expect((await recognise(pageText(), undefined, rules)).story.category).toBe('Культура');
  });

  it('leave a problem where they find nothing that can be used', async () => {
    const rules: SiteRule[] = [
      { field: 'datePublished', finding: { kind: 'after', words: 'Опубликовано:' } },
      { field: 'datePublished', finding: { kind: 'line', at: 4 } },
      { field: 'datePublished', finding: { kind: 'line', at: 99 } },
    ];
    const recognition = await recognise(DATELESS, undefined, rules);
    expect(rulesOf(recognition)).toEqual(['date-missing']);
    expect(recognition.problems.every(isError)).toBe(true);
  });

  it('never take the line of the date for a headline', async () => {
    const rules: SiteRule[] = [{ field: 'title', finding: { kind: 'line', at: 2 } }];
    expect(rulesOf(await recognise(pageText({ title: null }), undefined, rules))).toEqual(['headline-missing']);
  });
});
