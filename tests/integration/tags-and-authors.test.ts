import { setTimeout as wait } from 'node:timers/promises';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { apiToken } from '../helpers/api-token';
import { statementsOf } from '../helpers/statements-of';
import { ARTICLE, AUTHORS, dayOf, DAYS, TAGS, useTaggedNewsroom } from '../helpers/tagged-newsroom';

type Article = Readonly<Record<string, unknown>>;

/** The keys of usual answers, in their order: who chooses nothing is answered as before there was anything to choose. */
const USUAL = ['documentId', 'locale', 'title', 'slug', 'lead', 'datePublished', 'byline', 'category', 'cover', 'views'];

const CHOICE = 'fields=title,dateModified,byline,originalUrl&populate=tags,authors,cover';

const ids = (names: readonly object[]) => names.map((one) => ({ documentId: expect.any(String) as string, ...one }));

describe('tags and authors', () => {
  const open = useTaggedNewsroom();

  const read = async (address: string) => {
    const { status, body, text } = await open.newsroom.get(address);
    expect([address, status, text]).toEqual([address, 200, expect.anything()]);
    return body;
  };
  const list = async (address: string) => [(await read(address)).data].flat() as Article[];

  /** Addresses of all routes of the news API that tell of articles, the newest one first, with what they add to an article. */
  const routes = (): [address: string, more: readonly string[]][] => [
    ['/api/feed?locale=en', []],
    [`/api/articles/${open.ids[0]}/next?locale=en&limit=11`, []],
    ['/api/articles/most-read?locale=en', []],
    ['/api/search?q=lighthouse&locale=en', ['highlight']],
    [`/api/articles/slug/day-${DAYS}?locale=en`, ['body', 'originalUrl']],
  ];
  const newest = (articles: readonly Article[]) => articles.find(({ title }) => title === `Day ${DAYS}`) ?? {};

  describe('over Strapi’s routes', () => {
    it.each(['tags', 'authors'])('are read by the public, with their slugs, and not written: %s', async (type) => {
      const all = await list(`/api/${type}?locale=en&sort=name`);
      expect(all.map(({ name }) => name)).toEqual(type === 'tags' ? ['Boats', 'Nowhere', 'Sea'] : expect.arrayContaining(['Nina Mayak']));
      const [first] = all;
      expect(await list(`/api/${type}/${String(first?.['documentId'])}?locale=en`)).toEqual([first]);
      expect(await list(`/api/${type}?locale=en&filters[slug]=${String(first?.['slug'])}`)).toEqual([first]);
      expect((await open.newsroom.send('post', `/api/${type}`, { data: { name: 'x' } })).status).toBe(403);
      for (const query of ['populate=articles', 'populate[localizations][populate]=*', 'sort=localizations.name']) {
        expect((await open.newsroom.get(`/api/${type}?locale=en&${query}`)).status).toBe(400);
      }
    });

    it('stand with articles, in the order of their editors', async () => {
      const [article] = await list('/api/articles?locale=en&filters[slug]=day-3&populate=tags,authors');
      expect(article).toMatchObject({ title: 'Day 3', dateModified: dayOf(4), tags: TAGS, authors: AUTHORS });
      expect((await list('/api/articles?locale=en&filters[slug]=day-3&populate=*'))[0]).toMatchObject({ tags: TAGS, authors: AUTHORS });
    });

    it('filter and sort articles, each of which is listed once', async () => {
      const found = async (filters: string) => (await list(`/api/articles?locale=en&pagination[limit]=50&${filters}`)).length;
      expect(await found('filters[tags][slug][$in][0]=sea&filters[tags][slug][$in][1]=boats')).toBe(DAYS);
      expect(await found('filters[authors][name][$contains]=Nina')).toBe(DAYS);
      expect(await found('filters[tags][slug]=nowhere')).toBe(0);
      expect(await found('sort=tags.name,datePublished')).toBe(DAYS);
      for (const query of [
        'sort=tags.localizations.name',
        'filters[tags][localizations][name]=x',
        'populate[tags][populate]=localizations',
      ]) {
        expect((await open.newsroom.get(`/api/articles?locale=en&${query}`)).status).toBe(400);
      }
    });

    it.each(['api::tag.tag', 'api::author.author'] as const)('have one address each in a language: %s', async (uid) => {
      const make = async (locale: string) => (await open.newsroom.strapi.documents(uid).create({ data: { name: 'Gəmi' }, locale })).slug;
      expect([await make('az'), await make('az'), await make('en')]).toEqual(['gemi', 'gemi-2', 'gemi']);
      const table = uid === 'api::tag.tag' ? 'tags' : 'authors';
      const twice = open.newsroom.strapi.db.connection(table).where({ slug: 'gemi-2' }).update({ slug: 'gemi' });
      await expect(twice).rejects.toMatchObject({ code: expect.stringMatching(/^(23505|SQLITE_CONSTRAINT_UNIQUE)$/) as string });
    });
  });

  describe('over the news API', () => {
    it('are in no answer that does not ask for them', async () => {
      for (const [address, more] of routes()) {
        const article = newest(await list(address));
        expect([address, Object.keys(article)]).toEqual([address, [...USUAL, ...more]]);
      }
    });

    it('are chosen as in Strapi, with fields and populate, by every route', async () => {
      for (const [address, more] of routes()) {
        const { documentId, ...article } = newest(await list(`${address}&${CHOICE}`));
        const added = Object.fromEntries(more.filter((name) => name === 'highlight').map((name) => [name, expect.anything() as object]));
        const own = {
          title: `Day ${DAYS}`,
          dateModified: dayOf(DAYS + 1),
          byline: `By ${DAYS}`,
          originalUrl: `https://old.example/${DAYS}`,
        };
        const cover = expect.objectContaining({ url: '/uploads/sea.png', width: 640 }) as object;
        expect([address, documentId, article]).toEqual([
          address,
          open.ids[DAYS - 1],
          { ...own, tags: ids(TAGS), authors: ids(AUTHORS), cover, ...added },
        ]);
      }
    });

    it('come with the usual fields where none are chosen, and no links stand where fields alone are', async () => {
      const [tagged] = await list('/api/feed?locale=en&limit=1&populate=tags');
      expect(Object.keys(tagged ?? {})).toEqual([...USUAL.filter((name) => !['category', 'cover'].includes(name)), 'tags']);
      const [titled] = await list('/api/feed?locale=en&limit=1&fields=views,title');
      expect(titled).toEqual({ documentId: open.ids[DAYS - 1], title: `Day ${DAYS}`, views: 7 });
      const [all] = await list('/api/feed?locale=en&limit=1&fields=*&populate=*');
      expect(Object.keys(all ?? {}).sort()).toEqual([...USUAL, 'dateModified', 'originalUrl', 'tags', 'authors'].sort());
      const [whole] = await list('/api/articles/slug/day-3?locale=en&fields=body,title');
      expect(whole).toEqual({ documentId: open.ids[2], title: 'Day 3', body: null });
    });

    it('are named one by one, too', async () => {
      const named = 'fields[0]=title&fields[1]=views&populate[]=tags&populate[]=authors';
      expect(await read(`/api/feed?locale=en&${named}`)).toEqual(
        await read('/api/feed?locale=en&fields=title,views&populate=tags,authors'),
      );
    });

    it.each([
      ['/api/feed?fields=nothing', 'fields: "nothing" is not offered here. Offered: locale, title, slug, lead, datePublished'],
      ['/api/feed?fields=title,body', 'fields: "body" is not offered here'],
      ['/api/feed?fields[0]=title&fields[1]=id', 'fields: "id" is not offered here'],
      ['/api/feed?populate=localizations', 'populate: "localizations" is not offered here. Offered: category, tags, authors, cover'],
      ['/api/search?q=x&populate=tags,createdBy', 'populate: "createdBy" is not offered here'],
      ['/api/feed?populate[tags][populate]=x', '"populate[tags][populate]" is not offered here'],
      ['/api/feed?fields=title&fields=slug', 'fields is given twice'],
      ['/api/feed?fields=title&fields[0]=slug', 'fields is given twice'],
      ['/api/feed?fields=', 'fields: '],
      ['/api/feed?fields=toString', '"toString" is not offered here'],
      ['/api/openapi.json?fields[0]=title', '"fields" is not offered here. Offered: nothing'],
    ])('are refused under another name: %s', async (address, message) => {
      const { status, body } = await open.newsroom.get(address);
      expect([status, body]).toMatchObject([400, { data: null, error: { message: expect.stringContaining(message) as string } }]);
    });

    it('are refused where more is named than there can be', async () => {
      expect((await open.newsroom.get(`/api/feed?populate=tags${',tags'.repeat(100)}`)).status).toBe(400);
    });

    it('are read with one statement for a page, whatever its length', async () => {
      const joining = async (address: string) => {
        const statements = await statementsOf(open.newsroom, () => list(address));
        return statements.filter((sql) => /articles_\w+_lnk/.test(sql));
      };
      for (const [address] of routes().slice(0, 4)) {
        const asked = address.replace('&limit=11', '');
        const few = await joining(`${asked}&limit=2&populate=tags,authors`);
        const many = await joining(`${asked}&limit=${DAYS}&populate=tags,authors`);
        expect([address, many.length]).toEqual([address, few.length]);
        for (const table of ['articles_tags_lnk', 'articles_authors_lnk']) {
          expect([address, many.filter((sql) => sql.includes(table)).length]).toEqual([address, 1]);
        }
        const usual = await joining(`${asked}&limit=3`);
        expect(usual.filter((sql) => /_(tags|authors)_lnk/.test(sql))).toEqual([]);
      }
    });

    it('are kept apart from other answers of the same address', async () => {
      const queries = ['', '&fields=title', '&fields=slug', '&populate=tags', '&populate=authors', ''];
      const answers = await Promise.all(
        queries.map(async (query) => (await open.newsroom.get(`/api/feed?locale=en&limit=2${query}`)).text),
      );
      expect(new Set(answers).size).toBe(queries.length - 1);
    });

    it('go on with the page after, in the link to it', async () => {
      const answer = await open.newsroom.get('/api/feed?locale=en&limit=2&fields[0]=title&populate=authors,tags');
      const { link = '' } = (answer as unknown as { headers: Record<string, string> }).headers;
      const [, next = ''] = /^<([^>]+)>; rel="next"$/.exec(link) ?? [];
      expect((await list(next))[0]).toEqual({
        documentId: open.ids[DAYS - 3],
        title: `Day ${DAYS - 2}`,
        tags: ids(TAGS),
        authors: ids(AUTHORS),
      });
    });
  });

  it('are those of the published article, in its language', async () => {
    const { documents } = open.newsroom.strapi;
    const documentId = open.ids[0] ?? '';
    const away = async () => (await list(`/api/articles/slug/day-1?locale=en&fields=title&populate=tags`))[0]?.['tags'];
    await documents(ARTICLE).update({ documentId, locale: 'en', data: { tags: [open.tags[2]] } as never });
    expect(await away()).toEqual(ids(TAGS));
    const tag = await documents('api::tag.tag').create({ data: { name: 'Dəniz' }, locale: 'az' });
    const data = { title: 'Birinci gün', datePublished: dayOf(1), tags: [tag.documentId] } as never;
    await documents(ARTICLE).update({ documentId, locale: 'az', data, status: 'published' });
    expect(await list('/api/feed?locale=az&fields=title&populate=tags')).toEqual([
      { documentId, title: 'Birinci gün', tags: ids([{ name: 'Dəniz', slug: 'deniz' }]) },
    ]);
    await documents(ARTICLE).publish({ documentId, locale: 'en' });
    await wait(1000);
    expect(await away()).toEqual(ids([{ name: 'Nowhere', slug: 'nowhere' }]));
    await documents('api::tag.tag').delete({ documentId: open.tags[2] ?? '', locale: '*' });
    await wait(1000);
    expect(await away()).toEqual([]);
  });

  it('are closed with the permission of the public role, but for who has a token', async () => {
    const permissions = rowsOf<{ id: number }>(open.newsroom.strapi, 'plugin::users-permissions.permission');
    await permissions.deleteMany({ where: { action: 'api::tag.tag.find' } });
    await wait(1000);
    const status = async (query: string, headers = {}) => (await open.newsroom.get(`/api/feed?locale=en&${query}`, headers)).status;
    expect(await status('populate=tags')).toBe(403);
    expect([await status('populate=authors'), await status('limit=1')]).toEqual([200, 200]);
    const answer = await open.newsroom.get('/api/feed?locale=en&populate=tags', await apiToken(open.newsroom));
    const { headers } = answer as unknown as { headers: Record<string, string> };
    expect([answer.status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(await status('populate=tags')).toBe(403);
    const { body } = await open.newsroom.graphql('{ newsFeed(locale: "en") { edges { node { tags { name } } } } }');
    expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
  });
});
