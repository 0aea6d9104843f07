import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Newsroom, ROOT, startNewsroom, temporaryFolder } from '../helpers/newsroom';
import { pageText, SLOGAN, writePages } from '../helpers/page-text';

const ARTICLE = 'api::article.article';

describe('importing pages', () => {
  let newsroom: Newsroom;
  let folder: string;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });

  afterAll(() => newsroom.stop());

  beforeEach(() => {
    folder = temporaryFolder();
  });

  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const uid of [ARTICLE, 'api::category.category', 'api::partner-link.partner-link', 'api::site.site'] as const) {
      await newsroom.strapi.db.query(uid).deleteMany({ where: {} });
    }
    for (const uid of ['plugin::importer.item', 'plugin::importer.run', 'api::views.view-count'] as const) {
      await newsroom.strapi.db.query(uid).deleteMany({ where: {} });
    }
  });

  const onlyArticle = async () => {
    const [article] = await newsroom.strapi.documents(ARTICLE).findMany({ status: 'published', locale: '*', populate: ['category'] });
    if (!article) throw new Error('There is no article');
    return article;
  };

  it('makes a published article of a page, with its rubric and its views', async () => {
    writePages(folder, { 'lodki.txt': pageText() });

    const report = await newsroom.importPages([folder]);

    expect(report.counts).toEqual({
      pages: 1,
      created: 1,
      updated: 0,
      unchanged: 0,
      kept: 0,
      duplicates: 0,
      quarantined: 0,
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
    const answer = await newsroom.http.get('/api/articles');
    expect(answer.body.data).toMatchObject([{ views: 42, body: [{ type: 'paragraph' }, { type: 'paragraph' }] }]);
  });

  it('puts slogan, headings, time zone and partners into the site', async () => {
    const tail = ['Наши партнёры', 'Пекарня у маяка', 'Лодочная станция', 'Лента новостей', '08:45 Мост открыт', 'Предыдущие новости'];
    writePages(folder, { 'lodki.txt': pageText({ tail }) });

    await newsroom.importPages([folder]);

    expect(await newsroom.strapi.documents('api::site.site').findFirst({ locale: 'ru' })).toMatchObject({
      slogan: SLOGAN,
      partnersHeading: 'Наши партнёры',
      feedHeading: 'Лента новостей',
      previousHeading: 'Предыдущие новости',
      timeZone: 'Asia/Baku',
    });
    expect(await newsroom.strapi.documents('api::partner-link.partner-link').findMany({ sort: 'order' })).toMatchObject([
      { name: 'Пекарня у маяка', order: 1, active: true },
      { name: 'Лодочная станция', order: 2, active: true },
    ]);
  });

  it('fills no text of the site that an editor has changed or emptied', async () => {
    writePages(folder, { '1.txt': pageText() });
    await newsroom.importPages([folder]);
    const site = newsroom.strapi.documents('api::site.site');
    const { documentId = '' } = (await site.findFirst({ locale: 'ru' })) ?? {};
    await site.update({ documentId, locale: 'ru', data: { slogan: 'Новый девиз', feedHeading: '' } });

    writePages(folder, { '2.txt': pageText({ title: 'Ещё одна новость с набережной', meta: '06.06.2021' }) });
    await newsroom.importPages([folder]);

    expect(await site.findFirst({ locale: 'ru' })).toMatchObject({ slogan: 'Новый девиз', feedHeading: '' });
  });

  it('changes nothing when it runs again', async () => {
    writePages(folder, {
      '1.txt': pageText(),
      '2.txt': pageText({ title: 'Мост закрыт на день', meta: '1 234 06.06.2021 Транспорт A A' }),
    });
    await newsroom.importPages([folder]);
    const before = await newsroom.strapi.db.query(ARTICLE).findMany({ orderBy: { id: 'asc' } });

    const report = await newsroom.importPages([folder]);

    expect(report.counts).toMatchObject({ pages: 2, created: 0, updated: 0, unchanged: 2, kept: 0, problems: 0 });
    expect(await newsroom.strapi.db.query(ARTICLE).findMany({ orderBy: { id: 'asc' } })).toEqual(before);
  });

  it('updates the article of a page whose text has changed, and keeps its address and its status', async () => {
    writePages(folder, { '1.txt': pageText() });
    await newsroom.importPages([folder]);
    const before = await onlyArticle();

    writePages(folder, { '1.txt': pageText({ title: 'Выставка лодок продлена', meta: '50 05.06.2021 10:15 Город A A' }) });
    const report = await newsroom.importPages([folder]);

    expect(report.counts).toMatchObject({ created: 0, updated: 1 });
    const { documentId, slug } = before;
    expect(await onlyArticle()).toMatchObject({ documentId, slug, title: 'Выставка лодок продлена', category: { name: 'Город' } });
    const answer = await newsroom.http.get('/api/articles');
    expect(answer.body.data).toMatchObject([{ title: 'Выставка лодок продлена', views: 50 }]);
  });

  it('never lowers a count of views', async () => {
    writePages(folder, { '1.txt': pageText() });
    await newsroom.importPages([folder]);
    const { documentId } = await onlyArticle();
    await newsroom.strapi.service('api::views.view-count').raise(documentId, 1000);

    writePages(folder, { '1.txt': pageText({ meta: '43 05.06.2021 10:15 Культура A A' }) });
    await newsroom.importPages([folder]);

    const answer = await newsroom.http.get('/api/articles');
    expect(answer.body.data).toMatchObject([{ views: 1000 }]);
  });

  it.each([
    ['headline', { title: 'Заголовок редактора' }],
    ['byline, which no page has', { byline: 'Отдел культуры' }],
    ['rubric', { category: null }],
  ])('never overwrites an article whose %s an editor has changed, and reports it as kept', async (_what, data) => {
    writePages(folder, { '1.txt': pageText() });
    await newsroom.importPages([folder]);
    const { documentId } = await onlyArticle();
    await newsroom.strapi.documents(ARTICLE).update({ documentId, locale: 'ru', data, status: 'published' });

    const again = await newsroom.importPages([folder]);
    writePages(folder, { '1.txt': pageText({ paragraphs: ['Совсем другой текст о той же выставке.'] }) });
    const changed = await newsroom.importPages([folder]);

    for (const { counts } of [again, changed]) expect(counts).toMatchObject({ kept: 1, updated: 0, unchanged: 0 });
    expect(changed.pages).toMatchObject([
      { action: 'keep', documentId, reason: expect.stringContaining(Object.keys(data)[0] ?? '') as string },
    ]);
    expect(await onlyArticle()).toMatchObject(data);
  });

  it('does not bring back what an editor removed or unpublished', async () => {
    writePages(folder, { '1.txt': pageText(), '2.txt': pageText({ title: 'Мост закрыт на день' }) });
    const { pages } = await newsroom.importPages([folder]);
    const [removed, unpublished] = pages.map(({ documentId }) => documentId ?? '');
    await newsroom.strapi.documents(ARTICLE).delete({ documentId: removed ?? '', locale: '*' });
    await newsroom.strapi.documents(ARTICLE).unpublish({ documentId: unpublished ?? '', locale: 'ru' });

    const report = await newsroom.importPages([folder]);

    expect(report.counts).toMatchObject({ created: 0, updated: 0, kept: 2 });
    expect(await newsroom.strapi.documents(ARTICLE).count({ status: 'published', locale: '*' })).toBe(0);
  });

  it('imports drafts that readers do not see, and leaves their status to editors', async () => {
    writePages(folder, { '1.txt': pageText() });
    await newsroom.importPages([folder], { status: 'draft' });
    expect((await newsroom.http.get('/api/articles')).body.data).toEqual([]);

    const { counts } = await newsroom.importPages([folder], { status: 'published' });
    expect(counts).toMatchObject({ unchanged: 1 });
    expect((await newsroom.http.get('/api/articles')).body.data).toEqual([]);
  });

  it('leaves an article that an editor published from a draft open to updates', async () => {
    writePages(folder, { '1.txt': pageText() });
    const { pages } = await newsroom.importPages([folder], { status: 'draft' });
    const documentId = pages[0]?.documentId ?? '';
    await newsroom.strapi.documents(ARTICLE).publish({ documentId, locale: 'ru' });

    writePages(folder, { '1.txt': pageText({ title: 'Выставка лодок продлена' }) });
    const { counts } = await newsroom.importPages([folder], { status: 'draft' });

    expect(counts).toMatchObject({ updated: 1 });
    expect(await onlyArticle()).toMatchObject({ title: 'Выставка лодок продлена' });
  });

  it('makes one article of a story that was saved twice, with the higher count of views', async () => {
    writePages(folder, { 'a.txt': pageText(), 'b.txt': pageText({ meta: '99 05.06.2021 10:15 Культура A A' }) });

    const first = await newsroom.importPages([folder]);
    const second = await newsroom.importPages([folder]);

    expect(first.counts).toMatchObject({ created: 1, duplicates: 1 });
    expect(second.counts).toMatchObject({ unchanged: 2, created: 0 });
    expect((await newsroom.http.get('/api/articles')).body.data).toMatchObject([{ views: 99 }]);
  });

  it('knows an archive again that was moved to another folder', async () => {
    writePages(folder, { 'old/1.txt': pageText(), 'new/2021/1.txt': pageText() });
    await newsroom.importPages([path.join(folder, 'old')]);

    const report = await newsroom.importPages([path.join(folder, 'new')]);

    expect(report.counts).toMatchObject({ created: 0, unchanged: 1 });
  });

  it('takes pages of the same name in two folders for what they are: two pages', async () => {
    writePages(folder, { 'a/1.txt': pageText(), 'b/1.txt': pageText({ title: 'Мост закрыт на день' }) });
    await newsroom.importPages([path.join(folder, 'a')]);

    const report = await newsroom.importPages([path.join(folder, 'b')]);

    expect(report.counts).toMatchObject({ created: 1, updated: 0 });
  });

  it('reports every page that can not be recognised, with its place, and imports the others', async () => {
    writePages(folder, {
      '1-empty.txt': '',
      '2-binary.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 0xff, 0xfe, 7]),
      '3-no-headline.txt': pageText({ title: null }),
      '4-no-body.txt': pageText({ paragraphs: [] }),
      '5-no-such-day.txt': pageText({ meta: '42 31.02.2021 10:15 Культура A A' }),
      '6-good.txt': pageText({ title: 'Хорошая новость стоит среди плохих страниц' }),
      '7-good.txt': pageText({ title: 'И ещё одна хорошая новость' }),
    });

    const report = await newsroom.importPages([folder]);

    expect(report.counts).toMatchObject({ pages: 7, created: 2, quarantined: 5, problems: 5 });
    expect(report.problems.map(({ page, rule, line }) => [path.basename(page), rule, line])).toEqual([
      ['1-empty.txt', 'page-empty', null],
      ['2-binary.txt', 'binary', null],
      ['3-no-headline.txt', 'headline-missing', 1],
      ['4-no-body.txt', 'body-missing', 5],
      ['5-no-such-day.txt', 'date-invalid', 5],
    ]);
  });

  it('says in a dry run what the import then does, and writes nothing', async () => {
    writePages(folder, { '1.txt': pageText(), '2.txt': pageText({ title: 'Мост закрыт на день' }) });
    const { pages } = await newsroom.importPages([folder]);
    const data = { title: 'Заголовок редактора' };
    await newsroom.strapi.documents(ARTICLE).update({ documentId: pages[1]?.documentId ?? '', locale: 'ru', data });
    writePages(folder, {
      '1.txt': pageText({ paragraphs: ['Другой текст.'] }),
      '3.txt': pageText({ title: 'Третья новость' }),
      '4.txt': pageText({ title: 'Третья новость' }),
      '5.txt': '',
    });
    const rows = await newsroom.strapi.db.query(ARTICLE).findMany({ orderBy: { id: 'asc' } });
    const runs = await newsroom.strapi.db.query('plugin::importer.run').count({});

    const predicted = await newsroom.importPages([folder], { dryRun: true });

    expect(await newsroom.strapi.db.query(ARTICLE).findMany({ orderBy: { id: 'asc' } })).toEqual(rows);
    expect(await newsroom.strapi.db.query('plugin::importer.run').count({})).toBe(runs);
    const actual = await newsroom.importPages([folder]);
    expect(predicted.counts).toEqual(actual.counts);
    expect(predicted.counts).toMatchObject({ updated: 1, kept: 1, created: 1, duplicates: 1, quarantined: 1 });
    expect(predicted.pages.map(({ page, action }) => [page, action])).toEqual(actual.pages.map(({ page, action }) => [page, action]));
  });

  it('keeps the run in the history, with its options and counts', async () => {
    writePages(folder, { '1.txt': pageText() });
    const { run, counts } = await newsroom.importPages([folder]);

    const [kept] = await newsroom.strapi.db.query('plugin::importer.run').findMany({});
    expect(kept).toMatchObject({ documentId: run, state: 'finished', counts, source: [folder], options: { status: 'published' } });
  });

  it('imports the seeds whole: three languages, partners with logos, and the site', async () => {
    const report = await newsroom.importPages([path.join(ROOT, 'seeds')]);

    expect(report.problems).toEqual([]);
    expect(report.counts.created).toBeGreaterThanOrEqual(24);
    for (const locale of ['ru', 'az', 'en']) {
      const { body } = await newsroom.http.get(`/api/articles?locale=${locale}`);
      expect(body.data.length).toBeGreaterThan(3);
      expect((await newsroom.http.get(`/api/site?locale=${locale}`)).body.data.slogan).toBeTruthy();
    }
    const expected = JSON.parse(readFileSync(path.join(ROOT, 'seeds/site/site.json'), 'utf8')) as { partners: { active: boolean }[] };
    const { body } = await newsroom.http.get('/api/partner-links?populate=logo');
    expect(body.data).toHaveLength(expected.partners.filter(({ active }) => active).length);
    for (const partner of body.data) expect(partner.logo.url).toMatch(/\.svg$/);

    const again = await newsroom.importPages([path.join(ROOT, 'seeds')]);
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: report.counts.pages });
    expect(again.site).toEqual([]);
  });
});
