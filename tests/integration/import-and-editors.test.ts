import { viewCountsOf } from '../../src/api/views/services/view-count';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';

const ARTICLE = 'api::article.article';

describe('importing pages of articles that editors work on', () => {
  const { bench, readArticles, onlyArticle } = useImports();

  it('fills no text of the site that an editor has changed or emptied', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder]);
    const site = bench.newsroom.strapi.documents('api::site.site');
    const { documentId = '' } = (await site.findFirst({ locale: 'ru' })) ?? {};
    await site.update({ documentId, locale: 'ru', data: { slogan: 'Новый девиз', feedHeading: '' } });

    writePages(bench.folder, { '2.txt': pageText({ title: 'Ещё одна новость с набережной', meta: '06.06.2021' }) });
    await bench.newsroom.importPages([bench.folder]);

    expect(await site.findFirst({ locale: 'ru' })).toMatchObject({ slogan: 'Новый девиз', feedHeading: '' });
  });

  it('keeps the tags and authors that an editor has given, in the draft and in what is published', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder]);
    const { documents } = bench.newsroom.strapi;
    const make = async (uid: 'api::tag.tag' | 'api::author.author', name: string) =>
      (await documents(uid).create({ data: { name }, locale: 'ru' })).documentId;
    const tags = [await make('api::tag.tag', 'Море'), await make('api::tag.tag', 'Лодки')].reverse();
    const authors = [await make('api::author.author', 'Нина Маяк')];
    const { documentId } = await onlyArticle();
    await documents(ARTICLE).update({ documentId, locale: 'ru', data: { tags, authors } as never, status: 'published' });

    writePages(bench.folder, { '1.txt': pageText({ title: 'Выставка лодок закрылась раньше' }) });
    await bench.newsroom.importPages([bench.folder]);

    for (const status of ['draft', 'published'] as const) {
      const article = await documents(ARTICLE).findOne({ documentId, locale: 'ru', status, populate: ['tags', 'authors'] });
      expect(article).toMatchObject({
        title: 'Выставка лодок закрылась раньше',
        tags: [{ name: 'Лодки' }, { name: 'Море' }],
        authors: [{ name: 'Нина Маяк' }],
      });
    }
  });

  it('never lowers a count of views', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder]);
    const { documentId } = await onlyArticle();
    await viewCountsOf(bench.newsroom.strapi).raise(documentId, 1000);

    writePages(bench.folder, { '1.txt': pageText({ meta: '43 05.06.2021 10:15 Культура A A' }) });
    await bench.newsroom.importPages([bench.folder]);

    expect(await readArticles()).toMatchObject([{ views: 1000 }]);
  });

  it.each([
    ['headline', 'title', { title: 'Заголовок редактора' }],
    ['byline, which no page has', 'byline', { byline: 'Отдел культуры' }],
    ['rubric', 'category', { category: null }],
  ])(
    'never overwrites the %s that an editor has changed, and lets in what the page says anew about the rest',
    async (_what, field, data) => {
      writePages(bench.folder, { '1.txt': pageText() });
      await bench.newsroom.importPages([bench.folder]);
      const { documentId } = await onlyArticle();
      await bench.newsroom.strapi.documents(ARTICLE).update({ documentId, locale: 'ru', data, status: 'published' });

      const again = await bench.newsroom.importPages([bench.folder]);
      writePages(bench.folder, { '1.txt': pageText({ paragraphs: ['Совсем другой текст о той же выставке.'] }) });
      const changed = await bench.newsroom.importPages([bench.folder]);
      const after = await bench.newsroom.importPages([bench.folder]);

      const reason = expect.stringContaining(field) as string;
      expect(again).toMatchObject({ counts: { kept: 1, updated: 0 }, pages: [{ action: 'keep', documentId, reason, conflicts: [] }] });
      expect(changed).toMatchObject({ counts: { kept: 0, updated: 1 }, pages: [{ action: 'update', documentId, reason, conflicts: [] }] });
      expect(after).toMatchObject({ counts: { kept: 1, updated: 0 } });
      expect(await onlyArticle()).toMatchObject({ ...data, lead: 'Совсем другой текст о той же выставке.' });
    },
  );

  it('keeps the value of the editor where page and editor changed the same field, and reports both, until they agree', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder]);
    const { documentId } = await onlyArticle();
    const data = { title: 'Заголовок редактора' };
    await bench.newsroom.strapi.documents(ARTICLE).update({ documentId, locale: 'ru', data, status: 'published' });
    writePages(bench.folder, { '1.txt': pageText({ title: 'Выставка лодок продлена', meta: '42 05.06.2021 10:15 Город A A' }) });

    const conflicts = [{ field: 'title', editor: 'Заголовок редактора', page: 'Выставка лодок продлена' }];
    const first = await bench.newsroom.importPages([bench.folder]);
    const second = await bench.newsroom.importPages([bench.folder]);

    expect(first.pages).toMatchObject([{ action: 'update', conflicts }]);
    expect(second.pages).toMatchObject([{ action: 'keep', conflicts }]);
    expect(await onlyArticle()).toMatchObject({ title: 'Заголовок редактора', category: { name: 'Город' } });

    const agreed = { title: 'Выставка лодок продлена' };
    await bench.newsroom.strapi.documents(ARTICLE).update({ documentId, locale: 'ru', data: agreed, status: 'published' });
    await bench.newsroom.importPages([bench.folder]);
    expect((await bench.newsroom.importPages([bench.folder])).counts).toMatchObject({ unchanged: 1, kept: 0 });
  });

  it('publishes no draft that an editor is at work on', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder]);
    const { documentId, title } = await onlyArticle();
    await bench.newsroom.strapi.documents(ARTICLE).update({ documentId, locale: 'ru', data: { title: 'Ещё не готово' } });
    writePages(bench.folder, { '1.txt': pageText({ paragraphs: ['Другой текст.'] }) });

    const { counts } = await bench.newsroom.importPages([bench.folder]);

    expect(counts).toMatchObject({ updated: 1 });
    expect(await onlyArticle()).toMatchObject({ title, lead: expect.not.stringContaining('Другой') as string });
    const draft = await bench.newsroom.strapi.documents(ARTICLE).findOne({ documentId, locale: 'ru' });
    expect(draft).toMatchObject({ title: 'Ещё не готово', lead: 'Другой текст.' });
  });

  it('knows a rubric again that an editor has renamed', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder]);
    const { category } = await onlyArticle();
    const { documentId = '' } = category ?? {};
    await bench.newsroom.strapi.documents('api::category.category').update({ documentId, locale: 'ru', data: { name: 'Культура и быт' } });

    writePages(bench.folder, { '2.txt': pageText({ title: 'Ещё одна новость культуры' }) });
    await bench.newsroom.importPages([bench.folder]);

    const rubrics = await bench.newsroom.strapi.documents('api::category.category').findMany({ locale: 'ru' });
    expect(rubrics).toMatchObject([{ name: 'Культура и быт' }]);
  });

  it('does not bring back what an editor removed or unpublished', async () => {
    writePages(bench.folder, { '1.txt': pageText(), '2.txt': pageText({ title: 'Мост закрыт на день' }) });
    const { pages } = await bench.newsroom.importPages([bench.folder]);
    const [removed, unpublished] = pages.map(({ documentId }) => documentId ?? '');
    await bench.newsroom.strapi.documents(ARTICLE).delete({ documentId: removed ?? '', locale: '*' });
    await bench.newsroom.strapi.documents(ARTICLE).unpublish({ documentId: unpublished ?? '', locale: 'ru' });

    const report = await bench.newsroom.importPages([bench.folder]);

    expect(report.counts).toMatchObject({ created: 0, updated: 0, kept: 2 });
    expect(await bench.newsroom.strapi.documents(ARTICLE).count({ status: 'published', locale: '*' })).toBe(0);
  });

  it('keeps what an editor published, even when the draft was set back', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    const { pages } = await bench.newsroom.importPages([bench.folder], { status: 'draft' });
    const documentId = pages[0]?.documentId ?? '';
    const { documents } = bench.newsroom.strapi;
    const original = (await documents(ARTICLE).findOne({ documentId, locale: 'ru' }))?.title ?? '';
    await documents(ARTICLE).update({ documentId, locale: 'ru', data: { title: 'Заголовок редактора' }, status: 'published' });
    await documents(ARTICLE).update({ documentId, locale: 'ru', data: { title: original } });

    writePages(bench.folder, { '1.txt': pageText({ paragraphs: ['Другой текст.'] }) });
    const { counts } = await bench.newsroom.importPages([bench.folder]);

    expect(counts).toMatchObject({ updated: 1 });
    expect(await onlyArticle()).toMatchObject({ title: 'Заголовок редактора', lead: expect.not.stringContaining('Другой') as string });
  });

  it('imports drafts that readers do not see, and leaves their status to editors', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder], { status: 'draft' });
    expect(await readArticles()).toEqual([]);

    const { counts } = await bench.newsroom.importPages([bench.folder], { status: 'published' });
    expect(counts).toMatchObject({ unchanged: 1 });
    expect(await readArticles()).toEqual([]);
  });

  it('leaves an article that an editor published from a draft open to updates', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    const { pages } = await bench.newsroom.importPages([bench.folder], { status: 'draft' });
    const documentId = pages[0]?.documentId ?? '';
    await bench.newsroom.strapi.documents(ARTICLE).publish({ documentId, locale: 'ru' });

    writePages(bench.folder, { '1.txt': pageText({ title: 'Выставка лодок продлена' }) });
    const { counts } = await bench.newsroom.importPages([bench.folder], { status: 'draft' });

    expect(counts).toMatchObject({ updated: 1 });
    expect(await onlyArticle()).toMatchObject({ title: 'Выставка лодок продлена' });
  });
});
