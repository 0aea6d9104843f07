import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import supertest from 'supertest';
import { indexerOf } from '../../src/search/index/indexer';
import { apiToken } from '../helpers/api-token';
import { type Newsroom, startNewsroom, temporaryFolder } from '../helpers/newsroom';
import { panelLogin } from '../helpers/panel-login';
import { pageText, writePages } from '../helpers/page-text';
import { publishStory } from '../helpers/published-stories';

const ARTICLE = 'api::article.article';
const HOUR = 3_600_000;

/** What stands in every story here, so that a search finds all. */
const WORD = 'lighthouse';

interface Story {
  readonly documentId: string;
  readonly slug: string;
}

/** How the public could come by a story: each gives the text of an answer. */
type Way = (newsroom: Newsroom, story: Story, out: Story) => Promise<string>;

const rest =
  (address: (story: Story, out: Story) => string): Way =>
  async (newsroom, story, out) =>
    (await newsroom.get(address(story, out))).text;

const graphql =
  (query: (story: Story, out: Story) => string): Way =>
  async (newsroom, story, out) => {
    const { status, text } = await newsroom.graphql(query(story, out));
    expect({ status, text }).toMatchObject({ status: 200, text: expect.not.stringContaining('"errors"') as string });
    return text;
  };

const WAYS: Readonly<Record<string, Way>> = {
  'the feed': rest(() => '/api/feed?locale=en'),
  'the feed of a category': rest(() => '/api/feed?locale=en&category=harbour'),
  'the article at an address': rest(({ slug }) => `/api/articles/slug/${slug}?locale=en`),
  'what came after another': rest((_story, { documentId }) => `/api/articles/${documentId}/next?locale=en`),
  'what came after another of its category': rest((_story, { documentId }) => `/api/articles/${documentId}/next?locale=en&category=same`),
  'what was read most': rest(() => '/api/articles/most-read?locale=en'),
  'what was read most today': rest(() => '/api/articles/most-read?locale=en&days=1'),
  search: rest(() => `/api/search?q=${WORD}`),
  'search up to a day': rest(() => `/api/search?q=${WORD}&locale=en&to=2999-01-01`),
  RSS: rest(() => '/feed/rss.xml?locale=en'),
  Atom: rest(() => '/feed/atom.xml?locale=en&category=harbour'),
  'the JSON feed': rest(() => '/feed/feed.json?locale=en'),
  'the sitemap': rest(() => '/sitemap-1.xml'),
  'the sitemap of news': rest(() => '/sitemap-news.xml'),
  'Strapi’s list': rest(() => '/api/articles?locale=en'),
  'Strapi’s list, filtered': rest(
    ({ slug }) => `/api/articles?locale=en&filters[$or][0][slug][$eq]=${slug}&filters[$or][1][title][$null]=true`,
  ),
  'Strapi’s list, sorted by date': rest(() => '/api/articles?locale=en&sort=datePublished:desc&pagination[limit]=2'),
  'Strapi’s list, searched': rest(() => '/api/articles?locale=en&_q=story'),
  'Strapi’s list of all languages': rest(() => '/api/articles?locale=*'),
  'Strapi’s article': rest(({ documentId }) => `/api/articles/${documentId}?locale=en`),
  'another language of it': rest(({ documentId }) => `/api/articles/${documentId}?locale=ru&populate=localizations`),
  'chosen fields of another language': rest(
    ({ documentId }) => `/api/articles/${documentId}?locale=ru&populate[localizations][fields]=title,slug`,
  ),
  'all that can be populated': rest(() => '/api/articles?locale=ru&populate=*'),
  newsFeed: graphql(() => '{ newsFeed(locale: "en", first: 10) { edges { node { documentId title } } } }'),
  'newsFeed, backwards': graphql(() => '{ newsFeed(locale: "en", last: 10) { edges { node { documentId title } } } }'),
  articleBySlug: graphql(({ slug }) => `{ articleBySlug(slug: "${slug}", locale: "en") { documentId title } }`),
  mostRead: graphql(() => '{ mostRead(locale: "en") { documentId title } }'),
  searchNews: graphql(() => `{ searchNews(q: "${WORD}") { edges { node { documentId title } } } }`),
  article: graphql(({ documentId }) => `{ article(documentId: "${documentId}", locale: "en") { title } }`),
  articles: graphql(() => '{ articles(locale: "en") { documentId title } }'),
  'articles, filtered': graphql(({ slug }) => `{ articles(locale: "en", filters: { or: [{ slug: { eq: "${slug}" } }] }) { title } }`),
  articles_connection: graphql(() => '{ articles_connection(locale: "en", sort: "datePublished:desc") { nodes { title } } }'),
  'next of another': graphql(
    (_story, { documentId }) =>
      `{ article(documentId: "${documentId}", locale: "en") { next { title } same: next(sameCategory: true) { title } } }`,
  ),
  localizations: graphql(({ documentId }) => `{ article(documentId: "${documentId}", locale: "ru") { localizations { title slug } } }`),
  'localizations, sorted': graphql(
    ({ documentId }) => `{ article(documentId: "${documentId}", locale: "ru") { localizations(sort: "title") { title slug } } }`,
  ),
  localizations_connection: graphql(
    ({ documentId }) =>
      `{ article(documentId: "${documentId}", locale: "ru") { localizations_connection(pagination: { limit: 5 }) { nodes { title } } } }`,
  ),
  'localizations in a feed': graphql(() => '{ newsFeed(locale: "ru") { edges { node { localizations { title } } } } }'),
};

describe('an article that is dated ahead', () => {
  let newsroom: Newsroom;
  let out: Story;

  /** A story in English and, long since, in Russian; read often, and all of today. */
  const publish = async (title: string, datePublished?: string): Promise<Story> => {
    const { documents } = newsroom.strapi;
    const [category] = await documents('api::category.category').findMany({ filters: { slug: 'harbour' }, locale: 'en' });
    const dated = datePublished === undefined ? {} : { datePublished };
    const documentId = await publishStory(newsroom, {
      title,
      body: `A story of the ${WORD}`,
      category: category?.documentId ?? '',
      ...dated,
    });
    const russian = { title: `${documentId} по-русски`, datePublished: '2020-01-01T00:00:00.000Z' };
    await documents(ARTICLE).update({ documentId, locale: 'ru', data: russian as never, status: 'published' });
    const found = await documents(ARTICLE).findOne({ documentId, locale: 'en', status: 'published', fields: ['slug'] });
    const slug = found?.slug ?? '';
    const { connection } = newsroom.strapi.db;
    await connection('view_counts').insert({ document_id: documentId, article: documentId, views: 100 });
    await connection('views_by_day').insert({ article: documentId, day: Math.floor(Date.now() / 86_400_000), views: 100 });
    await indexerOf(newsroom.strapi).finish();
    return { documentId, slug };
  };

  beforeAll(async () => {
    newsroom = await startNewsroom();
    await newsroom.strapi.documents('api::category.category').create({ data: { name: 'Harbour' }, locale: 'en' });
    out = await publish('A story that is out', new Date(Date.now() - HOUR).toISOString());
  });

  afterAll(() => newsroom.stop());

  const seenBy = async (story: Story, title: string): Promise<string[]> => {
    const seen: string[] = [];
    for (const [name, way] of Object.entries(WAYS)) {
      const text = await way(newsroom, story, out);
      if (text.includes(title) || text.includes(story.slug)) seen.push(name);
    }
    return seen.sort();
  };

  it('is seen by nobody before, by everybody from its date on, and never earlier in an answer that was kept', async () => {
    const title = 'A story that is yet to come';
    const ahead = await publish(title, new Date(Date.now() + HOUR).toISOString());
    expect(await seenBy(ahead, title)).toEqual([]);
    expect((await newsroom.get(`/api/articles/${ahead.documentId}/previous?locale=en`)).status).toBe(404);
    expect((await newsroom.send('post', `/api/articles/${out.documentId}/views`, {})).status).toBe(200);

    const soon = Date.now() + 2500;
    const data = { datePublished: new Date(soon).toISOString() };
    await newsroom.strapi.documents(ARTICLE).update({ documentId: ahead.documentId, locale: 'en', data, status: 'published' });
    let text = '';
    let askedAt = 0;
    while (!text.includes(title)) {
      askedAt = Date.now();
      text = (await newsroom.get('/api/feed?locale=en')).text;
      if (Date.now() < soon) expect(text).not.toContain(title);
      await wait(20);
    }
    expect(askedAt).toBeLessThan(soon + 10_000);
    expect(await seenBy(ahead, title)).toEqual(Object.keys(WAYS).sort());
    const previous = await newsroom.get(`/api/articles/${ahead.documentId}/previous?locale=en`);
    expect(previous.text).toContain('A story that is out');
  });

  it('is neither counted nor read, and shown to whoever holds an API token', async () => {
    const title = 'A story for the year 9999';
    const { documentId, slug } = await publish(title, '9999-12-31T23:59:59.999Z');
    const list = '/api/articles?locale=en&pagination[pageSize]=1';
    const totalOf = async (headers = {}) => (await newsroom.get(list, headers)).body.meta.pagination['total'];
    const token = await apiToken(newsroom);
    expect(await totalOf(token)).toBe(((await totalOf()) as number) + 1);
    const connection = '{ articles_connection(locale: "en") { pageInfo { total } } }';
    expect((await newsroom.graphql(connection)).body.data).toEqual({ articles_connection: { pageInfo: { total: await totalOf() } } });
    expect((await newsroom.get(`/api/articles/${documentId}?locale=en`, token)).text).toContain(title);
    const one = `{ article(documentId: "${documentId}", locale: "en") { slug } }`;
    expect((await newsroom.graphql(one, token)).body.data).toEqual({ article: { slug } });

    const { documents } = newsroom.strapi;
    await documents(ARTICLE).unpublish({ documentId, locale: 'ru' });
    expect((await newsroom.send('post', `/api/articles/${documentId}/views`, {})).status).toBe(404);
    const { errors } = (await newsroom.graphql(`mutation { recordView(documentId: "${documentId}") { views } }`)).body;
    expect(errors[0].message).toBe('There is no such article');
  });

  it('is not waited for by what browsers and proxies keep', async () => {
    await publish('A story in half a minute', new Date(Date.now() + 30_000).toISOString());
    await wait(1000);
    for (const address of ['/feed/rss.xml?locale=en', '/sitemap-1.xml', '/sitemap.xml', '/sitemap-news.xml', '/api/feed?locale=en']) {
      const { headers } = await supertest(newsroom.strapi.server.httpServer).get(address);
      const [maxAge = NaN, longer = NaN] = (headers['cache-control']?.match(/\d+/g) ?? []).map(Number);
      expect({ address, kept: maxAge + longer <= 30 }).toEqual({ address, kept: true });
    }
  });

  it('goes in by an import, which warns of it', async () => {
    const folder = temporaryFolder();
    const title = 'Мост откроют через годы';
    writePages(folder, { '1.txt': pageText({ title, meta: '42 05.06.2044 10:15 Культура A A' }) });
    const { pages, problems } = await newsroom.importPages([folder]);
    rmSync(folder, { recursive: true });
    expect(pages.map(({ action }) => action)).toEqual(['create']);
    expect(problems).toEqual([
      expect.objectContaining({ rule: 'date-in-future', severity: 'warning', line: 5, found: '05.06.2044 10:15' }),
    ]);
    expect((await newsroom.get('/api/feed')).text).not.toContain(title);
    expect((await newsroom.get('/api/articles?status=draft', await apiToken(newsroom))).text).toContain(title);
  });

  it('is told in the panel, with the zone of the site', async () => {
    const from = '2999-01-02T03:04:05.000Z';
    const { documentId } = await publish('A story of the far future', from);
    const headers = await panelLogin(newsroom);
    const address = '/content-manager/collection-types/api::article.article';
    const list = await newsroom.get(`${address}?locale=en&pageSize=100`, headers);
    const rows = list.body.results as { documentId: string; embargo: unknown }[];
    const embargo = { from, timeZone: 'Asia/Baku' };
    expect(rows.find((row) => row.documentId === documentId)?.embargo).toEqual(embargo);
    expect(rows.find((row) => row.documentId === out.documentId)?.embargo).toBeNull();
    expect((await newsroom.get(`${address}/${documentId}?locale=en`, headers)).body.meta).toMatchObject({ embargo });
    expect((await newsroom.get(`${address}/${documentId}?locale=ru`, headers)).body.meta).toMatchObject({ embargo: null });
  });

  it('is none where no date is told: that stays where it was, at the end', async () => {
    const title = 'A story without a date';
    const undated = await publish(title);
    await newsroom.strapi.db
      .connection('articles')
      .where({ document_id: undated.documentId, locale: 'en' })
      .update({ date_published: null });
    await indexerOf(newsroom.strapi).finish();
    const everywhere = ['the feed', 'search', 'Strapi’s article', 'articles', 'localizations', 'newsFeed', 'the sitemap'];
    // Answers are kept for a second.
    let missing: string[] = everywhere;
    for (let asked = 0; asked < 100 && missing.length > 0; asked += 1) {
      if (asked > 0) await wait(100);
      const seen = await seenBy(undated, title);
      missing = everywhere.filter((name) => !seen.includes(name));
    }
    expect(missing).toEqual([]);
  });
});
