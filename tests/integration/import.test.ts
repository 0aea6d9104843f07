import path from 'node:path';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { useImports } from '../helpers/import-bench';
import { pageText, SLOGAN, writePages } from '../helpers/page-text';

const ARTICLE = 'api::article.article';

describe('importing pages', () => {
  const { bench, readArticles, onlyArticle, articleRows } = useImports();

  it('makes a published article of a page, with its rubric and its views', async () => {
    writePages(bench.folder, { 'lodki.txt': pageText() });

    const report = await bench.newsroom.importPages([bench.folder]);

    expect(report.counts).toEqual({
      pages: 1,
      created: 1,
      updated: 0,
      unchanged: 0,
      kept: 0,
      duplicates: 0,
      quarantined: 0,
      leftOut: 0,
      skipped: 0,
      problems: 0,
    });
    expect(await onlyArticle()).toMatchObject({
      title: 'На набережной открылась выставка рыбацких лодок',
      slug: 'na-naberezhnoy-otkrylas-vystavka-rybackih-lodok',
      lead: 'Лодки собрали по всему побережью, самой старой больше ста лет.',
      datePublished: '2021-06-05T06:15:00.000Z',
      locale: 'ru',
      category: { name: 'Культура', slug: 'kultura' },
    });
    expect(await readArticles()).toMatchObject([{ views: 42, body: [{ type: 'paragraph' }, { type: 'paragraph' }] }]);
  });

  it('puts slogan, headings, time zone and partners into the site', async () => {
    const tail = ['Наши партнёры', 'Пекарня у маяка', 'Лодочная станция', 'Лента новостей', '08:45 Мост открыт', 'Предыдущие новости'];
    writePages(bench.folder, { 'lodki.txt': pageText({ tail }) });

    await bench.newsroom.importPages([bench.folder]);

    expect(await bench.newsroom.strapi.documents('api::site.site').findFirst({ locale: 'ru' })).toMatchObject({
      slogan: SLOGAN,
      partnersHeading: 'Наши партнёры',
      feedHeading: 'Лента новостей',
      previousHeading: 'Предыдущие новости',
      timeZone: 'Asia/Baku',
    });
    expect(await bench.newsroom.strapi.documents('api::partner-link.partner-link').findMany({ sort: 'order' })).toMatchObject([
      { name: 'Пекарня у маяка', order: 1, active: true },
      { name: 'Лодочная станция', order: 2, active: true },
    ]);
  });

  it('puts partners behind those that stand already, in the order of the pages', async () => {
    const partners = bench.newsroom.strapi.documents('api::partner-link.partner-link');
    for (const [name, order] of [['Seldom', 7] as const, ['First', 0] as const])
      await partners.create({ data: { name, order, active: true } });
    const tail = ['Наши партнёры', 'Пекарня у маяка', 'First', 'Лодочная станция', 'Лента новостей', 'Предыдущие новости'];
    writePages(bench.folder, { 'lodki.txt': pageText({ tail }) });

    await bench.newsroom.importPages([bench.folder]);

    const standing = (await partners.findMany({ sort: 'order' })).map(({ name, order }) => [name, order]);
    expect(standing).toEqual([
      ['First', 0],
      ['Seldom', 7],
      ['Пекарня у маяка', 8],
      ['Лодочная станция', 9],
    ]);
  });

  it('changes nothing when it runs again', async () => {
    writePages(bench.folder, {
      '1.txt': pageText(),
      '2.txt': pageText({ title: 'Мост закрыт на день', meta: '1 234 06.06.2021 Транспорт A A' }),
    });
    await bench.newsroom.importPages([bench.folder]);
    const before = await articleRows();

    const report = await bench.newsroom.importPages([bench.folder]);

    expect(report.counts).toMatchObject({ pages: 2, created: 0, updated: 0, unchanged: 2, kept: 0, problems: 0 });
    expect(await articleRows()).toEqual(before);
  });

  it('updates the article of a page whose text has changed, and keeps its address and its status', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder]);
    const before = await onlyArticle();

    writePages(bench.folder, { '1.txt': pageText({ title: 'Выставка лодок продлена', meta: '50 05.06.2021 10:15 Город A A' }) });
    const report = await bench.newsroom.importPages([bench.folder]);

    expect(report.counts).toMatchObject({ created: 0, updated: 1 });
    const { documentId, slug } = before;
    expect(await onlyArticle()).toMatchObject({ documentId, slug, title: 'Выставка лодок продлена', category: { name: 'Город' } });
    expect(await readArticles()).toMatchObject([{ title: 'Выставка лодок продлена', views: 50 }]);
  });

  it('makes one article of a story that was saved twice, with the higher count of views', async () => {
    writePages(bench.folder, { 'a.txt': pageText(), 'b.txt': pageText({ meta: '99 05.06.2021 10:15 Культура A A' }) });

    const first = await bench.newsroom.importPages([bench.folder]);
    const second = await bench.newsroom.importPages([bench.folder]);

    expect(first.counts).toMatchObject({ created: 1, duplicates: 1 });
    expect(second.counts).toMatchObject({ unchanged: 2, created: 0 });
    expect(await readArticles()).toMatchObject([{ views: 99 }]);
  });

  it('knows an archive again that was moved to another folder', async () => {
    writePages(bench.folder, { 'old/1.txt': pageText(), 'new/2021/1.txt': pageText() });
    await bench.newsroom.importPages([path.join(bench.folder, 'old')]);

    const report = await bench.newsroom.importPages([path.join(bench.folder, 'new')]);

    expect(report.counts).toMatchObject({ created: 0, unchanged: 1 });
  });

  it('takes pages of the same name in two folders for what they are: two pages', async () => {
    writePages(bench.folder, { 'a/1.txt': pageText(), 'b/1.txt': pageText({ title: 'Мост закрыт на день', paragraphs: ['Его чинят.'] }) });
    await bench.newsroom.importPages([path.join(bench.folder, 'a')]);

    const report = await bench.newsroom.importPages([path.join(bench.folder, 'b')]);

    expect(report.counts).toMatchObject({ created: 1, updated: 0 });
  });

  it('reports every page that can not be recognised, with its place, and imports the others', async () => {
    writePages(bench.folder, {
      '1-empty.txt': '',
      '2-binary.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0xff, 0xfe, 7]),
      '3-no-headline.txt': pageText({ title: null }),
      '4-no-body.txt': pageText({ paragraphs: [] }),
      '5-no-such-day.txt': pageText({ meta: '42 31.02.2021 10:15 Культура A A' }),
      '6-good.txt': pageText({ title: 'Хорошая новость стоит среди плохих страниц' }),
      '7-good.txt': pageText({ title: 'И ещё одна хорошая новость' }),
    });

    const report = await bench.newsroom.importPages([bench.folder]);

    expect(report.counts).toMatchObject({ pages: 6, created: 2, quarantined: 4, skipped: 1, problems: 4 });
    expect(report.skipped).toEqual([{ kind: 'PNG', count: 1, examples: [path.join(bench.folder, '2-binary.txt')] }]);
    expect(report.problems.map(({ page, rule, line }) => [path.basename(page), rule, line])).toEqual([
      ['1-empty.txt', 'page-empty', null],
      ['3-no-headline.txt', 'headline-missing', 1],
      ['4-no-body.txt', 'body-missing', 5],
      ['5-no-such-day.txt', 'date-invalid', 5],
    ]);
  });

  it('says in a dry run what the import then does, and writes nothing', async () => {
    writePages(bench.folder, { '1.txt': pageText(), '2.txt': pageText({ title: 'Мост закрыт на день' }) });
    const { pages } = await bench.newsroom.importPages([bench.folder]);
    const data = { title: 'Заголовок редактора' };
    await bench.newsroom.strapi.documents(ARTICLE).update({ documentId: pages[1]?.documentId ?? '', locale: 'ru', data });
    writePages(bench.folder, {
      '1.txt': pageText({ paragraphs: ['Другой текст.'] }),
      '3.txt': pageText({ title: 'Третья новость' }),
      '4.txt': pageText({ title: 'Третья новость' }),
      '5.txt': '',
    });
    const rows = await articleRows();
    const runs = await bench.newsroom.strapi.db.query('plugin::importer.run').count({});

    const predicted = await bench.newsroom.importPages([bench.folder], { dryRun: true });

    expect(await articleRows()).toEqual(rows);
    expect(await bench.newsroom.strapi.db.query('plugin::importer.run').count({})).toBe(runs);
    const actual = await bench.newsroom.importPages([bench.folder]);
    expect(predicted.counts).toEqual(actual.counts);
    expect(predicted.counts).toMatchObject({ updated: 1, kept: 1, created: 1, duplicates: 1, quarantined: 1 });
    expect(predicted.pages.map(({ page, action }) => [page, action])).toEqual(actual.pages.map(({ page, action }) => [page, action]));
  });

  it('makes another article of a page that is in another language now', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder]);
    const english = ['The boats were gathered along the whole coast, and the oldest is more than a hundred years old.'];
    writePages(bench.folder, { '1.txt': pageText({ paragraphs: english, title: 'An exhibition of fishing boats has opened' }) });

    const predicted = await bench.newsroom.importPages([bench.folder], { dryRun: true });
    const { counts } = await bench.newsroom.importPages([bench.folder]);

    expect([predicted.counts, counts]).toMatchObject([{ created: 1 }, { created: 1, problems: 0 }]);
    expect((await bench.newsroom.importPages([bench.folder])).counts).toMatchObject({ unchanged: 1 });
  });

  it('keeps the run in the history, with its options and counts', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    const { run, counts } = await bench.newsroom.importPages([bench.folder]);

    const [kept] = await rowsOf(bench.newsroom.strapi, 'plugin::importer.run').findMany({});
    expect(kept).toMatchObject({
      id: run,
      state: 'finished',
      kind: 'import',
      counts,
      source: [bench.folder],
      options: { status: 'published' },
    });
  });
});
