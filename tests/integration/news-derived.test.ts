import fc from 'fast-check';
import { viewCountsOf } from '../../src/api/views/services/view-count';
import { keepDerived } from '../../src/derived/keep-derived';
import { dayOf, moveWindows } from '../../src/derived/most-read/move-windows';
import { dialectOf } from '../../src/derived/in-transaction';
import { derivedParts } from '../../src/derived/parts';
import { rebuild } from '../../src/derived/rebuild';
import { createBulkWriter } from '../../src/plugins/importer/server/src/bulk/bulk-writer';
import { createRowWriter } from '../../src/plugins/importer/server/src/bulk/row-writer';
import { derivedTables, expectedTables } from '../helpers/derived-tables';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';

const ARTICLE = 'api::article.article';
const CATEGORY = 'api::category.category';
const VIEWS = 'api::views.view-count';
const LOCALES = ['ru', 'en'] as const;
const TODAY = dayOf(Date.now());

const operation = fc.record({
  kind: fc.constantFrom(
    'create',
    'create',
    'bulk',
    'update',
    'bulk update',
    'publish',
    'unpublish',
    'delete',
    'category',
    'no category',
    'count',
    'raise',
    'forget',
    'abort',
  ),
  which: fc.nat(20),
  locale: fc.constantFrom(...LOCALES),
  status: fc.constantFrom('draft' as const, 'published' as const),
  category: fc.option(fc.nat(2), { nil: undefined }),
  date: fc.option(fc.date({ min: new Date('1960-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), { nil: undefined }),
  views: fc.integer({ min: 1, max: 50 }),
  ago: fc.nat(35),
});

type Operation = typeof operation extends fc.Arbitrary<infer Value> ? Value : never;

describe('the tables that the news API reads', () => {
  const { bench } = useImports();
  const strapi = () => bench.newsroom.strapi;
  let serial = 0;

  async function expectRight(): Promise<void> {
    expect(await derivedTables(strapi())).toEqual(await expectedTables(strapi()));
  }

  /** A category in every language. */
  async function makeCategory(): Promise<string> {
    const documents = strapi().documents(CATEGORY);
    serial += 1;
    const { documentId } = await documents.create({ data: { name: `Rubric ${serial}` }, locale: 'ru' });
    await documents.update({ documentId, data: { name: `Rubric ${serial}` }, locale: 'en' });
    return documentId;
  }

  async function doOne({ kind, which, locale, status, category, date, views, ago }: Operation, ids: string[], categories: string[]) {
    const documents = strapi().documents(ARTICLE);
    const documentId = ids[which % Math.max(ids.length, 1)] ?? 'none';
    const writer = createBulkWriter(strapi(), ARTICLE);
    serial += 1;
    const data = {
      title: `Story ${serial}`,
      slug: `story-${serial}`,
      ...(date === undefined ? {} : { datePublished: date }),
      ...(category === undefined ? {} : { category: categories[category % categories.length] }),
    };
    const standing = await documents.findFirst({ filters: { documentId }, locale, status: 'draft' });
    const { connection } = strapi().db;
    if (kind === 'create') ids.push((await documents.create({ data, locale, status })).documentId);
    if (kind === 'bulk') ids.push(...(await writer.create([{ data, locale, status }])));
    if (kind === 'update' && ids.length > 0) await documents.update({ documentId, data, locale, status });
    if (kind === 'category') categories.push(await makeCategory());
    if (kind === 'no category' && categories.length > 1)
      await strapi()
        .documents(CATEGORY)
        .delete({ documentId: categories.pop() ?? '', locale: '*' });
    if (kind === 'raise') await viewCountsOf(strapi()).raise(documentId, views);
    if (kind === 'forget') await viewCountsOf(strapi()).forget(documentId);
    if (kind === 'count') {
      await connection('views_by_day')
        .insert({ article: documentId, day: TODAY - ago, views })
        .onConflict(['article', 'day'])
        .merge({ views: connection.raw('views_by_day.views + excluded.views') });
    }
    if (standing === null) return;
    if (kind === 'bulk update') await writer.update([{ documentId, locale, data, status }]);
    if (kind === 'publish') await documents.publish({ documentId, locale });
    if (kind === 'unpublish') await documents.unpublish({ documentId, locale });
    if (kind === 'delete') await documents.delete({ documentId, locale: which % 2 === 0 ? locale : '*' });
    if (kind === 'abort') {
      const failing = strapi().db.transaction(async () => {
        await documents.publish({ documentId, locale });
        throw new Error('on purpose');
      });
      await expect(failing).rejects.toThrow('on purpose');
    }
  }

  it('are as worked out anew, after anything that is done through the Document Service and in bulk', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 5, maxLength: 25 }), async (operations) => {
        const ids: string[] = [];
        const categories = [await makeCategory()];
        for (const one of operations) await doOne(one, ids, categories);
        await expectRight();
      }),
      { numRuns: 25, seed: 20260, endOnFailure: true },
    );
  }, 180_000);

  it('are right after single statements have written many rows', async () => {
    const category = await makeCategory();
    const documents = Array.from({ length: 300 }, (_, index) => ({
      documentId: `many-${index}`,
      locale: LOCALES[index % 2] ?? 'ru',
      status: index % 3 === 0 ? ('draft' as const) : ('published' as const),
      data: { title: `Many ${index}`, slug: `many-${index}`, ...(index % 4 === 0 ? {} : { category }) },
    }));
    const { connection } = strapi().db;
    // A view may be counted before its article stands.
    const counted = documents.filter((_, index) => index % 5 === 0).map(({ documentId }) => ({ article: documentId, views: 7 }));
    await createRowWriter(strapi(), VIEWS).insert([...counted, { article: 'many-1', views: 0 }]);
    await connection('search_queue').delete();
    await createBulkWriter(strapi(), ARTICLE).create(documents);

    const published = documents.filter(({ status }) => status === 'published').map(({ documentId, locale }) => `${documentId} ${locale}`);
    const queued = await connection('search_queue').distinct<{ document_id: string; locale: string }[]>('document_id', 'locale');
    expect(queued.map((row) => `${row.document_id} ${row.locale}`).sort()).toEqual(published.sort());
    await expectRight();
    expect((await derivedTables(strapi())).mostRead).toHaveLength(40);
  });

  it('are right after an import and its undo', async () => {
    writePages(bench.folder, { '1.txt': pageText(), '2.txt': pageText({ title: 'Мост закрыт на день' }) });
    const { run } = await bench.newsroom.importPages([bench.folder]);
    await expectRight();
    expect((await derivedTables(strapi())).published).toHaveLength(2);
    await bench.newsroom.importer.undo({ run: run ?? 0, dryRun: false, by: 'tests', onEntry: () => undefined });
    await expectRight();
    expect((await derivedTables(strapi())).published).toEqual([]);
  });

  it('follow the days', async () => {
    const { documentId } = await strapi()
      .documents(ARTICLE)
      .create({ data: { title: 'Read' }, locale: 'ru', status: 'published' });
    for (const ago of [0, 1, 6, 7, 29, 30, 40]) {
      await strapi()
        .db.connection('views_by_day')
        .insert({ article: documentId, day: TODAY - ago, views: ago + 1 });
    }
    await expectRight();
    for (const later of [1, 2, 9, 60]) {
      await moveWindows(strapi(), TODAY + later);
      await expectRight();
    }
    await strapi().db.connection('most_read_windows').update({ as_of: TODAY });
  });

  it('are made anew where they were spoiled, in batches', async () => {
    writePages(bench.folder, { '1.txt': pageText(), '2.txt': pageText({ title: 'Мост закрыт на день' }) });
    await bench.newsroom.importPages([bench.folder]);
    const { connection } = strapi().db;
    await connection('published_articles').limit(1).update({ newest_first: 5 });
    await connection('published_articles').insert({ article_id: 999_999, document_id: 'gone', locale: 'ru', newest_first: 1 });
    await connection('most_read').insert({ days: 0, locale: 'ru', document_id: 'gone', views: 5 });
    await rebuild(strapi(), derivedParts(dialectOf(strapi())));
    await expectRight();
  });

  it('are right after they were made anew while others wrote', async () => {
    const writer = createBulkWriter(strapi(), ARTICLE);
    const write = async () => {
      for (let round = 0; round < 10; round += 1) {
        const data = { title: `Meanwhile ${round}`, slug: `meanwhile-${round}`, datePublished: new Date(Date.UTC(2021, 1, round + 1)) };
        const [documentId = ''] = await writer.create([{ data, locale: 'ru', status: 'published' }]);
        await viewCountsOf(strapi()).raise(documentId, round + 1);
        if (round % 3 === 0) await writer.delete([{ documentId, locale: '*' }]);
      }
    };
    await Promise.all([write(), rebuild(strapi(), derivedParts(dialectOf(strapi())))]);
    await expectRight();
  });

  it('are mended at a start when a trigger has gone, as with a change of columns on SQLite', async () => {
    const { connection } = strapi().db;
    const on = dialectOf(strapi()) === 'sqlite' ? '' : ' on articles';
    await connection.raw(`drop trigger published_articles_insert${on}`);
    await strapi()
      .documents(ARTICLE)
      .create({ data: { title: 'Unseen' }, locale: 'ru', status: 'published' });
    expect((await derivedTables(strapi())).published).toEqual([]);
    await keepDerived(strapi());
    expect((await derivedTables(strapi())).published).toHaveLength(1);
    await strapi()
      .documents(ARTICLE)
      .create({ data: { title: 'Seen' }, locale: 'ru', status: 'published' });
    await expectRight();
  });
});
