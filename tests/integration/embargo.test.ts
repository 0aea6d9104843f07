import { setTimeout as wait } from 'node:timers/promises';
import { apiToken } from '../helpers/api-token';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
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
  'what came before it': rest(({ documentId }) => `/api/articles/${documentId}/previous?locale=en`).bind(undefined),
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

const ONLY_ITS_OWN = 'what came before it';

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
      if (name === ONLY_ITS_OWN) continue;
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
    const every = Object.keys(WAYS).filter((name) => name !== ONLY_ITS_OWN);
    expect(await seenBy(ahead, title)).toEqual(every.sort());
    const previous = await newsroom.get(`/api/articles/${ahead.documentId}/previous?locale=en`);
    expect(previous.text).toContain('A story that is out');
  });
});
