import type { UID } from '@strapi/strapi';
import type { ImporterService } from '../../src/plugins/importer/server/src/services/importer';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';

const ARTICLE = 'api::article.article';
const TAG: UID.ContentType = 'api::tag.tag';
const AUTHOR: UID.ContentType = 'api::author.author';

const markdown = (change: Readonly<Record<string, string | null>> = {}, body = BODY) => {
  const values: Record<string, string | null> = {
    title: 'Мост открыли после ремонта',
    date: '2023-09-20 08:50:00 +0400',
    lastmod: '2023-09-21 10:00:00 +0400',
    categories: '[Город]',
    tags: '[мост, ремонт]',
    author: 'Анна Мелихова и Рауф Гусейнов',
    canonicalURL: 'https://old.example/news/most/',
    ...change,
  };
  const lines = Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [`${key}: ${value}`]));
  return `---\n${lines.join('\n')}\n---\n${body}`;
};

const BODY = `Первый трамвай прошёл по мосту **в семь утра**.

## Что сделали

- заменили [рельсы](https://old.example/rails)
- покрасили перила

![Трамвай](/img/tram.jpg)
`;

describe('Markdown with front matter', () => {
  const { bench, onlyArticle } = useImports();
  const run = () => bench.newsroom.importPages([bench.folder]);
  const article = (status: 'draft' | 'published' = 'published') =>
    bench.newsroom.strapi.documents(ARTICLE).findFirst({ locale: 'ru', status, populate: ['category', 'tags', 'authors'] });
  const names = async (uid: UID.ContentType) =>
    (await rowsOf<{ name: string }>(bench.newsroom.strapi, uid).findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name);

  it('becomes an article with blocks, tags and authors, who are made once each', async () => {
    writePages(bench.folder, { 'most.md': markdown(), 'port.md': markdown({ title: 'Порт закрыли', canonicalURL: null }, 'Порт закрыт.') });

    expect((await run()).counts).toMatchObject({ created: 2, problems: 0 });

    const found = await bench.newsroom.strapi.documents(ARTICLE).findFirst({
      ...{ locale: 'ru', status: 'published', filters: { title: 'Мост открыли после ремонта' }, populate: ['category', 'tags', 'authors'] },
    });
    expect(found).toMatchObject({
      datePublished: '2023-09-20T04:50:00.000Z',
      dateModified: '2023-09-21T06:00:00.000Z',
      byline: 'Анна Мелихова и Рауф Гусейнов',
      originalUrl: 'https://old.example/news/most/',
      category: { name: 'Город' },
      lead: 'Первый трамвай прошёл по мосту в семь утра.',
    });
    const body = found?.body as readonly { readonly type: string }[] | undefined;
    expect(body?.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'list', 'image']);
    expect((found?.['tags'] as { name: string }[]).map(({ name }) => name)).toEqual(['мост', 'ремонт']);
    expect((found?.['authors'] as { name: string }[]).map(({ name }) => name)).toEqual(['Анна Мелихова', 'Рауф Гусейнов']);
    expect([await names(TAG), await names(AUTHOR)]).toEqual([
      ['мост', 'ремонт'],
      ['Анна Мелихова', 'Рауф Гусейнов'],
    ]);
  });

  it('is unchanged in a second run, and updated where a tag or the text has changed', async () => {
    writePages(bench.folder, { 'most.md': markdown() });
    await run();
    expect((await run()).counts).toMatchObject({ created: 0, updated: 0, unchanged: 1 });

    writePages(bench.folder, { 'most.md': markdown({ tags: '[мост, трамвай]', lastmod: null }) });
    expect((await run()).counts).toMatchObject({ updated: 1 });
    const changed = await article();
    expect((changed?.['tags'] as { name: string }[]).map(({ name }) => name)).toEqual(['мост', 'трамвай']);
    expect(changed).toMatchObject({ dateModified: null, byline: 'Анна Мелихова и Рауф Гусейнов' });
  });

  it('keeps what an editor has made of tags and text, and asks where both have changed them', async () => {
    writePages(bench.folder, { 'most.md': markdown() });
    await run();
    const { documentId } = await onlyArticle();
    const tag = await bench.newsroom.strapi.documents(TAG).create({ data: { name: 'важное', slug: 'vazhnoe' }, locale: 'ru' });
    const data = { tags: [tag.documentId], byline: 'Редакция' };
    await bench.newsroom.strapi.documents(ARTICLE).update({ documentId, locale: 'ru', data, status: 'published' });

    writePages(bench.folder, { 'most.md': markdown({ tags: '[порт]', title: 'Мост снова открыт' }) });
    const { pages, counts } = await run();
    expect(counts).toMatchObject({ updated: 1 });
    expect(pages[0]?.conflicts).toEqual([{ field: 'tags', editor: 'важное', page: 'порт' }]);
    expect(await article()).toMatchObject({ title: 'Мост снова открыт', byline: 'Редакция', tags: [{ name: 'важное' }] });
  });

  it('is known by the address that it declares, under whichever name', async () => {
    writePages(bench.folder, { 'most.md': markdown() });
    await run();
    const { documentId } = await onlyArticle();

    const elsewhere = { 'x.md': markdown({ title: 'Мост снова в строю', date: '2023-09-22' }, 'Совсем другой текст о мосте.') };
    writePages(`${bench.folder}-other`, { ...elsewhere, 'y.md': markdown({ title: 'Порт закрыли', canonicalURL: null }) });
    const { pages, counts } = await bench.newsroom.importPages([`${bench.folder}-other`]);
    expect(counts).toMatchObject({ created: 1, updated: 1 });
    const updated = pages.find(({ action }) => action === 'update');
    expect([updated?.documentId, updated?.reason]).toEqual([documentId, expect.stringMatching(/the same address as .*most\.md/)]);
  });

  it('is an article of its own where a template declares one address on several pages', async () => {
    const one = { canonicalURL: 'https://old.example/' };
    const pages = {
      'most.md': markdown(one),
      'port.md': markdown({ ...one, title: 'Порт закрыли', date: '2023-09-22' }, 'Порт закрыт.'),
      'mayak.md': markdown({ ...one, title: 'Маяк горит', date: '2023-09-23' }, 'Маяк виден издалека.'),
    };
    writePages(bench.folder, pages);
    expect((await run()).counts).toMatchObject({ created: 3, updated: 0 });
    expect((await run()).counts).toMatchObject({ unchanged: 3 });

    writePages(`${bench.folder}-later`, {
      'a.md': markdown({ ...one, title: 'Пляж открыт', date: '2023-09-24' }, 'Пляж открыт до вечера.'),
    });
    expect((await bench.newsroom.importPages([`${bench.folder}-later`])).counts).toMatchObject({ created: 1, updated: 0 });
  });

  it('is left alone by another page that declares its address, where both are there', async () => {
    writePages(bench.folder, { 'most.md': markdown() });
    await run();
    const print = markdown({ title: 'Мост открыли после ремонта (для печати)', date: '2023-09-22' }, 'Версия для печати.');
    writePages(bench.folder, { 'most.md': markdown(), 'print.md': print });
    expect((await run()).counts).toMatchObject({ created: 1, updated: 0, unchanged: 1 });
  });

  it('has another lead where only the description has changed', async () => {
    const plain = { lastmod: null, tags: null, author: null, canonicalURL: null };
    writePages(bench.folder, { 'most.md': markdown({ ...plain, description: 'Трамваи пошли.' }) });
    await run();
    writePages(bench.folder, { 'most.md': markdown({ ...plain, description: 'Трамваи снова пошли.' }) });
    expect((await run()).counts).toMatchObject({ updated: 1 });
    expect(await article()).toMatchObject({ lead: 'Трамваи снова пошли.' });
  });

  it('stays a draft where it says so, whatever the run publishes', async () => {
    writePages(bench.folder, { 'most.md': markdown({ draft: 'true' }) });
    expect((await run()).counts).toMatchObject({ created: 1 });
    expect([await article('draft'), await article('published')]).toEqual([
      expect.objectContaining({ title: 'Мост открыли после ремонта' }),
      null,
    ]);
    expect((await run()).counts).toMatchObject({ unchanged: 1 });
  });

  it('goes with its tags and authors when the run is undone, but for those that something else has', async () => {
    writePages(bench.folder, { 'most.md': markdown() });
    const { run: first } = await run();
    const tags = await rowsOf<{ documentId: string; name: string }>(bench.newsroom.strapi, TAG).findMany({ orderBy: { name: 'asc' } });
    const data = { title: 'Новость редактора', slug: 'novost-redaktora', tags: [tags[0]?.documentId ?? ''] };
    await bench.newsroom.strapi.documents(ARTICLE).create({ locale: 'ru', data });

    const importer = bench.newsroom.strapi.plugin('importer').service<ImporterService>('importer');
    await importer.undo({ run: first ?? 0, dryRun: false, by: 'test' });
    expect([await names(TAG), await names(AUTHOR)]).toEqual([['мост'], []]);
  });

  it('is skipped, and no page, what no media type reads', async () => {
    writePages(bench.folder, {
      'most.md': markdown(),
      'lodki.txt': pageText(),
      'index.html': '<!DOCTYPE html><html><body><p>Мост</p></body></html>',
      'css/main.css': 'body { color: red; }',
      'js/app.js': 'console.log(1);',
      'fonts/a.woff2': new Uint8Array([0x77, 0x4f, 0x46, 0x32, 0, 1]),
    });
    const { counts, skipped } = await run();
    expect(counts).toMatchObject({ pages: 2, created: 2, quarantined: 0, skipped: 4, problems: 0 });
    expect(Object.fromEntries(skipped.map(({ kind, count }) => [kind, count]))).toEqual({ HTML: 1, Stylesheet: 1, Script: 1, Font: 1 });
    expect((await run()).counts).toMatchObject({ unchanged: 2, skipped: 4 });
  });
});
