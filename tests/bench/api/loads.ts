import type { Load } from './load';

const PAGE = 20;

/** The page of the feed that is as deep as an archive of 100,000 articles goes; less where there are fewer. */
const DEEP_PAGE = 4000;
const DEEPEST_SHARE = 0.8;

/** Of a page that is fetched to get there. */
const STRIDE = 100;

/** More addresses than the cache meets twice within its second, so that the database is measured, not the cache. */
const MANY = 3000;

interface Page {
  readonly data: readonly { readonly documentId: string; readonly slug: string }[];
  readonly meta: { readonly next: string | null };
}

async function fetchPage(url: string, after: string | null): Promise<Page> {
  const response = await fetch(`${url}/api/feed?locale=ru&limit=${STRIDE}${after === null ? '' : `&after=${after}`}`);
  if (!response.ok) throw new Error(`The feed answers ${response.status}: ${await response.text()}`);
  return (await response.json()) as Page;
}

/** Goes through the feed by its cursors, down to the deep page. */
async function explore(url: string, articles: number) {
  const wanted = Math.min(DEEP_PAGE * PAGE, Math.floor(articles * DEEPEST_SHARE));
  const met: { documentId: string; slug: string }[] = [];
  let after: string | null = null;
  let passed = 0;
  while (passed < wanted) {
    const page: Page = await fetchPage(url, after);
    passed += page.data.length;
    met.push(...page.data.slice(0, Math.max(1, Math.ceil((MANY * STRIDE) / wanted))));
    if (page.meta.next === null) break;
    after = page.meta.next;
  }
  return { offset: passed, deepCursor: after ?? '', met: met.slice(0, MANY) };
}

const GRAPHQL_FEED = `{ newsFeed(locale: "ru", first: 20) { edges { cursor node {
  documentId title slug lead datePublished byline views category { name slug } cover { url width height }
} } pageInfo { hasNextPage endCursor } } }`;

/** Each takes Strapi seconds. */
const DEEP_REQUESTS = 16;

const STOCK =
  '/api/articles?locale=ru&sort=datePublished:desc&populate[category][fields][0]=name&populate[cover][fields][0]=url&pagination[withCount]=false';

export type LoadName = Exclude<keyof Awaited<ReturnType<typeof prepareLoads>>, 'offset'>;

const VIEWS_PATH = '/api/articles/{documentId}/views';
const SEARCH_PATH = '/api/search';

/** Two words each that many stories hold. */
const SEARCHES = ['новый город', 'жители моря', 'первый день', 'большой праздник', 'старый мост'];

/** The routes that the server has. */
async function routesOf(url: string): Promise<ReadonlySet<string>> {
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as { paths: object };
  return new Set(Object.keys(paths));
}

/** What is measured, by the keys of the report. */
export async function prepareLoads(url: string, articles: number) {
  const { offset, deepCursor, met } = await explore(url, articles);
  const each = (path: (article: (typeof met)[number]) => string): Load => ({ paths: met.map(path) });
  const served = await routesOf(url);
  const search: Load = { paths: SEARCHES.map((words) => `${SEARCH_PATH}?locale=ru&q=${encodeURIComponent(words)}`) };
  const views: Load = { method: 'POST', connections: 64, ...each(({ documentId }) => VIEWS_PATH.replace('{documentId}', documentId)) };
  const feed = `/api/feed?locale=ru&limit=${PAGE}`;
  return {
    offset,
    floor: { paths: ['/_health'] },
    feedFirst: { paths: [feed] },
    feedDeep: { paths: [`${feed}&after=${deepCursor}`] },
    feedRareCategory: { paths: [`${feed}&category=rare`] },
    graphqlFeed: { method: 'POST', paths: ['/graphql'], body: { query: GRAPHQL_FEED } },
    bySlug: each(({ slug }) => `/api/articles/slug/${slug}?locale=ru`),
    previous: each(({ documentId }) => `/api/articles/${documentId}/previous?locale=ru&limit=5`),
    mostRead: { paths: ['/api/articles/most-read?locale=ru&limit=10', '/api/articles/most-read?locale=ru&days=7&limit=10'] },
    search: served.has(SEARCH_PATH) ? search : undefined,
    views: served.has(VIEWS_PATH) ? views : undefined,
    stockFirst: { paths: [`${STOCK}&pagination[start]=0&pagination[limit]=${PAGE}`] },
    stockDeep: { paths: [`${STOCK}&pagination[start]=${offset}&pagination[limit]=${PAGE}`], amount: DEEP_REQUESTS },
  } satisfies Record<string, Load | number | undefined>;
}
