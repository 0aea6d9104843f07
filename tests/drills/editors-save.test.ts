import { setTimeout as wait } from 'node:timers/promises';
import { rmSync } from 'node:fs';
import path from 'node:path';
import supertest from 'supertest';
import { startProcess } from '../helpers/killed-imports';
import { type Newsroom, startNewsroom, temporaryFolder } from '../helpers/newsroom';
import { pageText, writePages } from '../helpers/page-text';
import { panelLogin } from '../helpers/panel-login';
import { type ServingNewsroom, serveNewsroom } from '../helpers/serving-newsroom';

/** By hand: more pages, and a number of saves that is waited for. Times are told then. */
const PAGES = Number(process.env.DRILL_PAGES ?? 300);
const SAVES = Number(process.env.DRILL_SAVES ?? 10);

const ARTICLES = '/content-manager/collection-types/api::article.article';

const paragraphs = (page: number, edition: number) =>
  Array.from({ length: 8 }, (_, part) => `Абзац ${part} страницы ${page} издания ${edition} о жизни города у моря и его людях.`);

const writeEdition = (folder: string, edition: number) =>
  writePages(
    folder,
    Object.fromEntries(
      Array.from({ length: PAGES }, (_, page) => [
        `${page}.txt`,
        pageText({ title: `Новость номер ${page} с набережной`, paragraphs: paragraphs(page, edition) }),
      ]),
    ),
  );

interface Answer {
  readonly status: number;
  readonly ms: number;
  readonly body: { readonly data?: { readonly documentId?: string } };
}

type Method = 'get' | 'post' | 'put';

/** Each by a connection of its own: one that has been idle may be closed just when it is used again. */
async function ask(server: ServingNewsroom, method: Method, address: string, headers: Record<string, string> = {}, body?: object) {
  const started = performance.now();
  const answer = await supertest(server.address)[method](address).set(headers).send(body);
  return { status: answer.status, ms: performance.now() - started, body: answer.body as Answer['body'] };
}

const at = (values: readonly number[], part: number) =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0);

const tell = (what: string, answers: readonly Answer[]) => {
  const times = answers.map(({ ms }) => ms);
  if (process.env.DRILL_PAGES === undefined) return;
  process.stderr.write(
    `${what}: ${times.length}, median ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms, longest ${at(times, 1 - 1e-9)} ms\n`,
  );
};

/** Does something again and again until it is told to end, and at least so often. */
async function repeat<Result>(work: (time: number) => Promise<Result>, least: number, until: Promise<unknown>): Promise<Result[]> {
  const results: Result[] = [];
  const state = { isOver: false };
  void until.finally(() => (state.isOver = true)).catch(() => undefined);
  while (!state.isOver || results.length < least) results.push(await work(results.length));
  return results;
}

let newsroom: Newsroom;
let server: ServingNewsroom;
const folder = temporaryFolder();

beforeAll(async () => {
  newsroom = await startNewsroom();
  server = await serveNewsroom();
}, 300_000);

afterAll(async () => {
  await server.kill();
  await newsroom.stop();
  rmSync(folder, { recursive: true, force: true });
}, 300_000);

const read = async () => {
  const answer = await ask(server, 'get', '/api/articles?locale=ru&pagination[pageSize]=10&sort=datePublished:desc');
  await wait(20);
  return answer;
};

test('editors create, change and publish articles in the panel while a command imports, and none of it is refused', async () => {
  const headers = await panelLogin(newsroom);
  const pages = path.join(folder, 'pages');
  const idle = await repeat(read, 100, Promise.resolve());
  tell('GETs without an import', idle);
  const importer = startProcess({ ...process.env, PUBLIC_FOLDER: path.join(folder, 'public') });
  await importer.run({ task: 'state' });

  const known: string[] = [];
  /** One article through the panel; or, where an import has made some, one that it is about to change. */
  const save = async (time: number): Promise<Answer[]> => {
    const documentId = known[time % known.length];
    const title = `Заметка редактора ${time}`;
    const made = documentId === undefined ? await ask(server, 'post', `${ARTICLES}?locale=ru`, headers, { title }) : undefined;
    const address = `${ARTICLES}/${documentId ?? made?.body.data?.documentId ?? ''}`;
    const changed = await ask(server, 'put', `${address}?locale=ru`, headers, { lead: `Вступление ${time}` });
    const published = await ask(server, 'post', `${address}/actions/publish?locale=ru`, headers, {});
    return [...(made === undefined ? [] : [made]), changed, published];
  };

  for (const edition of [1, 2]) {
    writeEdition(pages, edition);
    const running = importer.run({ task: 'import', paths: [pages], alone: true });
    const [saves, reads] = await Promise.all([repeat(save, SAVES / 2, running), repeat(read, 1, running)]);
    tell(`Requests of saves during import ${edition}`, saves.flat());
    tell(`GETs during import ${edition}`, reads);
    expect([...saves.flat(), ...reads].filter(({ status }) => status >= 300)).toEqual([]);
    expect(await running).toMatchObject({ result: { counts: { problems: 0, quarantined: 0, pages: PAGES } } });
    if (process.env.DRILL_PAGES !== undefined) process.stderr.write(`${JSON.stringify(await running)}\n`);

    const made = await newsroom.strapi.documents('api::article.article').findMany({ locale: 'ru', sort: 'id:asc', limit: 500, fields: [] });
    known.splice(0, known.length, ...made.map(({ documentId }) => documentId));
  }
  await importer.stop();
}, 1_800_000);
