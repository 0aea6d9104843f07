import { pageText } from '../helpers/page-text';
import { ENGLISH, PAGES, type PostApp, rowsIn, startPostApp } from '../helpers/post-app';

describe('importing into bulletins: without drafts and slugs, in sections that have no language', () => {
  const BULLETIN = 'api::bulletin.bulletin';
  let app: PostApp;
  const bulletins = () => rowsIn(app.strapi, BULLETIN, { populate: { section: true } });

  beforeAll(async () => {
    app = await startPostApp('bulletins');
    const locales = app.strapi.plugin('i18n').service<{ create(locale: object): Promise<unknown> }>('locales');
    await locales.create({ code: 'ru', name: 'Russian (ru)' });
  });
  afterAll(() => app.stop());

  it('writes one row for each, imports again unchanged, follows a page, keeps an editor and is undone', async () => {
    const first = await app.importPages(PAGES);
    expect(first.problems).toEqual([]);
    expect(await bulletins()).toMatchObject([
      { locale: 'ru', heading: 'На набережной открылась выставка рыбацких лодок', section: { title: 'Культура', path: 'kultura' } },
      { locale: 'ru', heading: 'Мост закроют на ремонт', summary: 'Три недели в объезд.', section: { title: 'Город' } },
      { locale: 'en', heading: 'A lighthouse opens to visitors after a long repair', section: { title: 'Culture' } },
    ]);
    expect((await app.importPages(PAGES)).counts).toMatchObject({ unchanged: 3 });

    const [boats] = await bulletins();
    const changed = { heading: 'Лодки на набережной' };
    await app.strapi.documents(BULLETIN as never).update({ documentId: boats?.['documentId'], locale: 'ru', data: changed } as never);
    const second = await app.importPages({
      '1.txt': pageText({ paragraphs: ['Теперь и вечером.', 'До конца сентября.'] }),
      '3.txt': ENGLISH.replace('after a long repair', 'after years of repair'),
    });
    expect(second.counts).toMatchObject({ updated: 2, unchanged: 1 });
    expect(await bulletins()).toMatchObject([
      { heading: 'Лодки на набережной', summary: 'Теперь и вечером.' },
      { heading: 'Мост закроют на ремонт' },
      { heading: 'A lighthouse opens to visitors after years of repair' },
    ]);

    for (const { run } of [second, first]) await app.importer.undo({ run: run ?? 0, dryRun: false, by: 'test' });
    expect(await bulletins()).toMatchObject([{ heading: 'Лодки на набережной', section: { title: 'Культура' } }]);
    expect(await rowsIn(app.strapi, 'api::section.section')).toMatchObject([{ title: 'Культура' }]);
  });
});
