import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { PersonAction } from '../../src/plugins/importer/shared/contracts/actions';
import type { Upload } from '../../src/plugins/importer/shared/contracts/imports';
import type { ListPage } from '../../src/plugins/importer/shared/contracts/list';
import type { Run } from '../../src/plugins/importer/shared/contracts/runs';
import { makeZip } from '../helpers/make-archive';
import { SECRETS, temporaryFolder } from '../helpers/newsroom';
import { pageText, writePages } from '../helpers/page-text';
import { HOW } from '../helpers/panel-bench';
import { EDITOR } from '../helpers/panel-login';
import { runCommand } from '../helpers/run-command';
import { serveNewsroom, type ServingNewsroom } from '../helpers/serving-newsroom';
import { makeDatabase } from '../helpers/temporary-database';

const COUNT = 600;

const page = (index: number) => pageText({ title: `Новость города номер ${index}`, paragraphs: [`Абзац ${index} и слово${index * 7}.`] });

jest.setTimeout(600_000);

describe('a server that is killed', () => {
  const folder = temporaryFolder();
  const bench = {
    database: undefined as Awaited<ReturnType<typeof makeDatabase>> | undefined,
    server: undefined as unknown as ServingNewsroom,
    headers: {} as Record<string, string>,
  };

  const send = async <Data>(method: string, address: string, body: object | Buffer | null = null): Promise<Data> => {
    const type = body instanceof Buffer ? 'application/octet-stream' : 'application/json';
    const answer = await fetch(`${bench.server.address}${address}`, {
      method,
      headers: { ...bench.headers, 'content-type': type },
      ...(body === null ? {} : { body: body instanceof Buffer ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const { data } = (await answer.json()) as { data: Data };
    return data;
  };
  const until = async (id: number, isThere: (run: Run) => boolean): Promise<Run> => {
    for (;;) {
      const run = await send<Run>('GET', `/importer/runs/${id}`);
      if (isThere(run)) return run;
      await wait(50);
    }
  };

  beforeAll(async () => {
    bench.database = await makeDatabase(folder);
    const folders = {
      PUBLIC_FOLDER: path.join(folder, 'public'),
      IMPORT_UPLOADS_FOLDER: path.join(folder, 'imports'),
      IMPORT_FOLDERS: path.join(folder, 'pages'),
    };
    mkdirSync(path.join(folder, 'public'), { recursive: true });
    writePages(path.join(folder, 'pages'), Object.fromEntries(Array.from({ length: 3 }, (_, index) => [`${index}.txt`, page(index)])));
    Object.assign(process.env, SECRETS, bench.database.variables, folders, { LOG_LEVEL: 'error', TZ: 'UTC', NODE_ENV: 'test' });
    bench.server = await serveNewsroom();
    const { token } = await send<{ token: string }>('POST', '/admin/register-admin', EDITOR);
    bench.headers = { authorization: `Bearer ${token}` };
  });

  afterAll(async () => {
    await bench.server.kill();
    await bench.database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function restart(): Promise<void> {
    await bench.server.kill();
    bench.server = await serveNewsroom();
  }

  it('goes on by itself with the run of the panel, under the same number', async () => {
    const { id: upload } = await send<Upload>('POST', '/importer/uploads');
    const files = Array.from({ length: COUNT }, (_, index) => ({ name: `${String(index).padStart(5, '0')}.txt`, content: page(index) }));
    await send('PUT', `/importer/uploads/${upload}/files?name=pages.zip`, makeZip(files));
    const { id } = await send<{ id: number }>('POST', '/importer/runs', { source: { kind: 'upload', id: upload }, ...HOW });
    const begun = await until(id, ({ position }) => position > 30);
    expect(begun).toMatchObject({ state: 'running', total: COUNT });
    await restart();

    const ended = await until(id, ({ state }) => state === 'finished' || state === 'failed');
    expect(ended).toMatchObject({
      id,
      state: 'finished',
      position: COUNT,
      counts: { pages: COUNT, created: COUNT, unchanged: 0 },
      failure: null,
    });
    expect((await send<{ total: number }>('GET', `/importer/runs/${id}/entries?action=create`)).total).toBe(COUNT);
    const actions = await send<ListPage<PersonAction>>('GET', `/importer/runs/${id}/actions`);
    expect(actions.items.map(({ action }) => action)).toEqual(['import']);
    expect((await send<{ total: number }>('GET', '/importer/runs')).total).toBe(1);
  });

  it('goes on with an undoing, and lists what a command has imported', async () => {
    const { items } = await send<{ items: Run[] }>('GET', '/importer/runs');
    const { id: undo } = await send<{ id: number }>('POST', `/importer/runs/${items[0]?.id ?? 0}/undo`);
    await until(undo, ({ position }) => position > 30);
    await restart();
    expect(await until(undo, ({ state }) => state === 'finished' || state === 'failed')).toMatchObject({
      state: 'finished',
      counts: { removed: COUNT + 2, kept: 0 },
    });
    expect((await send<Run>('GET', `/importer/runs/${items[0]?.id ?? 0}`)).state).toBe('undone');

    const imported = await runCommand('import', [path.join(folder, 'pages')], process.env);
    expect(imported.code).toBe(0);
    const listed = (await send<{ items: Run[] }>('GET', '/importer/runs')).items[0];
    expect(listed).toMatchObject({ kind: 'import', order: null, total: 3, state: 'finished' });
  });
});
