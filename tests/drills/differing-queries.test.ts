import { createHash } from 'node:crypto';
import path from 'node:path';
import { type Newsroom, ROOT, startNewsroom } from '../helpers/newsroom';
import { type ServingNewsroom, serveNewsroom } from '../helpers/serving-newsroom';

/** As many that no two of them are alike are sent; `SOAK_QUERIES=20000` for a whole soak. */
const QUERIES = Number(process.env.SOAK_QUERIES ?? 1500);
const WARM_UP = Math.max(750, QUERIES / 10);
const AT_ONCE = 8;

/** Memory is looked at after each: what grows for good grows in all of them. */
const PARTS = 5;

const MEBIBYTE = 1024 * 1024;
const MOST_GROWTH = 50 * MEBIBYTE;

/** Numbers that are the same in each run: https://en.wikipedia.org/wiki/Lehmer_random_number_generator */
function createRandom(seed: number) {
  let state = seed;
  const below = (end: number) => (state = (state * 48_271) % 2_147_483_647) % end;
  const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
  const shuffled = <Value>(values: readonly Value[]) =>
    values
      .map((value) => [below(1_000_000), value] as const)
      .sort(([one], [other]) => one - other)
      .map(([, value]) => value);
  const letters = (text: string) => Array.from(text);
  const name = () => Array.from({ length: 3 + below(9) }, () => pick(letters('abcdefghijklmnoprstuvyz'))).join('');
  const word = () => Array.from({ length: 3 + below(9) }, () => pick(letters('abcdefghijklmnoprstuvyzəığşабвгдежзиклмнопрсту'))).join('');
  return { below, pick, shuffled, name, word };
}

type Random = ReturnType<typeof createRandom>;

interface Request {
  readonly path: string;
  readonly body?: object;
}

const FIELDS = [
  'title',
  'slug',
  'lead',
  'datePublished',
  'byline',
  'views',
  'documentId',
  'locale',
  'category { name slug }',
  'cover { url }',
];
const LOCALES = ['ru', 'az', 'en'];

const graphql = (query: string): Request => ({ path: '/graphql', body: { query } });
const search = (values: Record<string, string>) => new URLSearchParams(values).toString();
const fields = ({ shuffled, below, name }: Random) =>
  shuffled(FIELDS)
    .slice(0, 2 + below(8))
    .map((field) => `${name()}${below(1000)}: ${field}`)
    .join(' ');

function neighbours(random: Random): Request {
  const { below, pick, shuffled, name } = random;
  const asked = Array.from({ length: 4 + below(8) }, (_, index) => {
    const most = 1 + below(6);
    return `${name()}${index}: ${pick(['previous', 'next'])}(first: ${most}, sameCategory: ${pick(['true', 'false'])}) { title }`;
  });
  return graphql(`{ newsFeed(locale: "${pick(LOCALES)}", first: ${1 + below(8)}) { edges { node { ${shuffled(asked).join(' ')} } } } }`);
}

/** The kinds of requests that anybody may send, each of which could leave something behind. */
const KINDS: readonly ((random: Random) => Request)[] = [
  neighbours,
  neighbours,
  (random) => graphql(`query ${random.name()} { newsFeed(locale: "${random.pick(LOCALES)}") { edges { node { ${fields(random)} } } } }`),
  (random) =>
    graphql(`{ articles(locale: "${random.pick(LOCALES)}", sort: "${random.pick(['title', 'slug', 'lead', 'byline'])}:desc",
      filters: { title: { containsi: "${random.word()}" } }, pagination: { limit: ${1 + random.below(20)} }) { ${fields(random)} } }`),
  (random) => graphql(`{ searchNews(q: "${random.word()} ${random.word()}") { edges { node { title } highlight { text } } } }`),
  (random) => graphql(`{ articleBySlug(slug: "${random.word()}-${random.word()}", locale: "${random.pick(LOCALES)}") { title } }`),
  (random) => graphql(`{ ${random.word()} { ${random.word()} } }`),
  (random) => {
    const query = `{ mostRead(first: ${1 + random.below(50)}) { ${fields(random)} } }`;
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    return { path: '/graphql', body: { query, extensions: { persistedQuery: { version: 1, sha256Hash } } } };
  },
  (random) => ({ path: `/graphql?${search({ query: `{ mostRead { ${fields(random)} } }` })}` }),
  (random) => ({
    path: `/api/feed?${search({ locale: random.pick(LOCALES), limit: String(1 + random.below(100)) })}`,
  }),
  (random) => ({ path: `/api/search?${search({ q: `${random.word()} -${random.word()} "${random.word()}"`, locale: random.word() })}` }),
  (random) => ({ path: `/api/search?${search({ q: `${random.word()} ${random.word()}`, from: `20${10 + random.below(20)}-01-01` })}` }),
  (random) => ({
    path: `/api/articles?${search({
      'filters[$or][0][title][$containsi]': random.word(),
      'filters[$or][1][slug][$in]': random.word(),
      sort: random.shuffled(['title', 'slug', 'lead', 'byline', 'documentId']).join(','),
      fields: random.shuffled(['title', 'slug', 'lead', 'byline']).slice(random.below(4)).join(','),
      'pagination[pageSize]': String(1 + random.below(100)),
    })}`,
  }),
  (random) => ({ path: `/api/articles/${random.word()}/next?limit=${1 + random.below(100)}` }),
  (random) => ({ path: `/${random.word()}/${random.word()}` }),
  (random) => ({ path: '/admin/login', body: { email: `${random.word()}@${random.word()}.example`, password: random.word() } }),
];

describe('a server that is asked ever different things', () => {
  let newsroom: Newsroom;
  let server: ServingNewsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    await newsroom.importPages([path.join(ROOT, 'seeds')]);
    server = await serveNewsroom({ SEARCHES_PER_MINUTE: '0', VIEWS_PER_MINUTE: '0', NODE_ENV: 'production' });
  }, 300_000);

  afterAll(async () => {
    await server.kill();
    await newsroom.stop();
  });

  /** @param statuses how often each was answered. */
  async function ask(count: number, random: Random, statuses = new Map<number, number>()): Promise<void> {
    let left = count;
    const askOn = async () => {
      while (left > 0) {
        left -= 1;
        const { path: address, body } = random.pick(KINDS)(random);
        const sent = body === undefined ? { method: 'GET' } : { method: 'POST', body: JSON.stringify(body) };
        // A connection that is kept may be closed by the server at the moment at which it is used again.
        const headers = { 'content-type': 'application/json', connection: 'close' };
        const answer = await fetch(`${server.address}${address}`, { ...sent, headers });
        await answer.arrayBuffer();
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askOn));
  }

  it(
    'holds no more afterwards than before',
    async () => {
      const random = createRandom(20_230_920);
      await ask(WARM_UP, random);
      const measured = [await server.memory()];
      const statuses = new Map<number, number>();
      for (let part = 0; part < PARTS; part += 1) {
        await ask(QUERIES / PARTS, random, statuses);
        measured.push(await server.memory());
      }
      const told = measured.map(({ rss, heapTotal, heapUsed }) => [rss, heapTotal, heapUsed].map((bytes) => Math.round(bytes / MEBIBYTE)));
      process.stderr.write(`${QUERIES} differing queries, ${JSON.stringify([...statuses])}; MiB resident, of the heap, and used of it:\n`);
      process.stderr.write(`${told.map((numbers) => numbers.join(' ')).join('\n')}\n`);
      expect(statuses.get(200)).toBeGreaterThan(QUERIES / 2);
      expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
      // One measurement is as it happens: what the allocator holds for later comes and goes.
      const [first, last] = [measured[0]?.rss ?? NaN, Math.min(...measured.slice(-2).map(({ rss }) => rss))];
      expect(last - first).toBeLessThan(MOST_GROWTH);
    },
    Math.max(300_000, QUERIES * 300),
  );
});
