import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Run } from '../../src/plugins/importer/shared/contracts/runs';
import { makeZip } from '../helpers/make-archive';
import { SECRETS, temporaryFolder } from '../helpers/newsroom';
import { pageText } from '../helpers/page-text';
import { HOW } from '../helpers/panel-bench';
import { EDITOR } from '../helpers/panel-login';
import { serveNewsroom, type ServingNewsroom } from '../helpers/serving-newsroom';
import { makeDatabase } from '../helpers/temporary-database';

/** As many pages of 9 MB as there are to be: more by hand, with `LONG_PAGES`. */
const COUNT = Number(process.env['LONG_PAGES'] ?? 12);

/** What a serving process may take, in MiB, whatever the pages. */
const MOST_MEMORY = 600;

/**
 * How long a request may wait at the most. It is to be answered within a second; a shared machine gets more, and a thread that reads pages
 * by itself would be blocked for longer than that.
 */
const MOST_MS = 4000;

/** A page takes about two seconds, on a machine that does other things several times that. */
jest.setTimeout(600_000 + COUNT * 15_000);

const PARAGRAPH = 'Город у моря, в котором живут люди, и каждый день что-нибудь случается. '.repeat(10);

function longPage(index: number): string {
  const paragraph = `${PARAGRAPH}${index}.`;
  const count = Math.floor(9_000_000 / Buffer.byteLength(paragraph));
  return pageText({ title: `Длинная новость номер ${index} о городе`, paragraphs: Array.from({ length: count }, () => paragraph) });
}

/** The most memory that a process has had, in MiB; null where the system does not tell. */
function peakOf(pid: number): number | null {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1]) / 1024;
}

describe('a zip of long pages', () => {
  const folder = temporaryFolder();
  const bench = {
    database: undefined as Awaited<ReturnType<typeof makeDatabase>> | undefined,
    server: undefined as unknown as ServingNewsroom,
    headers: {} as Record<string, string>,
  };

  const signIn = async (route: string, who: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${bench.server.address}/admin/${route}`, { method: 'POST', headers, body: JSON.stringify(who) });
    const { data } = (await answer.json()) as { data: { token: string } };
    bench.headers = { authorization: `Bearer ${data.token}` };
  };

  const send = async <Data>(method: string, address: string, body?: object): Promise<Data> => {
    const ask = () =>
      fetch(`${bench.server.address}${address}`, {
        method,
        headers: { ...bench.headers, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    let answer = await ask();
    // A session is over after half an hour.
    if (answer.status === 401) {
      await signIn('login', { email: EDITOR.email, password: EDITOR.password });
      answer = await ask();
    }
    return ((await answer.json()) as { data: Data }).data;
  };

  beforeAll(async () => {
    bench.database = await makeDatabase(folder);
    const pages = path.join(folder, 'pages');
    mkdirSync(pages);
    mkdirSync(path.join(folder, 'public'));
    // Made when they are packed: together they would not fit into memory.
    const files = Array.from({ length: COUNT }, (_, index) => ({
      name: `${index}.txt`,
      get content() {
        return longPage(index);
      },
    }));
    writeFileSync(path.join(pages, 'long.zip'), makeZip(files));
    const environment = {
      PUBLIC_FOLDER: path.join(folder, 'public'),
      IMPORT_FOLDERS: pages,
      LOG_LEVEL: 'error',
      TZ: 'UTC',
      NODE_ENV: 'test',
    };
    Object.assign(process.env, SECRETS, bench.database.variables, environment);
    bench.server = await serveNewsroom();
    await signIn('register-admin', EDITOR);
  });

  afterAll(async () => {
    await bench.server.kill();
    await bench.database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts a run, and waits for its end while others ask. @returns the run, and how long they waited at the most. */
  async function carryOut(route: string): Promise<{ readonly run: Run; readonly slowestMs: number }> {
    const source = { kind: 'folder', path: path.join(folder, 'pages') };
    const { id } = await send<{ id: number }>('POST', route, { source, ...HOW });
    let slowestMs = 0;
    for (;;) {
      for (let asked = 0; asked < 20; asked += 1) {
        const started = performance.now();
        await fetch(`${bench.server.address}/_health`);
        slowestMs = Math.max(slowestMs, performance.now() - started);
        await wait(20);
      }
      const run = await send<Run>('GET', `/importer/runs/${id}`);
      if (run.state !== 'running') return { run, slowestMs };
    }
  }

  it.each([
    ['previewed', '/importer/previews'],
    ['imported', '/importer/runs'],
  ])('is %s in bounded memory while requests are answered', async (_what, route) => {
    const { run, slowestMs } = await carryOut(route);
    const peak = peakOf(bench.server.pid);
    process.stdout.write(`${route}: ${COUNT} pages, a request waited ${Math.round(slowestMs)} ms, ${Math.round(peak ?? 0)} MiB\n`);
    expect(run).toMatchObject({ state: 'finished', counts: { created: COUNT, problems: 0 } });
    expect(slowestMs).toBeLessThan(MOST_MS);
    expect(peak ?? 0).toBeLessThan(MOST_MEMORY);
  });
});
