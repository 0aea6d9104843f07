import { XMLParser, XMLValidator } from 'fast-xml-parser';
import RssParser from 'rss-parser';
import { openTables } from '../../src/plugins/importer/server/src/bulk/rows/open-tables';
import type { Transaction } from '../../src/plugins/importer/server/src/bulk/rows/tables';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { publishStory, publishUndated } from '../helpers/published-stories';

const TITLE = 'Körpü & "bulvar" <açıldı> ]]> \u0007!';
const READABLE = 'Körpü & "bulvar" <açıldı> ]]>  !';
const DATE = '2023-09-20T04:50:00.000Z';

interface Sitemap {
  readonly urlset: { readonly url: readonly Record<string, unknown>[] };
}

/** Writes published articles straight into their table, as only that can make so many in a test. */
async function writeArticles({ strapi }: Newsroom, count: number): Promise<void> {
  const now = new Date();
  const rows = Array.from({ length: count }, (_, index) => ({
    document_id: `story${index + 1}`,
    slug: `story-${index + 1}`,
    title: 'One of many',
    locale: 'az',
    ...{ created_at: now, updated_at: now, published_at: now },
  }));
  const write = async ({ trx }: { readonly trx: Transaction }) => (await openTables(strapi, trx)).insert('articles', rows);
  await strapi.db.transaction(write);
}

const parseXml = (text: string): unknown => {
  expect(XMLValidator.validate(text)).toBe(true);
  return new XMLParser({ ignoreAttributes: false, isArray: (name) => ['url', 'sitemap'].includes(name) }).parse(text);
};

describe('syndication', () => {
  let newsroom: Newsroom;
  let documentId = '';
  let slug = '';

  const read = async (address: string, type: string) => {
    const answer = await newsroom.get(address);
    const { headers } = answer as unknown as { headers: Record<string, string> };
    expect([address, answer.status, headers['content-type']]).toEqual([address, 200, type]);
    expect(headers['cache-control']).toMatch(/^public, max-age=\d+, stale-while-revalidate=\d+$/);
    // Superagent decodes no text of types that it does not know.
    const { text, body } = answer as unknown as { text?: string; body: Buffer };
    return text ?? body.toString();
  };
  const rss = async (query: string) =>
    new RssParser<object, { creator: string }>().parseString(await read(`/feed/rss.xml${query}`, 'application/rss+xml; charset=utf-8'));

  beforeAll(async () => {
    Object.assign(process.env, { PUBLIC_SITE_URL: 'https://news.example/', PUBLIC_URL: 'https://cms.example', ANSWER_CACHE_MS: '0' });
    newsroom = await startNewsroom();
    const { documents } = newsroom.strapi;
    await documents('api::site.site').create({ data: { name: 'Gümüşləpə & Co', slogan: 'Dəniz <eşidilir>' }, locale: 'az' });
    const { documentId: category } = await documents('api::category.category').create({ data: { name: 'Şəhər & bulvar' }, locale: 'az' });
    const data = { title: TITLE, lead: 'Lead & <b>bold</b>', byline: 'A <B>', datePublished: DATE, category };
    const article = await documents('api::article.article').create({ data: data as never, locale: 'az', status: 'published' });
    documentId = article.documentId;
    slug = article.slug ?? '';
    await publishUndated(newsroom, { title: 'Undated', locale: 'az' });
    await publishStory(newsroom, { title: 'Of this hour', datePublished: new Date(Date.now() - 3_600_000).toISOString() });
    await publishStory(newsroom, { title: 'Of next week', datePublished: new Date(Date.now() + 7 * 86_400_000).toISOString() });
    await documents('api::article.article').create({ data: { title: 'A draft' }, locale: 'az' });
  });

  afterAll(async () => {
    await newsroom.stop();
    for (const name of ['PUBLIC_SITE_URL', 'PUBLIC_URL']) Reflect.deleteProperty(process.env, name);
  });

  it('writes RSS 2.0', async () => {
    const feed = await rss('?locale=az');
    expect(feed).toMatchObject({ title: 'Gümüşləpə & Co', description: 'Dəniz <eşidilir>', language: 'az', link: 'https://news.example/' });
    expect(feed.items.map(({ title }) => title?.trim())).toEqual([READABLE, 'Undated']);
    expect(feed.items[0]).toMatchObject({
      link: `https://news.example/az/${slug}`,
      guid: `urn:newsroom:${documentId}:az`,
      isoDate: DATE,
      categories: ['Şəhər & bulvar'],
      creator: 'A <B>',
      content: 'Lead &amp; &lt;b&gt;bold&lt;/b&gt;',
    });
    expect(feed.items[1]?.isoDate).toBeUndefined();
    expect((await rss('')).items).toEqual([]);
  });

  it('writes Atom', async () => {
    const text = await read('/feed/atom.xml?locale=az', 'application/atom+xml; charset=utf-8');
    const feed = await new RssParser().parseString(text);
    expect(feed.items[0]).toMatchObject({ title: READABLE, link: `https://news.example/az/${slug}`, id: `urn:newsroom:${documentId}:az` });
    const { feed: atom } = parseXml(text) as {
      feed: { '@_xml:lang': string; updated: string; entry: { published: string; updated: string }[] };
    };
    expect(atom['@_xml:lang']).toBe('az');
    expect(atom.entry.map(({ published }) => published)).toEqual([DATE, undefined]);
    expect(Math.max(...atom.entry.map(({ updated }) => Date.parse(updated)))).toBe(Date.parse(atom.updated));
  });

  it('writes a JSON Feed', async () => {
    const feed = JSON.parse(await read('/feed/feed.json?locale=az', 'application/feed+json; charset=utf-8')) as object;
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Gümüşləpə & Co',
      language: 'az',
      home_page_url: 'https://news.example/',
      feed_url: 'https://cms.example/feed/feed.json?locale=az',
      items: [
        {
          id: `urn:newsroom:${documentId}:az`,
          url: `https://news.example/az/${slug}`,
          title: READABLE,
          content_text: 'Lead & <b>bold</b>',
          date_published: DATE,
          tags: ['Şəhər & bulvar'],
          authors: [{ name: 'A <B>' }],
        },
        { title: 'Undated', content_text: 'Undated' },
      ],
    });
  });

  it('writes a feed for each category', async () => {
    const feed = await rss('?locale=az&category=seher-bulvar');
    expect([feed.title, feed.items.length]).toEqual(['Gümüşləpə & Co: Şəhər & bulvar', 1]);
    expect((await newsroom.get('/feed/rss.xml?locale=az&category=none')).status).toBe(404);
  });

  it('lists all addresses in sitemaps', async () => {
    const index = parseXml(await read('/sitemap.xml', 'application/xml; charset=utf-8'));
    expect(index).toMatchObject({ sitemapindex: { sitemap: [{ loc: 'https://cms.example/sitemap-1.xml' }] } });
    const { urlset } = parseXml(await read('/sitemap-1.xml', 'application/xml; charset=utf-8')) as Sitemap;
    expect(urlset.url.map(({ loc }) => loc).sort()).toEqual(
      [`az/${slug}`, 'az/undated', 'en/of-this-hour'].map((path) => `https://news.example/${path}`),
    );
    for (const { lastmod } of urlset.url) expect(Date.now() - Date.parse(String(lastmod))).toBeLessThan(60_000);
    expect((await newsroom.get('/sitemap-2.xml')).status).toBe(404);
  });

  it('lists the news of the last 48 hours', async () => {
    const { urlset } = parseXml(await read('/sitemap-news.xml', 'application/xml; charset=utf-8')) as Sitemap;
    expect(urlset.url).toMatchObject([
      {
        loc: 'https://news.example/en/of-this-hour',
        'news:news': { 'news:publication': { 'news:name': 'Newsroom', 'news:language': 'en' }, 'news:title': 'Of this hour' },
      },
    ]);
    expect(await read('/sitemap-news.xml?locale=az', 'application/xml; charset=utf-8')).not.toContain('<url>');
  });

  it.each([
    '/feed/rss.xml?locale=%27',
    '/feed/atom.xml?limit=5',
    '/sitemap.xml?page=2',
    '/sitemap-0.xml',
    '/sitemap-x.xml',
    '/sitemap-news.xml?days=3',
  ])('refuses %s', async (address) => {
    const { status, body } = await newsroom.get(address);
    expect([status, body]).toEqual([400, expect.objectContaining({ data: null })]);
  });

  it('spreads more than 50,000 addresses over several sitemaps, each once', async () => {
    const isThere = 3;
    const added = 50_000;
    await writeArticles(newsroom, added);
    const { sitemapindex } = parseXml(await read('/sitemap.xml', 'application/xml; charset=utf-8')) as {
      sitemapindex: { sitemap: { loc: string }[] };
    };
    expect(sitemapindex.sitemap.map(({ loc }) => loc)).toEqual([1, 2].map((part) => `https://cms.example/sitemap-${part}.xml`));
    const addressesOf = async (part: number) =>
      [...(await read(`/sitemap-${part}.xml`, 'application/xml; charset=utf-8')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc);
    const [first, second] = [await addressesOf(1), await addressesOf(2)];
    expect([first.length, second.length]).toEqual([50_000, isThere]);
    expect(new Set([...first, ...second]).size).toBe(added + isThere);
    expect(second).toContain(`https://news.example/az/story-${added}`);
    expect((await newsroom.get('/sitemap-3.xml')).status).toBe(404);
  });
});
