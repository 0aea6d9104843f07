import { setTimeout as wait } from 'node:timers/promises';
import supertest from 'supertest';
import type { ImportOrder, Upload } from '../../src/plugins/importer/shared/contracts/imports';
import type { ListPage } from '../../src/plugins/importer/shared/contracts/list';
import type { Entry, Run } from '../../src/plugins/importer/shared/contracts/runs';
import { useImports } from './import-bench';
import type { Newsroom } from './newsroom';
import { panelLogin } from './panel-login';

type Method = 'get' | 'post' | 'put' | 'delete';

export type Headers = Readonly<Record<string, string>>;

interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  /** Why it was refused. */
  readonly message: string;
}

/** How an import is ordered in these tests, but for its source. */
export const HOW = { status: 'published', timeZone: 'Asia/Baku', locale: null } as const;

/** What stays the same from one run to another. */
export const comparable = (entries: readonly Entry[]) =>
  entries.map(({ page, path, action, reasons, title, locale, conflicts, problems }) => {
    return { page, path, action, reasons, title, locale, conflicts, problems };
  });

/** The importer's panel as somebody who has signed in uses it. */
export function panelOf(newsroom: Newsroom, headers: Headers) {
  async function call<Data>(method: Method, path: string, body: object = {}): Promise<Answer<Data>> {
    const answer = await newsroom.send(method, `/importer${path}`, body, headers);
    return {
      status: answer.status,
      data: answer.body.data as Data,
      message: (answer.body.error as { message?: string } | undefined)?.message ?? '',
    };
  }

  const panel = {
    call,

    async put(id: string, name: string, bytes: string | Uint8Array, type = 'application/octet-stream'): Promise<Answer<Upload>> {
      const answer = await supertest(newsroom.strapi.server.httpServer)
        .put(`/importer/uploads/${id}/files?name=${encodeURIComponent(name)}`)
        .set({ ...headers, 'content-type': type })
        .send(Buffer.from(bytes));
      const { data, error } = answer.body as { data: Upload; error?: { message: string } };
      return { status: answer.status, data, message: error?.message ?? '' };
    },

    /** Sends several files in one form, as a browser does. */
    async putTogether(id: string, files: readonly (readonly [string, string])[], names: unknown = files.map(([name]) => name)) {
      const sending = supertest(newsroom.strapi.server.httpServer)
        .put(`/importer/uploads/${id}/files`)
        .set({ ...headers })
        .field('names', JSON.stringify(names));
      for (const [index, [, content]] of files.entries()) sending.attach('files', Buffer.from(content), { filename: String(index) });
      const answer = await sending;
      const { data, error } = answer.body as { data: Upload; error?: { message: string } };
      return { status: answer.status, data, message: error?.message ?? '' };
    },

    async upload(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
      const { data } = await call<Upload>('post', '/uploads');
      for (const [name, bytes] of Object.entries(files)) await panel.put(data.id, name, bytes);
      return data.id;
    },

    /** Starts something, and tells the number of its run. */
    async start(path: string, order: ImportOrder | object = {}): Promise<number> {
      const answer = await call<{ id: number }>('post', path, order);
      if (answer.status !== 200) throw new Error(`${path} was refused: ${answer.message}`);
      return answer.data.id;
    },

    run: async (id: number) => (await call<Run>('get', `/runs/${id}`)).data,

    /** Waits until a run is as it is wanted. */
    async until(id: number, isThere: (run: Run) => boolean): Promise<Run> {
      for (let asked = 0; asked < 2000; asked += 1) {
        const run = await panel.run(id);
        if (isThere(run)) return run;
        await wait(30);
      }
      throw new Error(`Run ${id} does not come there: ${JSON.stringify(await panel.run(id))}`);
    },

    ended: (id: number) => panel.until(id, ({ state }) => state !== 'running'),

    async entries(id: number, query = ''): Promise<Entry[]> {
      const found: Entry[] = [];
      for (let page = 1; ; page += 1) {
        const { data } = await call<ListPage<Entry>>('get', `/runs/${id}/entries?page=${page}&pageSize=200${query}`);
        found.push(...data.items);
        if (found.length >= data.total) return found;
      }
    },
  };
  return panel;
}

export type Panel = ReturnType<typeof panelOf>;

/** A newsroom for all tests of a file, which answers requests as a server does, and its panel as an administrator uses it. */
export function usePanel() {
  const imports = useImports();
  const office = { panel: undefined as unknown as Panel, headers: {} as Headers };

  beforeAll(async () => {
    const { newsroom } = imports.bench;
    await new Promise<void>((resolve) => newsroom.strapi.server.httpServer.listen(0, '127.0.0.1', resolve));
    office.headers = await panelLogin(newsroom);
    office.panel = panelOf(newsroom, office.headers);
  });

  return { ...imports, office };
}
