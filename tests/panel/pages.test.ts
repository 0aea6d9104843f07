import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Origin, PageView } from '../../src/plugins/importer/shared/contracts/pages';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { useImports } from '../helpers/import-bench';
import { makeTar, makeZip } from '../helpers/make-archive';
import { pageText, SLOGAN, writePages } from '../helpers/page-text';
import { type PanelClient, panelClient } from '../helpers/panel-client';

interface Item {
  readonly page: string;
  readonly targetId: string;
}

describe('where an article came from', () => {
  const { bench, onlyArticle } = useImports();
  let panel: PanelClient;
  beforeAll(async () => {
    panel = await panelClient(bench.newsroom);
  });

  const pagesKnown = async () => {
    const items = await rowsOf<Item>(bench.newsroom.strapi, 'plugin::importer.item').findMany({ orderBy: { id: 'asc' } });
    return items.map(({ page }) => page).filter((page) => !page.startsWith('@'));
  };
  const view = (run: number | null, page: string) => panel.data<PageView>(panel.get(`/runs/${run}/pages?name=${encodeURIComponent(page)}`));
  const partsOf = ({ lines }: PageView) => Object.fromEntries((lines ?? []).map(({ text, parts }) => [text, parts]));

  const files = { 'a/1.txt': pageText(), 'a/2.txt': pageText({ title: 'Ещё одна новость с набережной', meta: '7 06.06.2021 Спорт' }) };
  const members = Object.entries(files).map(([name, content]) => ({ name, content }));
  const SOURCES: readonly (readonly [string, (folder: string) => Promise<string>])[] = [
    [
      'a folder',
      (folder) => {
        writePages(folder, files);
        return Promise.resolve(folder);
      },
    ],
    [
      'a zip',
      (folder) => {
        writeFileSync(path.join(folder, 'pages.zip'), makeZip(members));
        return Promise.resolve(path.join(folder, 'pages.zip'));
      },
    ],
    [
      'a tar.gz',
      async (folder) => {
        writeFileSync(path.join(folder, 'pages.tar.gz'), gzipSync(await makeTar(members)));
        return path.join(folder, 'pages.tar.gz');
      },
    ],
  ];

  it.each(SOURCES)('is told line by line, for a page in %s', async (_what, make) => {
    const source = await make(bench.folder);
    const { run } = await bench.newsroom.importPages([source]);
    const [, second = ''] = await pagesKnown();
    const shown = await view(run, second);
    expect(partsOf(shown)).toEqual({
      [SLOGAN]: ['site'],
      'Ещё одна новость с набережной': ['title'],
      '7 06.06.2021 Спорт': ['datePublished', 'category', 'views'],
      'Лодки собрали по всему побережью, самой старой больше ста лет.': ['body'],
      'Выставка работает до конца августа каждый день.': ['body'],
      'Наши партнёры': ['site'],
      'Лента новостей': ['site'],
      'Предыдущие новости': ['site'],
    });
    expect(shown).toMatchObject({
      ...{ page: second, path: expect.stringContaining('2.txt') as string, missing: null, note: null, problems: [], correction: null },
      run: { id: run, kind: 'import' },
      story: {
        title: 'Ещё одна новость с набережной',
        datePublished: '2021-06-05T20:00:00.000Z',
        category: 'Спорт',
        views: 7,
        locale: 'ru',
      },
      article: { title: 'Ещё одна новость с набережной', category: 'Спорт', views: 7, isPublished: true, body: { length: 2 } },
    });
    expect(shown.lines?.map(({ number }) => number).slice(0, 3)).toEqual([1, 3, 5]);
  });

  it('shows the article as an editor left it, beside what the page says', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    const { run } = await bench.newsroom.importPages([bench.folder]);
    const { documentId } = await onlyArticle();
    await bench.newsroom.strapi
      .documents('api::article.article')
      .update({ documentId, locale: 'ru', data: { title: 'Черновик редактора' } });
    const [page = ''] = await pagesKnown();
    expect(await view(run, page)).toMatchObject({ article: { title: 'Черновик редактора', isPublished: true } });
  });

  it('is told of an article: pages, run, time and person, the newest first', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    const first = await bench.newsroom.importPages([bench.folder], { by: 'Ayla' });
    const { documentId } = await onlyArticle();
    writePages(bench.folder, { '2.txt': pageText() });
    const second = await bench.newsroom.importPages([bench.folder], { by: 'Murad' });
    const origins = await panel.data<Origin[]>(panel.get(`/articles/${documentId}/origin?locale=ru`));
    expect(origins).toMatchObject([
      { page: expect.stringContaining('2.txt') as string, run: second.run, by: 'Murad' },
      { page: expect.stringContaining('1.txt') as string, run: first.run, by: 'Ayla', at: expect.stringContaining('T') as string },
    ]);
    expect(await panel.data(panel.get(`/articles/${documentId}/origin?locale=en`))).toEqual([]);
    expect(await panel.data(panel.get('/articles/unknown/origin'))).toEqual([]);
  });

  it('says so where a page has changed, or is gone', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    const { run } = await bench.newsroom.importPages([bench.folder]);
    const [page = ''] = await pagesKnown();
    writePages(bench.folder, { '1.txt': pageText({ title: 'Выставка лодок продлена до осени' }) });
    expect(await view(run, page)).toMatchObject({
      note: { code: 'page-changed', message: expect.stringContaining('changed') as string },
      story: { title: 'Выставка лодок продлена до осени' },
    });
    rmSync(path.join(bench.folder, '1.txt'));
    expect(await view(run, page)).toMatchObject({
      lines: null,
      story: null,
      missing: { code: 'page-unreadable', values: { rule: 'unreadable' } },
      article: { views: 42 },
    });
  });

  it('reads nothing but pages that the run knows, where it read them', async () => {
    mkdirSync(path.join(bench.folder, 'pages'));
    writeFileSync(path.join(bench.folder, 'secret.txt'), 'secret');
    writePages(bench.folder, { 'pages/1.txt': pageText(), 'pages/2.txt': pageText({ meta: 'Культура A A' }) });
    const { run } = await bench.newsroom.importPages([path.join(bench.folder, 'pages')]);
    const [first = ''] = await pagesKnown();
    for (const name of ['/etc/hostname', '../../etc/hostname', path.join(bench.folder, 'secret.txt'), `${first}/../../secret.txt`, '']) {
      expect((await panel.get(`/runs/${run}/pages?name=${encodeURIComponent(name)}`)).status).toBe(name === '' ? 400 : 404);
    }
    expect((await panel.get(`/runs/999999/pages?name=${encodeURIComponent(first)}`)).status).toBe(404);
    expect((await panel.get('/runs/none/pages?name=1.txt')).status).toBe(400);

    // A link that was put in the page's place leads nowhere else.
    rmSync(path.join(bench.folder, 'pages/1.txt'));
    symlinkSync(path.join(bench.folder, 'secret.txt'), path.join(bench.folder, 'pages/1.txt'));
    expect(await view(run, first)).toMatchObject({ lines: null, missing: { code: 'page-unreadable' } });
  });

  it('is nobody’s business who has not signed in', async () => {
    expect((await bench.newsroom.get('/importer/runs/1/pages?name=1.txt')).status).toBe(401);
    expect((await bench.newsroom.get('/importer/inbox')).status).toBe(401);
  });
});
