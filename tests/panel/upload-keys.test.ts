import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { UploadsService } from '../../src/plugins/importer/server/src/services/uploads';
import type { PageView } from '../../src/plugins/importer/shared/contracts/pages';
import type { Run } from '../../src/plugins/importer/shared/contracts/runs';
import { HOW, usePanel } from '../helpers/panel-bench';
import { PAGES } from '../helpers/panel-pages';

/** Beside the folder of the test's newsroom. */
const FAR = `../../newsroom-victim-${process.pid}`;

const A_MONTH_AGO = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000);

describe('the key of an upload', () => {
  const { bench, office } = usePanel();
  const folder = () => process.env.IMPORT_UPLOADS_FOLDER ?? '';
  afterAll(() => rmSync(path.join(folder(), FAR), { recursive: true, force: true }));

  const table = (name: string) => bench.newsroom.strapi.db.connection(name);
  const asAddress = (key: string) => encodeURIComponent(key);

  /** A folder outside the uploads, and a row that says that it is an upload: whoever can write to the database can make one. */
  async function makeVictim(key: string): Promise<string> {
    const victim = path.join(folder(), key);
    mkdirSync(victim, { recursive: true });
    writeFileSync(path.join(victim, 'precious.txt'), PAGES['1.txt']);
    const row = { document_id: 'victim', key, by: 'somebody', files: 1, bytes: 1, tops: 1, name: 'pages', created_at: A_MONTH_AGO };
    await table('importer_uploads').insert(row);
    return victim;
  }

  const KEYS = [FAR, '../victim', 'victim', '.parts', '..', '.', `a/../${FAR}`, '..\\victim', '../victim/', `${randomUUID()}/../../victim`];

  it.each(KEYS)('%j is none, whatever the database holds: nothing is written, read or removed there', async (key) => {
    const victim = await makeVictim(key);
    const before = readdirSync(victim);
    expect((await office.panel.put(asAddress(key), 'new.txt', 'mine')).status).toBe(404);
    expect((await office.panel.call('delete', `/uploads/${asAddress(key)}`)).status).toBe(404);
    for (const at of ['/previews', '/runs'])
      expect((await office.panel.call('post', at, { source: { kind: 'upload', id: key }, ...HOW })).status).toBe(400);
    const uploads = bench.newsroom.strapi.plugin('importer').service<UploadsService>('uploads');
    await expect(uploads.open(key)).rejects.toThrow('There is no such upload');
    await uploads.prune();
    expect(readdirSync(victim)).toEqual(before);
    await table('importer_uploads').where({ key }).delete();
  });

  it('leads no run out of the uploads that goes on, or whose pages are shown', async () => {
    const victim = await makeVictim(FAR);
    const id = await office.panel.upload({ '1.txt': PAGES['1.txt'] });
    const run = await office.panel.ended(await office.panel.start('/runs', { source: { kind: 'upload', id }, ...HOW }));
    const [entry] = await office.panel.entries(run.id, '&action=create');
    const place = JSON.stringify({ paths: [victim], base: victim });
    const order = JSON.stringify({ ...run.order, source: { kind: 'upload', id: FAR } });
    await table('importer_runs').where({ id: run.id }).update({ upload: FAR, place, order, state: 'interrupted', served: true });
    const shown = await office.panel.call<PageView>('get', `/runs/${run.id}/pages?name=${encodeURIComponent(entry?.page ?? '')}`);
    expect(shown).toMatchObject({ status: 404, message: expect.stringContaining('no such upload') as string });
    expect((await office.panel.call<Run>('post', `/runs/${run.id}/resume`)).status).toBe(404);
    expect(existsSync(path.join(victim, 'precious.txt'))).toBe(true);
  });

  it('finds the files where the configuration says by now, not where they once were', async () => {
    const id = await office.panel.upload({ '1.txt': PAGES['1.txt'] });
    const run = await office.panel.ended(await office.panel.start('/runs', { source: { kind: 'upload', id }, ...HOW }));
    await table('importer_runs')
      .where({ id: run.id })
      .update({ place: JSON.stringify({ paths: ['/moved'], base: '/moved' }) });
    const shown = await office.panel.call<PageView>('get', `/runs/${run.id}/pages?name=1.txt`);
    expect(shown.data.lines?.length).toBeGreaterThan(3);
  });
});

describe('a file with a long name', () => {
  const { office } = usePanel();

  it.each(['x'.repeat(246), 'ж'.repeat(120), 'ж'.repeat(250), 'x'.repeat(255), `${'x'.repeat(250)}/${'y'.repeat(250)}`])(
    'is taken with all that comes of it, or refused: %j',
    async (name) => {
      const { data } = await office.panel.call<{ id: string }>('post', '/uploads');
      const put = await office.panel.put(data.id, `${name}.txt`, PAGES['1.txt']);
      expect([200, 400]).toContain(put.status);
      if (put.status === 400) {
        expect(put.message).toContain('too long');
        return;
      }
      const order = { source: { kind: 'upload', id: data.id }, ...HOW };
      const preview = await office.panel.ended(await office.panel.start('/previews', order));
      const run = await office.panel.ended(await office.panel.start('/runs', order));
      expect([preview.state, run.state]).toEqual(['finished', 'finished']);
      expect((await office.panel.call('get', '/actions')).status).toBe(200);
    },
  );
});
