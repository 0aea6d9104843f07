import path from 'node:path';
import { viewCountsOf } from '../../src/api/views/services/view-count';
import type { UndoneEntry } from '../../src/plugins/importer/server/src/import/undo/undo-report';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';

const ARTICLE = 'api::article.article';
const CATEGORY = 'api::category.category';

describe('undoing an import', () => {
  const { bench, onlyArticle, articleRows } = useImports();
  const pages = (content: Record<string, string>) => writePages(bench.folder, content);
  const documents = () => bench.newsroom.strapi.documents(ARTICLE);
  const count = (uid: Parameters<typeof bench.newsroom.strapi.db.query>[0]) => bench.newsroom.strapi.db.query(uid).count({});

  async function undo(run: number | null, dryRun = false, signal?: AbortSignal) {
    const entries: UndoneEntry[] = [];
    const onEntry = (entry: UndoneEntry) => entries.push(entry);
    const report = await bench.newsroom.importer.undo({ run: run ?? 0, dryRun, by: 'tests', onEntry, ...(signal ? { signal } : {}) });
    return { ...report, entries };
  }

  it('removes what the run created: articles, views, rubrics, partners, texts of the site and what the ledger knows', async () => {
    const tail = ['Наши партнёры', 'Пекарня у маяка', 'Лента новостей', 'Предыдущие новости'];
    pages({ '1.txt': pageText({ tail }), '2.txt': pageText({ tail, title: 'Мост закрыт на день' }), '3.txt': '' });
    const { run } = await bench.newsroom.importPages([bench.folder]);

    const preview = await undo(run, true);
    expect(await count(ARTICLE)).toBe(4);
    const { counts } = await undo(run);

    expect(counts).toMatchObject({ removed: 6, restored: 0, kept: 0 });
    expect(preview.counts).toEqual(counts);
    for (const uid of [ARTICLE, CATEGORY, 'api::partner-link.partner-link', 'api::views.view-count'] as const)
      expect(await count(uid)).toBe(0);
    expect(await bench.newsroom.strapi.db.query('plugin::importer.item').findMany({})).toMatchObject([{ page: '@site/ru', written: {} }]);
    const site = await bench.newsroom.strapi.documents('api::site.site').findFirst({ locale: 'ru' });
    expect(site).toMatchObject({ slogan: null, feedHeading: null });
  });

  it('lets the same pages be imported again', async () => {
    pages({ '1.txt': pageText() });
    const { run } = await bench.newsroom.importPages([bench.folder]);
    await undo(run);

    const again = await bench.newsroom.importPages([bench.folder]);

    expect(again.counts).toMatchObject({ created: 1, unchanged: 0 });
    expect(await onlyArticle()).toMatchObject({ slug: 'na-naberezhnoy-otkrylas-vystavka-rybackih-lodok' });
  });

  it('gives back what the run changed, and what the ledger knew', async () => {
    pages({ '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder]);
    const before = await onlyArticle();
    pages({
      '1.txt': pageText({ title: 'Выставка лодок продлена', paragraphs: ['Другой текст.'], meta: '50 05.06.2021 10:15 Город A A' }),
    });
    const changed = await bench.newsroom.importPages([bench.folder]);
    await viewCountsOf(bench.newsroom.strapi).raise(before.documentId, 53);

    const { counts } = await undo(changed.run);

    const { documentId, title, lead, body, datePublished, slug } = before;
    expect(counts).toMatchObject({ restored: 1, kept: 0 });
    expect(await onlyArticle()).toMatchObject({ documentId, title, lead, body, datePublished, slug, category: { name: 'Культура' } });
    expect((await viewCountsOf(bench.newsroom.strapi).read([documentId])).get(documentId)).toBe(45);
    pages({ '1.txt': pageText() });
    expect((await bench.newsroom.importPages([bench.folder])).counts).toMatchObject({ unchanged: 1 });
  });

  it('keeps what an editor has touched since, and lists it with the reason', async () => {
    const titles = ['Первая новость дня', 'Вторая новость дня', 'Третья новость дня', 'Четвёртая новость дня'];
    pages(Object.fromEntries(titles.map((title, index) => [`${index}.txt`, pageText({ title })])));
    const { run, pages: made } = await bench.newsroom.importPages([bench.folder]);
    const [edited = '', unpublished = '', removed = ''] = made.map(({ documentId }) => documentId ?? '');
    await documents().update({ documentId: edited, locale: 'ru', data: { title: 'Заголовок редактора' }, status: 'published' });
    await documents().unpublish({ documentId: unpublished, locale: 'ru' });
    await documents().delete({ documentId: removed, locale: '*' });

    const preview = await undo(run, true);
    const { entries, counts } = await undo(run);

    expect(counts).toMatchObject({ removed: 2, kept: 3, gone: 1 });
    expect(preview.entries).toEqual(entries);
    expect(entries.filter(({ action }) => action === 'keep')).toMatchObject([
      { documentId: unpublished, reason: 'an editor has unpublished it since' },
      { documentId: edited, reason: 'an editor has changed title since' },
      { reason: 'there are articles in it: 2' },
    ]);
    expect(await documents().findMany({ locale: 'ru' })).toHaveLength(2);
  });

  it('keeps what an editor has published since, though nothing else is changed', async () => {
    pages({ '1.txt': pageText(), '2.txt': pageText({ title: 'Вторая новость дня' }) });
    const { run, pages: made } = await bench.newsroom.importPages([bench.folder], { status: 'draft' });
    const [published = ''] = made.map(({ documentId }) => documentId ?? '');
    await documents().publish({ documentId: published, locale: 'ru' });

    const { entries } = await undo(run);

    expect(entries).toContainEqual(
      expect.objectContaining({ documentId: published, action: 'keep', reason: 'an editor has published it since' }),
    );
    expect(await documents().findMany({ locale: 'ru' })).toMatchObject([{ documentId: published }]);
  });

  it('gives back the fields that still are as the run wrote them, and keeps those of the editor', async () => {
    pages({ '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder]);
    const { documentId, lead } = await onlyArticle();
    pages({ '1.txt': pageText({ title: 'Выставка лодок продлена', paragraphs: ['Другой текст.'] }) });
    const { run } = await bench.newsroom.importPages([bench.folder]);
    await documents().update({ documentId, locale: 'ru', data: { title: 'Заголовок редактора' }, status: 'published' });

    const { entries } = await undo(run);

    expect(entries).toMatchObject([{ action: 'restore', reason: 'an editor has changed title since' }]);
    expect(await onlyArticle()).toMatchObject({ title: 'Заголовок редактора', lead });
  });

  it('takes back later runs first', async () => {
    pages({ '1.txt': pageText() });
    const first = await bench.newsroom.importPages([bench.folder]);
    pages({ '1.txt': pageText({ title: 'Выставка лодок продлена' }) });
    const second = await bench.newsroom.importPages([bench.folder]);

    const early = await undo(first.run);
    expect(early.entries).toContainEqual(
      expect.objectContaining({ action: 'keep', reason: `run ${String(second.run)} has updated it since: undo that one first` }),
    );
    await undo(second.run);
    expect(await onlyArticle()).toMatchObject({ title: 'На набережной открылась выставка рыбацких лодок' });
  });

  it('goes on where it was interrupted', async () => {
    const many = Array.from({ length: 250 }, (_, index) => [`${index}.txt`, pageText({ title: `Новость под номером ${index}` })] as const);
    pages(Object.fromEntries(many));
    const { run } = await bench.newsroom.importPages([bench.folder]);
    const stop = new AbortController();
    const stopSoon = (done: number) => (done > 50 ? stop.abort() : undefined);
    const first = await bench.newsroom.importer.undo({
      run: run ?? 0,
      dryRun: false,
      by: 'tests',
      signal: stop.signal,
      onProgress: stopSoon,
    });
    expect(first).toMatchObject({ interrupted: true });
    expect(first.counts.removed).toBeGreaterThan(50);
    // The texts of the site were filled last, and are emptied first.
    expect((await articleRows()).length).toBe(500 - 2 * (first.counts.removed - 1));

    const second = await undo(run);

    expect(second).toMatchObject({ run: first.run, interrupted: false, counts: { kept: 0 } });
    expect(second.counts.removed).toBeGreaterThanOrEqual(250);
    expect(await articleRows()).toEqual([]);
  });

  it.each([
    [999_999, 'There is no run 999999'],
    [null, 'has been undone already'],
  ])('refuses run %s, saying why', async (given, message) => {
    pages({ '1.txt': pageText() });
    const { run } = await bench.newsroom.importPages([path.join(bench.folder, '1.txt')]);
    const undone = await undo(run);
    await expect(undo(given ?? run)).rejects.toThrow(message);
    await expect(undo(undone.run)).rejects.toThrow('only imports can be undone');
  });
});
