import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CorrectionResult } from '../../src/plugins/importer/shared/contracts/inbox';
import type { PageView } from '../../src/plugins/importer/shared/contracts/pages';
import { makeTar, makeZip } from '../helpers/make-archive';
import { pageText, writePages } from '../helpers/page-text';
import { dateless, typed, useInbox } from '../helpers/panel-inbox';

const PAGES = ['2020/1.txt', '2020/2.txt', '2021/1.txt', '2021/2.txt', '2021/3.txt'] as const;

const STORY = pageText({ title: 'Мост закрыт', meta: '12 07.08.2021 12:00 Город' });

const TEXTS: Readonly<Record<(typeof PAGES)[number], string>> = {
  '2020/1.txt': pageText({ title: 'Маяк покрасили', meta: '10 05.05.2020 09:00 Город' }),
  '2020/2.txt': pageText({ title: 'Рынок переехал', meta: '11 06.05.2020 10:00 Город' }),
  '2021/1.txt': dateless('Рыбаки вернулись', 'вчера'),
  '2021/2.txt': dateless('Никому не нужно', 'на днях'),
  '2021/3.txt': STORY,
};

/** What the same pages may come in, made below a folder. */
const WRAPPERS: readonly (readonly [string, (folder: string, texts: Readonly<Record<string, string>>) => Promise<string>])[] = [
  [
    'another folder',
    (folder, texts) => {
      writePages(path.join(folder, 'other'), { ...texts });
      return Promise.resolve('other');
    },
  ],
  ['a zip', (folder, texts) => put(folder, 'a.zip', makeZip(filesOf(texts)))],
  ['a zip with the folder in it', (folder, texts) => put(folder, 'b.zip', makeZip(filesOf(texts, 'archive/')))],
  ['a zip with other folders in it', (folder, texts) => put(folder, 'c.zip', makeZip(filesOf(texts, 'x/y/')))],
  ['a tar', async (folder, texts) => put(folder, 'e.tar', await makeTar(filesOf(texts, './')))],
  ['a packed tar', async (folder, texts) => put(folder, 'f.tar.gz', gzipSync(await makeTar(filesOf(texts, 'archive/'))))],
];

const filesOf = (texts: Readonly<Record<string, string>>, top = '') =>
  Object.entries(texts).map(([name, content]) => ({ name: `${top}${name}`, content }));

function put(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  writeFileSync(path.join(folder, name), bytes);
  return Promise.resolve(name);
}

describe('a folder that comes again in another wrapper', () => {
  const { bench, signedIn, inbox, correct, undo, readArticles } = useInbox();

  /** Imports the pages, mends one, leaves one out, and edits the article of a third by hand. */
  async function begin(): Promise<string> {
    const folder = path.join(bench.folder, 'archive');
    writePages(folder, TEXTS);
    await bench.newsroom.importPages([folder]);
    const { items } = await inbox();
    const [mended, left] = ['2021/1.txt', '2021/2.txt'].map((name) => items.find(({ page }) => page.endsWith(name)));
    if (mended === undefined || left === undefined) throw new Error('The pages without a date are not in the inbox');
    await signedIn.panel.data<CorrectionResult>(correct(mended, { datePublished: typed('05.06.2021 10:15') }));
    await signedIn.panel.data(signedIn.panel.send('post', '/corrections/leave-out', { run: left.run, page: left.page }));
    const [article] = await bench.newsroom.strapi
      .documents('api::article.article')
      .findMany({ filters: { title: 'Мост закрыт' }, locale: '*' });
    const documentId = article?.documentId ?? '';
    const data = { title: 'Мост закрыт на ремонт' };
    await bench.newsroom.strapi.documents('api::article.article').update({ documentId, locale: 'ru', data, status: 'published' });
    return folder;
  }

  test.each(WRAPPERS)('is known again in %s: mended, left out and edited as before', async (_name, wrap) => {
    await begin();
    const before = await readArticles();
    const source = path.join(bench.folder, await wrap(bench.folder, TEXTS));
    const expected = { pages: 5, created: 0, updated: 0, unchanged: 3, kept: 1, leftOut: 1, quarantined: 0 };
    const predicted = await bench.newsroom.importPages([source], { dryRun: true });
    expect(predicted.counts).toMatchObject(expected);
    const { run, counts, pages } = await bench.newsroom.importPages([source]);
    expect(counts).toMatchObject(expected);
    expect(pages.map(({ reason }) => reason.replace(/(as ).*\/archive\//, '$1'))).toEqual([
      'the same page as 2020/1.txt',
      'the same page as 2020/2.txt',
      'the same page as 2021/1.txt',
      expect.stringContaining('left out by'),
      'an editor changed title; the same page as 2021/3.txt',
    ]);
    expect(await readArticles()).toEqual(before);
    expect((await bench.newsroom.importPages([source])).counts).toMatchObject(expected);
    if (run !== null) await undo(run);
    expect(await readArticles()).toEqual(before);
  });

  it.each([
    ['whose rubric has changed too', 'Порт'],
    ['where nothing else has changed', 'Город'],
  ])('is known by its paths where texts have changed, and what an editor wrote otherwise waits for a person: %s', async (_what, rubric) => {
    await begin();
    const changed = STORY.replace('12:00 Город', `12:00 ${rubric}`).replace('Мост', 'Понтонный мост');
    const zip = await put(bench.folder, 'z.zip', makeZip(filesOf({ ...TEXTS, '2021/3.txt': changed })));
    const source = path.join(bench.folder, zip);
    const { counts, pages } = await bench.newsroom.importPages([source]);
    expect(counts).toMatchObject({ created: 0, unchanged: 3, leftOut: 1 });
    expect(pages.at(-1)?.reason).toContain('the same page as');
    const titles = async () => (await readArticles()).map(({ title }) => title);
    expect(await titles()).toContain('Мост закрыт на ремонт');
    expect(await titles()).toHaveLength(4);

    const { items } = await inbox('kind=conflict');
    expect(items).toMatchObject([{ page: expect.stringContaining('z.zip!/2021/3.txt') as string, conflicts: [{ field: 'title' }] }]);
    const { run, page } = items[0] ?? { run: 0, page: '' };
    await signedIn.panel.data(signedIn.panel.send('post', '/conflicts', { run, page, choices: { title: 'theirs' } }));
    expect(await titles()).toContain('Понтонный мост закрыт');
    expect(await inbox('kind=conflict')).toMatchObject({ total: 0 });
    expect((await bench.newsroom.importPages([source])).counts).toMatchObject({ created: 0, updated: 0, kept: 0, unchanged: 4 });
  });

  it('keeps a notice of each week, and gives no article to two pages, whatever chunk they are in', async () => {
    const notice = (day: number, paragraphs = ['Воду отключат с девяти до пяти.']) =>
      pageText({ title: 'Воды не будет', meta: `1 0${day}.03.2022 08:00 Город`, paragraphs });
    writePages(path.join(bench.folder, 'old'), { '1.txt': notice(1), '2.txt': notice(2) });
    await bench.newsroom.importPages([path.join(bench.folder, 'old')]);
    const corrected = notice(1, ['Воду отключат с девяти до шести.']);
    const between = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `x${index}.txt`,
        pageText({ title: `О другом ${index}`, meta: '2 05.03.2022 08:00 Город' }),
      ]),
    );
    writePages(path.join(bench.folder, 'new'), {
      '0.txt': notice(3),
      '1.txt': corrected,
      '2.txt': notice(2),
      ...between,
      'z.txt': notice(1),
    });
    const source = path.join(bench.folder, 'new');
    const expected = { pages: 44, created: 42, updated: 1, unchanged: 1 };
    expect((await bench.newsroom.importPages([source], { dryRun: true })).counts).toMatchObject(expected);
    expect((await bench.newsroom.importPages([source])).counts).toMatchObject(expected);
    const { documents } = bench.newsroom.strapi;
    const notices = await documents('api::article.article').findMany({
      locale: 'ru',
      filters: { title: 'Воды не будет' },
      sort: 'datePublished',
    });
    expect(notices.map(({ datePublished }) => String(datePublished).slice(0, 10))).toEqual([
      '2022-03-01',
      '2022-03-01',
      '2022-03-02',
      '2022-03-03',
    ]);
    expect((await bench.newsroom.importPages([source])).counts).toMatchObject({ created: 0, updated: 0, unchanged: 44 });
  });

  it('waits in the inbox once, and under its old name again when the second import is undone', async () => {
    const folder = path.join(bench.folder, 'archive');
    writePages(folder, TEXTS);
    await bench.newsroom.importPages([folder]);
    const first = (await inbox()).items.map(({ page }) => page).sort();
    const source = path.join(bench.folder, await put(bench.folder, 'a.zip', makeZip(filesOf(TEXTS))));
    const { run } = await bench.newsroom.importPages([source]);
    const again = (await inbox()).items.map(({ page }) => page);
    expect(again.map((page) => page.includes('a.zip!/'))).toEqual([true, true]);
    await undo(run ?? 0);
    expect((await inbox()).items.map(({ page }) => page).sort()).toEqual(first);
  });

  it('is not taken for another folder whose pages have the same names', async () => {
    await begin();
    const other = path.join(bench.folder, 'other');
    writePages(
      other,
      Object.fromEntries(
        PAGES.map((name, index) => [name, pageText({ title: `О другом ${index}`, meta: `1 0${index + 1}.03.2022 08:00 Город` })]),
      ),
    );
    expect((await bench.newsroom.importPages([other])).counts).toMatchObject({ created: 5, updated: 0 });
  });
});

describe('the page of an earlier run', () => {
  const { bench, signedIn, view } = useInbox();
  const viewOf = (run: number, page: string) =>
    signedIn.panel.data<PageView>(signedIn.panel.get(`/runs/${run}/pages?name=${encodeURIComponent(page)}`));

  it('shows what was read then, and says so, as long as it is there', async () => {
    writePages(bench.folder, { '1.txt': STORY });
    const first = await bench.newsroom.importPages([bench.folder]);
    const page = first.pages[0]?.page ?? '';
    expect(await view({ run: first.run ?? 0, page })).toMatchObject({ note: null, story: { title: 'Мост закрыт' } });
    const file = path.join(bench.folder, '1.txt');
    const text = readFileSync(file);
    writeFileSync(file, STORY.replace('Мост закрыт', 'Мост открыт'));
    const second = await bench.newsroom.importPages([bench.folder]);

    const gone = { code: 'page-text-replaced', values: { run: first.run, later: second.run } };
    expect(await viewOf(first.run ?? 0, page)).toMatchObject({ lines: null, story: null, missing: gone, outcome: { action: 'create' } });
    expect(await viewOf(second.run ?? 0, page)).toMatchObject({
      note: null,
      story: { title: 'Мост открыт' },
      outcome: { action: 'update' },
    });
    writeFileSync(file, text);
    const since = { code: 'page-read-since', values: { run: first.run, later: second.run } };
    expect(await viewOf(first.run ?? 0, page)).toMatchObject({ note: since, story: { title: 'Мост закрыт' } });
    expect(await viewOf(second.run ?? 0, page)).toMatchObject({ note: { code: 'page-changed' } });
  });
});
