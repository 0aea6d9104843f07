import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ImportOptions, ServerFolder, Upload } from '../../src/plugins/importer/shared/contracts/imports';
import type { ListPage } from '../../src/plugins/importer/shared/contracts/list';
import { temporaryFolder } from '../helpers/newsroom';
import { writePages } from '../helpers/page-text';
import { HOW, usePanel } from '../helpers/panel-bench';
import { PAGES, zipOf } from '../helpers/panel-pages';

const ALLOWED = temporaryFolder();
const MEBIBYTE = 1024 * 1024;

Object.assign(process.env, { IMPORT_FOLDERS: `${ALLOWED},no-such-folder`, IMPORT_UPLOAD_MEGABYTES: '1', IMPORT_UPLOAD_FILES: '4' });

afterAll(() => rmSync(ALLOWED, { recursive: true, force: true }));

describe('what is brought in through the panel', () => {
  const { bench, office } = usePanel();
  const folder = () => process.env.IMPORT_UPLOADS_FOLDER ?? '';
  const begin = async () => (await office.panel.call<Upload>('post', '/uploads')).data.id;

  /** A request that goes out piece by piece. */
  function open(id: string, name: string, headers: Readonly<Record<string, string>> = {}) {
    const { port } = bench.newsroom.strapi.server.httpServer.address() as AddressInfo;
    const type = { 'content-type': 'application/octet-stream' };
    const sent = request({
      agent: false,
      port,
      method: 'PUT',
      path: `/importer/uploads/${id}/files?name=${name}`,
      headers: { ...office.headers, ...type, ...headers },
    });
    const status = new Promise<number>((resolve, reject) => {
      sent.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
    });
    status.catch(() => undefined);
    return { sent, status };
  }

  it('is counted and named, and a file that is sent again takes the place of the first', async () => {
    const id = await begin();
    expect((await office.panel.put(id, 'pages/a/1.txt', 'first')).data).toMatchObject({ files: 1, bytes: 5, name: 'pages' });
    expect((await office.panel.put(id, 'pages/2.txt', 'second')).data).toMatchObject({ files: 2, bytes: 11, name: 'pages' });
    expect((await office.panel.put(id, 'pages/2.txt', 'two')).data).toMatchObject({ files: 2, bytes: 8 });
    expect((await office.panel.put(id, 'more.zip', '')).data).toMatchObject({ files: 3, bytes: 8, name: 'pages (+1)' });
    const clash = await office.panel.put(id, 'pages', 'a file');
    expect(clash).toMatchObject({ status: 400, message: expect.stringContaining('a file and a folder') as string });
    expect((await office.panel.call<Upload>('delete', `/uploads/${id}`)).data).toMatchObject({ files: 3, bytes: 8 });
    expect(readdirSync(folder())).not.toContain(id);
    expect((await office.panel.put(id, '1.txt', 'late')).status).toBe(404);
  });

  it.each([
    '../1.txt',
    '/etc/1.txt',
    'a/../../1.txt',
    'C:/1.txt',
    '..\\1.txt',
    'a\\1.txt',
    'a/\u00011.txt',
    'con.txt',
    'a/NUL',
    'a./1.txt',
    '.',
    '',
    'x'.repeat(300),
  ])('refuses the name %j', async (name) => {
    const id = await begin();
    expect((await office.panel.put(id, name, 'text')).status).toBe(400);
    expect((await office.panel.put(id, 'a/1\0.txt', 'text')).status).toBe(400);
    expect(readdirSync(path.join(folder(), id))).toEqual([]);
  });

  it('refuses what is no file, no upload, and more files and bytes than are allowed', async () => {
    const id = await begin();
    expect((await office.panel.put(id, '1.txt', '{}', 'application/json')).status).toBe(400);
    expect((await office.panel.put('no-upload', '1.txt', 'text')).status).toBe(404);
    expect(await office.panel.put(id, '1.txt', Buffer.alloc(MEBIBYTE + 1))).toMatchObject({
      ...{ status: 413, message: expect.stringContaining('1 MB at most') as string },
    });
    for (const name of ['1.txt', '2.txt', '3.txt', '4.txt']) expect((await office.panel.put(id, name, 'x')).status).toBe(200);
    expect(await office.panel.put(id, '5.txt', 'x')).toMatchObject({
      status: 413,
      message: expect.stringContaining('4 files at most') as string,
    });
  });

  it('refuses while it streams what does not say how long it is, and leaves nothing of it', async () => {
    const id = await begin();
    const { sent, status } = open(id, '1.txt', { 'transfer-encoding': 'chunked' });
    for (let count = 0; count < 20; count += 1) sent.write(Buffer.alloc(MEBIBYTE / 10));
    sent.end();
    expect(await status).toBe(413);
    expect(readdirSync(path.join(folder(), id))).toEqual([]);
    expect(readdirSync(path.join(folder(), '.parts'))).toEqual([]);
    expect((await office.panel.put(id, '2.txt', 'x')).data).toMatchObject({ files: 1, bytes: 1 });
  });

  it('leaves nothing of a file that breaks off', async () => {
    const id = await begin();
    const { sent, status } = open(id, '1.txt', { 'content-length': '500000' });
    sent.write(Buffer.alloc(1000));
    const isHere = async () => {
      while (readdirSync(path.join(folder(), '.parts')).length === 0) await wait(10);
    };
    expect(await Promise.race([status, isHere()])).toBe(undefined);
    sent.destroy();
    await wait(300);
    expect(readdirSync(path.join(folder(), '.parts'))).toEqual([]);
    expect((await office.panel.put(id, '2.txt', 'x')).data).toMatchObject({ files: 1, bytes: 1 });
  });

  it('is kept while a run needs it, and removed when nobody has imported it for a day', async () => {
    const [used, unused] = [await office.panel.upload({ 'a.zip': zipOf(PAGES) }), await office.panel.upload({ 'b.zip': 'b' })];
    await office.panel.ended(await office.panel.start('/runs', { source: { kind: 'upload', id: used }, ...HOW }));
    expect((await office.panel.put(used, 'more.txt', 'x')).status).toBe(400);
    expect((await office.panel.call('delete', `/uploads/${used}`)).status).toBe(400);
    await bench.newsroom.strapi.db.connection('importer_uploads').update({ created_at: new Date(Date.now() - 25 * 60 * 60 * 1000) });
    const fresh = await begin();
    expect(readdirSync(folder())).toEqual(expect.arrayContaining([used, fresh]));
    expect(readdirSync(folder())).not.toContain(unused);
  });
});

describe('folders of the server', () => {
  const { bench, office } = usePanel();
  const list = (asked: Readonly<Record<string, string>>) =>
    office.panel.call<ListPage<ServerFolder>>('get', `/folders?${new URLSearchParams(asked).toString()}`);
  const folders = async (below?: string) => {
    const { status, data } = await list(below === undefined ? {} : { below });
    return status === 200 ? data.items.map((one) => one.path) : status;
  };

  it('are the allowed ones and those below, and never any outside', async () => {
    mkdirSync(path.join(ALLOWED, 'pages/2021'), { recursive: true });
    mkdirSync(path.join(ALLOWED, '.hidden'), { recursive: true });
    symlinkSync(bench.folder, path.join(ALLOWED, 'outside'));
    expect(await folders()).toEqual([ALLOWED]);
    expect(await folders(ALLOWED)).toEqual([`${ALLOWED}/pages`]);
    expect(await folders(`${ALLOWED}/pages`)).toEqual([`${ALLOWED}/pages/2021`]);
    for (const bad of [
      path.dirname(ALLOWED),
      `${ALLOWED}/..`,
      `${ALLOWED}/pages/../..`,
      `${ALLOWED}x`,
      `${ALLOWED}/outside`,
      `${ALLOWED}/none`,
      '/etc',
    ]) {
      expect([bad, await folders(bad)]).toEqual([bad, 400]);
      const order = { source: { kind: 'folder', path: bad }, ...HOW };
      expect((await office.panel.call('post', '/runs', order)).status).toBe(400);
    }
    rmSync(path.join(ALLOWED, 'outside'));
  });

  it('are listed page by page, however many there are, without those that can not be chosen', async () => {
    const many = path.join(ALLOWED, 'many');
    const names = Array.from({ length: 1203 }, (_, index) => `f${String(index).padStart(4, '0')}`);
    for (const name of names) mkdirSync(path.join(many, name), { recursive: true });
    symlinkSync(bench.folder, path.join(many, 'f0000-outside'));
    const { data } = await list({ below: many, page: '13', pageSize: '100' });
    expect([data.total, data.page, data.items.map(({ name }) => name)]).toEqual([1203, 13, names.slice(1200)]);
    expect((await list({ below: many, page: '1', pageSize: '2' })).data.items.map(({ name }) => name)).toEqual(['f0000', 'f0001']);
    expect((await list({ below: many, pageSize: '201' })).status).toBe(400);
    rmSync(many, { recursive: true });
  });

  it('tell what can be chosen', async () => {
    const { data } = await office.panel.call<ImportOptions>('get', '/options');
    expect(data).toMatchObject({
      hasFolders: true,
      locales: ['ru', 'az', 'en'],
      timeZone: 'Asia/Baku',
      limits: { bytes: MEBIBYTE, files: 4 },
      running: null,
    });
    expect(data.timeZones).toContain('Asia/Baku');
    rmSync(ALLOWED, { recursive: true });
    expect((await office.panel.call<ImportOptions>('get', '/options')).data.hasFolders).toBe(false);
    mkdirSync(ALLOWED);
  });

  it.each([
    {},
    { source: { kind: 'upload', id: '../x' }, ...HOW },
    { source: { kind: 'folder', path: ALLOWED }, ...HOW, timeZone: 'Mars' },
    { source: { kind: 'folder', path: ALLOWED }, ...HOW, locale: 'xx' },
  ])('refuse an order that makes no sense: %j', async (order) => {
    expect((await office.panel.call('post', '/runs', order)).status).toBe(400);
    expect((await office.panel.call('post', '/previews', order)).status).toBe(400);
  });

  it('are imported under the names that the command gives their pages', async () => {
    writePages(path.join(ALLOWED, 'pages'), PAGES);
    const order = { source: { kind: 'folder', path: `${ALLOWED}/pages` }, ...HOW };
    const run = await office.panel.ended(await office.panel.start('/runs', order));
    expect(run).toMatchObject({
      kind: 'import',
      state: 'finished',
      order,
      total: 4,
      position: 4,
      counts: { created: 2, duplicates: 1, quarantined: 1 },
    });
    expect((await bench.newsroom.importPages([path.join(ALLOWED, 'pages')])).counts).toMatchObject({ created: 0, unchanged: 3 });
  });
});
