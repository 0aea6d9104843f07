import { viewCountsOf } from '../../src/api/views/services/view-count';
import { findSlugs } from '../../src/plugins/importer/server/src/slugs/find-slugs';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { apiToken } from '../helpers/api-token';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { panelLogin } from '../helpers/panel-login';
import { isPostgres } from '../helpers/temporary-database';

const ARTICLE = 'api::article.article';

interface LocalesService {
  getDefaultLocale(): Promise<string>;
}

interface ConfigurationService {
  findConfiguration(type: { uid: string }): Promise<{
    readonly settings: object;
    readonly metadatas: Readonly<
      Record<string, { readonly edit: { readonly label: string; readonly description: string; readonly mainField?: string } }>
    >;
    readonly layouts: { readonly list: readonly string[] };
  }>;
}

describe('the content model', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom({ onEmpty: true });
  });

  afterAll(() => newsroom.stop());

  const indexesOf = async (table: string): Promise<string[]> => {
    const { connection } = newsroom.strapi.db;
    const [schema, name, of] = isPostgres ? ['pg_indexes', 'indexname', 'tablename'] : ['sqlite_master', 'name', 'tbl_name'];
    return connection(schema)
      .where({ [of]: table })
      .pluck<string[]>(name);
  };

  const planOf = async (sql: string): Promise<string> => {
    const rows = await newsroom.strapi.db.connection.raw<{ detail: string }[]>(`explain query plan ${sql}`);
    return rows.map(({ detail }) => detail).join('\n');
  };

  it('has Russian, Azerbaijani and English, and Russian by default', async () => {
    const locales = await rowsOf<{ code: string }>(newsroom.strapi, 'plugin::i18n.locale').findMany({});
    expect(locales.map(({ code }) => code).sort()).toEqual(['az', 'en', 'ru']);
    expect(await newsroom.strapi.plugin('i18n').service<LocalesService>('locales').getDefaultLocale()).toBe('ru');
  });

  it('has the importer plugin with its service and its hidden ledger', () => {
    expect(newsroom.strapi.plugin('importer').service('importer')).toHaveProperty('run');
    expect(newsroom.strapi.contentType('plugin::importer.item').pluginOptions).toMatchObject({ 'content-manager': { visible: false } });
  });

  it.each(['api::category.category', 'api::tag.tag', 'api::author.author'] as const)(
    'has no relation back to articles, and no drafts, and languages: %s',
    (uid) => {
      const { attributes, options, pluginOptions } = newsroom.strapi.contentType(uid);
      const relations = Object.entries(attributes).filter(([, { type }]) => type === 'relation');
      expect(relations.map(([name]) => name).sort()).toEqual(['createdBy', 'localizations', 'updatedBy']);
      expect(options).toMatchObject({ draftAndPublish: false });
      expect(pluginOptions).toMatchObject({ i18n: { localized: true } });
    },
  );

  it('describes every field to editors, and lists articles by date, newest first', async () => {
    for (const [uid, type] of Object.entries(newsroom.strapi.contentTypes).filter(
      ([name]) => name.startsWith('api::') && !name.includes('view-count'),
    )) {
      const configurations = newsroom.strapi.plugin('content-manager').service<ConfigurationService>('content-types');
      const { settings, metadatas, layouts } = await configurations.findConfiguration({ uid });
      const own = Object.keys((type as unknown as { __schema__: { attributes: object } }).__schema__.attributes);
      for (const name of own) {
        expect([uid, name, metadatas[name]?.edit.label]).not.toEqual([uid, name, name]);
        expect([uid, name, metadatas[name]?.edit.description]).not.toEqual([uid, name, '']);
      }
      if (uid !== ARTICLE) continue;
      expect(settings).toMatchObject({ mainField: 'title', defaultSortBy: 'datePublished', defaultSortOrder: 'DESC' });
      expect(layouts.list).toEqual(['title', 'category', 'datePublished']);
      expect([metadatas['tags']?.edit.mainField, metadatas['authors']?.edit.mainField]).toEqual(['name', 'name']);
    }
  });

  it.each([
    ['articles', ['articles_locale_date_idx', 'unique_slug_of_articles']],
    ['categories', ['categories_name_locale_idx', 'unique_slug_of_categories']],
    ['tags', ['tags_name_locale_idx', 'unique_slug_of_tags']],
    ['authors', ['authors_name_locale_idx', 'unique_slug_of_authors']],
    ['partner_links', ['partner_links_name_idx']],
    ['view_counts', ['view_counts_article_idx']],
    ['importer_items', ['importer_items_page_idx', 'importer_items_story_idx']],
  ])('has an index in %s for every look-up', async (table, names) => {
    expect(await indexesOf(table)).toEqual(expect.arrayContaining(names));
  });

  const onSqlite = isPostgres ? it.skip : it;

  onSqlite.each([
    ["select * from articles where slug = 'a' and locale = 'ru'", 'unique_slug_of_articles'],
    [
      "select * from articles where locale = 'ru' and published_at is not null order by date_published desc limit 20",
      'articles_locale_date_idx',
    ],
    ["select * from articles where document_id in ('a', 'b')", 'INDEX'],
    ["select * from categories where name = 'a' and locale = 'ru'", 'categories_name_locale_idx'],
    ["select * from tags where name = 'a' and locale = 'ru'", 'tags_name_locale_idx'],
    ["select * from authors where name = 'a' and locale = 'ru'", 'authors_name_locale_idx'],
    ['select * from articles_tags_lnk where article_id in (1, 2)', 'articles_tags_lnk'],
    ['select * from articles_authors_lnk where author_id = 1', 'articles_authors_lnk'],
    ["select * from importer_items where page_key in ('a', 'b')", 'importer_items_page_idx'],
    ["select * from importer_items where story_key in ('a', 'b')", 'importer_items_story_idx'],
    ["select * from view_counts where article in ('a', 'b')", 'view_counts_article_idx'],
    ["select * from partner_links where name in ('a', 'b')", 'partner_links_name_idx'],
  ])('answers "%s" by index', async (sql, index) => {
    const plan = await planOf(sql);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/^SCAN|USE TEMP B-TREE/m);
  });

  describe('makes slugs', () => {
    const create = (title: string, locale = 'ru') => newsroom.strapi.documents(ARTICLE).create({ data: { title }, locale });

    it.each([
      ['Щука съела ёжика: что дальше?', 'ru', 'shchuka-sela-yozhika-chto-dalshe'],
      ['Şəhərdə yeni ağac əkildi — “İlk yüz”', 'az', 'seherde-yeni-agac-ekildi-ilk-yuz'],
      ['Ferry No. 7 & the storm', 'en', 'ferry-no-7-the-storm'],
      ['！？', 'en', 'article'],
    ])('that are readable ASCII: %s', async (title, locale, slug) => {
      expect((await create(title, locale)).slug).toBe(slug);
    });

    it('that are unique in a locale, and may be the same in two', async () => {
      const slugs = [];
      for (let index = 0; index < 6; index += 1) slugs.push((await create('Погода на завтра')).slug);
      expect(slugs[0]).toBe('pogoda-na-zavtra');
      expect(new Set(slugs).size).toBe(6);
      expect((await create('Погода на завтра', 'en')).slug).toBe('pogoda-na-zavtra');
    });

    it('that are unique even when articles are made at the same moment', async () => {
      const made = await Promise.all(Array.from({ length: 8 }, () => create('Одновременно')));
      expect(new Set(made.map(({ slug }) => slug)).size).toBe(8);
    });

    it('for many articles at once, with look-ups that do not grow with them', async () => {
      for (const title of ['Пробки', 'Пробки', 'Туман']) await create(title);
      let lookUps = 0;
      const count = ({ sql }: { readonly sql: string }) => (lookUps += /select .*slug/iu.test(sql) ? 1 : 0);
      newsroom.strapi.db.connection.on('query', count);

      const texts = ['Пробки', 'Снегопад', 'Пробки', 'Туман', 'Снегопад', ...Array.from({ length: 40 }, (_, index) => `Ветер ${index}`)];
      const found = await findSlugs(newsroom.strapi, { uid: ARTICLE, localized: true, fields: { slug: 'slug' } }, 'ru', texts);
      newsroom.strapi.db.connection.off('query', count);
      expect(found.slice(0, 5)).toEqual(['probki-3', 'snegopad', 'probki-4', 'tuman-2', 'snegopad-2']);
      expect(new Set(found).size).toBe(texts.length);
      // The headlines, and the first numbers of those that stand already.
      expect(lookUps).toBe(2);
    });

    it('once: a new headline leaves the address as it is', async () => {
      const { documentId, slug } = await create('Первый заголовок');
      const updated = await newsroom.strapi.documents(ARTICLE).update({ documentId, locale: 'ru', data: { title: 'Второй заголовок' } });
      expect(updated?.slug).toBe(slug);
    });

    it('again for an address that an editor cleared, in another language, and in a copy', async () => {
      const { documentId } = await create('Заголовок для очистки');
      const documents = newsroom.strapi.documents(ARTICLE);
      expect((await documents.update({ documentId, locale: 'ru', data: { slug: '' } }))?.slug).toBe('zagolovok-dlya-ochistki');
      expect((await documents.update({ documentId, locale: 'en', data: { title: 'In English' } }))?.slug).toBe('in-english');
      const copy = await documents.clone({ documentId, data: { title: 'Копия' } });
      expect(copy?.entries.map(({ slug }) => slug)).toEqual(['kopiya']);
    });

    it('out of what an editor typed, when it is no address or is taken', async () => {
      const documents = newsroom.strapi.documents(ARTICLE);
      const typed = await documents.create({ data: { title: 'Что угодно', slug: 'Мой адрес' }, locale: 'ru' });
      expect(typed.slug).toBe('moy-adres');
      const taken = await documents.create({ data: { title: 'Что угодно', slug: 'moy-adres' }, locale: 'ru' });
      expect(taken.slug).toBe('moy-adres-2');
    });

    it('in the default language where none is named', async () => {
      const made = await newsroom.strapi.documents(ARTICLE).create({ data: { title: 'Harbour' }, locale: 'en' });
      const data = { title: 'Гавань' };
      const updated = await newsroom.strapi.documents(ARTICLE).update({ documentId: made.documentId, data });
      expect(updated).toMatchObject({ locale: 'ru', slug: 'gavan' });
    });

    it('that leave room for a number, however long the headline is', async () => {
      const title = 'w'.repeat(255);
      const slugs = [await create(title), await create(title)].map(({ slug }) => slug ?? '');
      expect(slugs.map((slug) => slug.length)).toEqual([100, 102]);
    });

    it('that publishing accepts, and that the published article keeps', async () => {
      const { documentId, slug } = await create('К публикации');
      await newsroom.strapi.documents(ARTICLE).publish({ documentId, locale: 'ru' });
      const answer = await newsroom.get(`/api/articles?filters[slug]=${slug ?? ''}`);
      expect(answer.body.data).toMatchObject([{ documentId }]);
    });

    it('for articles that come over REST', async () => {
      const body = { data: { title: 'Dənizdə fırtına' } };
      const answer = await newsroom.send('post', '/api/articles?locale=az', body, await apiToken(newsroom));
      expect(answer).toMatchObject({ status: 201, body: { data: { slug: 'denizde-firtina' } } });
    });

    it('for articles and for the button of the panel', async () => {
      const headers = await panelLogin(newsroom);
      const path = '/content-manager/collection-types/api::article.article?locale=az';
      const made = await newsroom.send('post', path, { title: 'Yeni körpü açıldı' }, headers);
      expect(made).toMatchObject({ status: 201, body: { data: { slug: 'yeni-korpu-acildi' } } });

      const body = { contentTypeUID: ARTICLE, field: 'slug', data: { title: 'Yeni körpü açıldı' } };
      const offered = await newsroom.send('post', '/content-manager/uid/generate?locale=az', body, headers);
      expect(offered).toMatchObject({ status: 200, body: { data: 'yeni-korpu-acildi-2' } });
    });
  });

  it('shows views in the panel’s list of articles, and forgets them with the article', async () => {
    const headers = await panelLogin(newsroom);
    const { documentId } = await newsroom.strapi.documents(ARTICLE).create({ data: { title: 'Читаемая' }, locale: 'ru' });
    const counts = viewCountsOf(newsroom.strapi);
    await counts.raise(documentId, 178);

    const path = `/content-manager/collection-types/${ARTICLE}?locale=ru&filters[documentId]=${documentId}`;
    const { body } = await newsroom.get(path, headers);
    expect(body.results).toMatchObject([{ title: 'Читаемая', views: 178 }]);

    await newsroom.strapi.documents(ARTICLE).delete({ documentId, locale: '*' });
    expect(await counts.read([documentId])).toEqual(new Map());
  });
});
