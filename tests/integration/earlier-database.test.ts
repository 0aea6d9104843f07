import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { viewCountsOf } from '../../src/api/views/services/view-count';
import type { ImportRequest } from '../../src/plugins/importer/server/src/import/import-request';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import type { UndoneEntry } from '../../src/plugins/importer/server/src/import/undo/undo-report';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { useImports } from '../helpers/import-bench';
import { loadEarlierDatabase } from '../helpers/load-earlier-database';

const ARTICLE = 'api::article.article';

/** The runs of the fixture: see its README. */
const [DRAFT, ALL, CORRECTED, CHANGED] = [1, 2, 3, 4] as const;

/** What a second run is to say: of 17 pages, 12 are as they were. */
const COUNTS = {
  pages: 17,
  created: 0,
  updated: 0,
  unchanged: 12,
  kept: 3,
  duplicates: 0,
  quarantined: 1,
  leftOut: 1,
  skipped: 0,
  problems: 1,
};

const CONFLICT = { field: 'title', editor: 'Хор выходит на мол', page: 'Морской хор поёт в порту' };

/** What it is to say of the other five. */
const TOLD = [
  { page: 'pages/choir.txt', action: 'keep', reason: 'an editor changed title', conflicts: [CONFLICT] },
  { page: 'pages/impossible-date.txt', action: 'leave-out', reason: expect.stringContaining('left out by Ayla') as string },
  { page: 'pages/market.txt', action: 'keep', reason: 'an editor changed body', conflicts: [] },
  { page: 'pages/regatta.txt', action: 'keep', reason: 'an editor changed title', conflicts: [] },
  { page: 'pages/without-date.txt', action: 'quarantine', problems: [expect.objectContaining({ rule: 'date-missing' })] },
];

/** What changes with every writing. */
const VOLATILE = ['id', 'updatedAt', 'publishedAt'];

/** The fields in which two versions of an article differ, by name. */
function differing(before: object, after: object): string[] {
  const texts = new Map(Object.entries(before).map(([field, value]) => [field, JSON.stringify(value)]));
  const changed = Object.entries(after).filter(([field, value]) => texts.get(field) !== JSON.stringify(value));
  return changed
    .map(([field]) => field)
    .filter((field) => !VOLATILE.includes(field))
    .sort();
}

describe('what an earlier version has imported', () => {
  const { bench, articleRows } = useImports();

  beforeEach(async () => {
    await loadEarlierDatabase(bench.newsroom.strapi, bench.folder);
  });

  const importAll = (options: Partial<ImportRequest> = {}, folder = 'pages') =>
    bench.newsroom.importPages([path.join(bench.folder, folder)], { base: bench.folder, ...options });

  /** Changes the text of a page. */
  function change(page: string, from: string, to: string): void {
    const file = path.join(bench.folder, 'pages', page);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(from)) throw new Error(`${page} does not say ${from}`);
    writeFileSync(file, text.replace(from, to));
  }

  const documents = () => bench.newsroom.strapi.documents(ARTICLE);

  /** An article as readers see it. */
  async function published(slug: string) {
    const [article] = await documents().findMany({ filters: { slug }, locale: '*', status: 'published', populate: ['category'] });
    if (article === undefined) throw new Error(`There is no article ${slug}`);
    return article;
  }

  /** The fields that a run wrote, by page: PostgreSQL keeps the keys of an object in an order of its own. */
  async function written(run: number | null) {
    const rows = rowsOf<{ page: string; before: { fields?: object } | null }>(bench.newsroom.strapi, 'plugin::importer.entry');
    const found = await rows.findMany({ where: { run, action: 'update' } });
    return Object.fromEntries(found.map(({ page, before }) => [page, Object.keys(before?.fields ?? {}).sort()]));
  }

  it('is as it was for a second run over the same pages, whatever they are called', async () => {
    const before = await articleRows();
    const { counts, pages } = await importAll();
    expect(pages).toMatchObject(TOLD);
    expect(counts).toEqual(COUNTS);
    expect(await articleRows()).toEqual(before);

    renameSync(path.join(bench.folder, 'pages'), path.join(bench.folder, 'elsewhere'));
    // What was the same story under two names has no name of its own there.
    expect((await importAll({}, 'elsewhere')).counts).toEqual({ ...COUNTS, unchanged: 11, duplicates: 1 });
    expect(await articleRows()).toEqual(before);
  });

  it('is as it was where every page is read anew', async () => {
    const before = await articleRows();
    // Another order of encodings makes no difference to pages in UTF-8, but the importer can't know.
    const profile = { ...DEFAULT_PROFILE, encodings: DEFAULT_PROFILE.encodings.toReversed() };
    const { counts, pages } = await importAll({ profile });
    expect(pages).toMatchObject(TOLD);
    expect(counts).toEqual(COUNTS);
    expect(await articleRows()).toEqual(before);
  });

  it('is no editor’s where it has only been saved again', async () => {
    // Every article is looked at field by field then.
    await bench.newsroom.strapi.db.query(ARTICLE).updateMany({ where: {}, data: { updatedAt: new Date() } });
    const { counts, pages } = await importAll();
    expect(pages).toMatchObject(TOLD);
    expect(counts).toEqual(COUNTS);
  });

  it.each([
    ['headline', ['title'], 'Мост закрыт на день', 'Мост закрыт на два дня', '"title":"Мост закрыт на два дня"'],
    ['first paragraph', ['body', 'lead'], 'Рабочие меняют', 'Рабочие чинят', '"lead":"Рабочие чинят доски'],
    ['last paragraph', ['body'], 'утром во вторник', 'вечером в среду', '"text":"Движение откроют вечером в среду."'],
    ['date', ['datePublished'], '12.07.2021 08:00', '12.07.2021 09:00', '"datePublished":"2021-07-12T05:00:00.000Z"'],
    ['rubric', ['category'], '08:00 Город', '08:00 Культура', '"name":"Культура"'],
    ['count of views', [], '310', '311', ''],
  ])('is updated where a page has another %s, and in nothing else', async (what, fields, from, to, says) => {
    const slug = 'most-zakryt-na-den-2';
    const before = await published(slug);
    change('bridge.txt', from, to);

    const { run, counts } = await importAll();

    expect(counts).toEqual({ ...COUNTS, unchanged: 11, updated: 1 });
    expect(await written(run)).toEqual({ 'pages/bridge.txt': fields });
    const after = await published(slug);
    expect(differing(before, after)).toEqual(fields);
    expect(JSON.stringify(after)).toContain(says);
    const views = await viewCountsOf(bench.newsroom.strapi).read([before.documentId]);
    expect(views.get(before.documentId)).toBe(what === 'count of views' ? 311 : 310);
    expect((await importAll()).counts).toEqual(COUNTS);
  });

  it('keeps what an editor has changed, and takes the rest from pages that have changed', async () => {
    change('regatta.txt', 'the pier is open to all', 'the pier is closed');
    change('market.txt', 'Рыбный рынок переехал под крышу', 'Рыбный рынок переехал в депо');

    const { run, counts } = await importAll();

    expect(counts).toEqual({ ...COUNTS, kept: 1, updated: 2 });
    expect(await written(run)).toEqual({ 'pages/market.txt': ['title'], 'pages/regatta.txt': ['body'] });
    expect(await published('regatta-moves-to-the-first-weekend-of-may')).toMatchObject({ title: 'The regatta is in May' });
    expect(await published('rybnyy-rynok-pereehal-pod-kryshu')).toMatchObject({
      title: 'Рыбный рынок переехал в депо',
      body: [{ type: 'paragraph' }, { type: 'heading' }, { type: 'list' }],
    });
  });

  it('asks again where page and editor differ, until they agree', async () => {
    const { documentId } = await published('morskoy-hor-gotovit-koncert');
    await documents().update({ documentId, locale: 'ru', data: { title: CONFLICT.page }, status: 'published' });
    await importAll();
    expect((await importAll()).counts).toEqual({ ...COUNTS, kept: 2, unchanged: 13 });
  });

  it('can be undone, the last run first, but for what an editor has changed', async () => {
    async function undo(run: number) {
      const kept: (readonly [page: string, reason: string])[] = [];
      const onEntry = ({ action, page, reason }: UndoneEntry) => (action === 'keep' ? kept.push([page, reason]) : undefined);
      const { counts } = await bench.newsroom.importer.undo({ run, dryRun: false, by: 'tests', onEntry });
      return { ...counts, kept };
    }
    const tram = async () => JSON.stringify((await published('tramvay-do-plyazha-hodit-chashche')).body);

    expect(await tram()).toContain('теперь в полночь');
    expect(await undo(CHANGED)).toMatchObject({ restored: 1, kept: [] });
    expect(await tram()).toContain('в десять вечера');
    // The page as it was then is known again.
    change('tram.txt', 'теперь в полночь', 'в десять вечера');
    expect((await importAll({ dryRun: true })).counts).toEqual(COUNTS);

    expect(await undo(CORRECTED)).toMatchObject({ removed: 1, kept: [] });
    expect((await importAll({ dryRun: true })).counts).toEqual({ ...COUNTS, unchanged: 11, quarantined: 2, problems: 2 });

    expect((await undo(ALL)).kept).toEqual([
      ['pages/regatta.txt', 'an editor has changed title since'],
      ['pages/market.txt', 'an editor has changed body since'],
      ['@category/en/Sport', 'there are articles in it: 1'],
      ['pages/choir.txt', 'an editor has changed title since'],
      ['@category/ru/Город', 'there are articles in it: 1'],
      ['@category/ru/Культура', 'there are articles in it: 1'],
    ]);
    expect(await undo(DRAFT)).toMatchObject({ kept: [] });
    const left = await documents().findMany({ locale: '*', sort: 'slug' });
    expect(left.map(({ title }) => title)).toEqual([CONFLICT.editor, 'The regatta is in May', 'Рыбный рынок переехал под крышу']);
  });
});
