import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type DatabaseProxy, openProxy } from '../helpers/database-proxy';
import { SECRETS, temporaryFolder } from '../helpers/newsroom';
import { pageText, writePages } from '../helpers/page-text';
import { HOW } from '../helpers/panel-bench';
import { EDITOR } from '../helpers/panel-login';
import { serveNewsroom, type ServingNewsroom } from '../helpers/serving-newsroom';
import { isPostgres, makeDatabase } from '../helpers/temporary-database';

const ARTICLES = '/content-manager/collection-types/api::article.article';
const CUTS = 25;
const PAGES = 40;

/** A SQLite file is never far away. */
(isPostgres ? describe : describe.skip)('a PostgreSQL server that restarts', () => {
  const folder = temporaryFolder();
  const bench = {
    database: undefined as Awaited<ReturnType<typeof makeDatabase>> | undefined,
    proxy: undefined as unknown as DatabaseProxy,
    server: undefined as unknown as ServingNewsroom,
    headers: {} as Record<string, string>,
    documentId: '',
  };

  /** @returns the status, or 0 where the server is gone. */
  const ask = async (method: string, address: string, body?: object, headers: Record<string, string> = {}): Promise<number> => {
    const init = { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
    const answer = await fetch(`${bench.server.address}${address}`, init).catch(() => null);
    await answer?.text();
    return answer?.status ?? 0;
  };
  const graphql = (query: string) => ask('POST', '/graphql', { query });
  const article = (title: string) => ({ title, body: [{ type: 'paragraph', children: [{ type: 'text', text: 'x' }] }] });

  /** What editors, readers and background work ask for at the same time. */
  const loads: Readonly<Record<string, (turn: number) => Promise<number>>> = {
    create: (turn) => ask('POST', `${ARTICLES}?locale=ru`, article(`Новая ${turn % 3}`), bench.headers),
    publish: (turn) => ask('POST', `${ARTICLES}/${bench.documentId}/actions/publish?locale=ru`, article(`Правка ${turn}`), bench.headers),
    panel: () => ask('GET', '/importer/runs', undefined, bench.headers),
    list: () => ask('GET', '/api/articles?locale=ru&populate=category'),
    feed: () => ask('GET', '/api/feed?locale=ru'),
    sitemap: () => ask('GET', '/sitemap-1.xml'),
    search: () => ask('GET', `/api/search?locale=ru&q=${encodeURIComponent('правка')}`),
    view: () => ask('POST', `/api/articles/${bench.documentId}/views`),
    graphql: () => graphql('{ articles(locale: "ru") { title category { name } } newsFeed(locale: "ru") { edges { node { views } } } }'),
    import: () => ask('POST', '/importer/runs', { source: { kind: 'folder', path: path.join(folder, 'pages') }, ...HOW }, bench.headers),
  };

  beforeAll(async () => {
    bench.database = await makeDatabase(folder);
    bench.proxy = await openProxy(bench.database.variables['DATABASE_URL'] ?? '');
    mkdirSync(path.join(folder, 'public'), { recursive: true });
    const titles = Array.from({ length: PAGES }, (_, index) => `Новость ${index}`);
    writePages(path.join(folder, 'pages'), Object.fromEntries(titles.map((title, index) => [`${index}.txt`, pageText({ title })])));
    const settings = { LOG_LEVEL: 'error', TZ: 'UTC', NODE_ENV: 'test', PUBLIC_FOLDER: path.join(folder, 'public') };
    const limits = {
      VIEWS_PER_MINUTE: '0',
      SEARCHES_PER_MINUTE: '0',
      VIEWS_REPEAT_MINUTES: '0',
      ANSWER_CACHE_MS: '0',
      DATABASE_POOL_MAX: '6',
    };
    Object.assign(process.env, SECRETS, bench.database.variables, settings, limits, { IMPORT_FOLDERS: path.join(folder, 'pages') });
    bench.server = await serveNewsroom({ DATABASE_URL: bench.proxy.url });
    const send = (address: string, body: object) =>
      fetch(`${bench.server.address}${address}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...bench.headers },
        body: JSON.stringify(body),
      }).then((answer) => answer.json() as Promise<{ data: { token: string; documentId: string } }>);
    bench.headers = { authorization: `Bearer ${(await send('/admin/register-admin', EDITOR)).data.token}` };
    bench.documentId = (await send(`${ARTICLES}/actions/publish?locale=ru`, article('Первая'))).data.documentId;
  }, 180_000);

  afterAll(async () => {
    await bench.server.kill();
    await bench.proxy.shut().catch(() => undefined);
    await bench.database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** An import is refused with 400 while another one goes on. */
  const isWell = (name: string, status: number) => status === 200 || status === 201 || (name === 'import' && status === 400);

  /** Every load answers as it does with a database. */
  async function untilAllIsWell(): Promise<void> {
    for (const [name, load] of Object.entries(loads)) {
      let status = 0;
      for (let turn = 0; turn < 200 && !isWell(name, status); turn += 1) {
        status = await load(turn);
        if (!isWell(name, status)) await wait(100);
      }
      expect({ [name]: isWell(name, status) ? 'answered' : status }).toEqual({ [name]: 'answered' });
    }
  }

  it('does not end Newsroom, whose every request is answered or refused with 503 while connections are cut', async () => {
    const answers = new Set<string>();
    const state = { isOver: false };
    const working = Object.entries(loads).map(async ([name, load]) => {
      for (let turn = 0; !state.isOver; turn += 1) answers.add(`${name} ${await load(turn)}`);
    });
    for (let cut = 0; cut < CUTS; cut += 1) {
      await wait(100 + 37 * (cut % 7));
      bench.proxy.cut();
    }
    state.isOver = true;
    await Promise.all(working);

    expect([...answers].filter((answer) => !/ (?:200|201|503)$/.test(answer) && answer !== 'import 400')).toEqual([]);
    expect([...answers].some((answer) => answer.endsWith(' 503'))).toBe(true);
    await untilAllIsWell();
  }, 300_000);

  it('is answered for with 503 everywhere while it is gone, and everything goes on when it is back', async () => {
    await untilAllIsWell();
    await bench.proxy.shut();
    const answers = await Promise.all(Object.entries(loads).map(async ([name, load]) => [name, await load(0)]));
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(Object.keys(loads).map((name) => [name, 503])));
    await bench.proxy.open();
    await untilAllIsWell();
  }, 300_000);
});
