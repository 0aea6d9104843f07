import path from 'node:path';
import type { CorrectionResult, InboxItem } from '../../src/plugins/importer/shared/contracts/inbox';
import { pageText, writePages } from '../helpers/page-text';
import { useInbox } from '../helpers/panel-inbox';

const ARTICLE = 'api::article.article';

describe('a field that page and editor both changed', () => {
  const { bench, signedIn, inbox, summary, onlyItem, importAll, undo, onlyArticle } = useInbox();
  const EDITED = { title: 'Заголовок редактора' };
  const SAID = 'Выставка лодок продлена до осени';

  async function inConflict(more: Parameters<typeof pageText>[0] = {}): Promise<InboxItem> {
    writePages(bench.folder, { '1.txt': pageText() });
    await importAll();
    const { documentId } = await onlyArticle();
    await bench.newsroom.strapi.documents(ARTICLE).update({ documentId, locale: 'ru', data: EDITED, status: 'published' });
    writePages(bench.folder, { '1.txt': pageText({ title: SAID, ...more }) });
    await importAll();
    return onlyItem('kind=conflict');
  }
  const settle = ({ run, page }: InboxItem, choices: object) => signedIn.panel.send('post', '/conflicts', { run, page, choices });

  it.each([
    ['and nothing else is new', {}],
    ['and more is new', { paragraphs: ['Совсем другой текст о той же выставке.'] }],
  ])('waits with both values, %s', async (_what, more) => {
    const item = await inConflict(more);
    expect(item).toMatchObject({
      kind: 'conflict',
      title: SAID,
      conflicts: [{ field: 'title', editor: EDITED.title, page: SAID }],
      locale: 'ru',
    });
    expect(await summary()).toMatchObject({ pages: 0, conflicts: 1 });
    expect(await inbox(`kind=conflict&q=${encodeURIComponent('продлена')}`)).toMatchObject({ total: 1 });
  });

  it.each([
    ['mine', EDITED.title],
    ['theirs', SAID],
  ] as const)('is settled as %s for good, and can be undone', async (choice, title) => {
    const item = await inConflict();
    const result = await signedIn.panel.data<CorrectionResult>(settle(item, { title: choice }));
    expect(result).toMatchObject({ action: 'update', documentId: item.documentId, problems: [], imported: 1 });
    expect(await onlyArticle()).toMatchObject({ title });
    expect(await inbox('kind=conflict')).toMatchObject({ total: 0 });
    for (const dryRun of [true, false]) {
      const { counts, pages } = await importAll({ dryRun });
      expect(counts).toMatchObject({ updated: 0, problems: 0 });
      expect(pages.flatMap(({ conflicts }) => conflicts)).toEqual([]);
    }
    expect(await inbox('kind=conflict')).toMatchObject({ total: 0 });

    expect((await undo(result.run)).counts).toMatchObject({ restored: 1, kept: 0 });
    expect(await onlyArticle()).toMatchObject(EDITED);
    expect(await onlyItem('kind=conflict')).toMatchObject({ conflicts: item.conflicts });
    expect((await importAll()).pages).toMatchObject([{ action: 'keep', conflicts: [{ field: 'title' }] }]);
  });

  it('is settled by field, and what is left waits on', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    await importAll();
    const { documentId } = await onlyArticle();
    const data = { ...EDITED, datePublished: new Date('2021-06-09T00:00:00Z') };
    // Headline and date can't both change on the page: then it would be another story.
    const category = await bench.newsroom.strapi
      .documents('api::category.category')
      .create({ locale: 'ru', data: { name: 'Море', slug: 'more' } });
    await bench.newsroom.strapi
      .documents(ARTICLE)
      .update({ documentId, locale: 'ru', data: { ...data, category: category.documentId }, status: 'published' });
    writePages(bench.folder, { '1.txt': pageText({ title: SAID, meta: '42 05.06.2021 10:15 Город A A' }) });
    await importAll();
    const item = await onlyItem('kind=conflict');
    expect(item.conflicts.map(({ field }) => field)).toEqual(['title', 'category']);
    const first = await signedIn.panel.data<CorrectionResult>(settle(item, { category: 'theirs' }));
    expect(first).toMatchObject({ action: 'update' });
    const left = await onlyItem('kind=conflict');
    expect(left).toMatchObject({ run: first.run, conflicts: [{ field: 'title' }] });
    expect(await onlyArticle()).toMatchObject({ ...EDITED, category: { name: 'Город' } });
    await signedIn.panel.data(settle(left, { title: 'mine' }));
    expect(await inbox('kind=conflict')).toMatchObject({ total: 0 });
    expect((await importAll()).pages.flatMap(({ conflicts }) => conflicts)).toEqual([]);
  });

  it('leaves a draft that waits to be published waiting', async () => {
    const item = await inConflict();
    const { documentId } = await onlyArticle();
    await bench.newsroom.strapi.documents(ARTICLE).update({ documentId, locale: 'ru', data: { byline: 'Отдел культуры' } });
    await signedIn.panel.data(settle(item, { title: 'theirs' }));
    expect(await onlyArticle()).toMatchObject(EDITED);
    const [draft] = await bench.newsroom.strapi.documents(ARTICLE).findMany({ status: 'draft', locale: 'ru' });
    expect(draft).toMatchObject({ title: SAID, byline: 'Отдел культуры' });
  });

  it('can not be settled where there is nothing to settle', async () => {
    const item = await inConflict();
    expect((await settle(item, { body: 'mine' })).status).toBe(400);
    expect((await settle(item, {})).status).toBe(400);
    expect((await settle(item, { title: 'ours' })).status).toBe(400);
    expect((await settle({ ...item, page: path.join(bench.folder, 'none.txt') }, { title: 'mine' })).status).toBe(404);
    await signedIn.panel.data(settle(item, { title: 'mine' }));
    expect((await settle(item, { title: 'mine' })).status).toBe(400);
  });
});
