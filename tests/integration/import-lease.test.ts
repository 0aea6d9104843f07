import { hostname } from 'node:os';
import { readHolder } from '../../src/plugins/importer/server/src/store/lease/holder';
import { takeLease } from '../../src/plugins/importer/server/src/store/lease/lease';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';

const ELSEWHERE = { host: 'another-node', namespace: '', pid: 1, began: '' };

describe('the right to write imports', () => {
  const { bench, articleRows } = useImports();
  const leases = () => bench.newsroom.strapi.db.connection('importer_leases');
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  /** Lets another process hold the lease for some time. */
  async function heldBy(holder: object, ms: number) {
    const lease = await takeLease(bench.newsroom.strapi, ms);
    await leases().update({ holder: JSON.stringify(holder) });
    return lease;
  }

  it('has one at a time: the second hears who runs what, and writes nothing', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    const first = await bench.newsroom.importPages([bench.folder]);
    const lease = await heldBy(ELSEWHERE, 30_000);
    await lease.announce(first.run ?? 0);
    writePages(bench.folder, { '2.txt': pageText({ title: 'Мост закрыт на день' }) });

    await expect(bench.newsroom.importPages([bench.folder])).rejects.toThrow(
      new RegExp(`Run ${String(first.run)}, which .* began at .* is running \\(process 1 on another-node\\)`),
    );
    await expect(bench.newsroom.importer.undo({ run: first.run ?? 0, dryRun: false, by: 'tests' })).rejects.toThrow('is running');
    expect((await bench.newsroom.importPages([bench.folder], { dryRun: true })).counts).toMatchObject({ created: 1 });
    expect(await articleRows()).toHaveLength(2);
    await lease.release();
    expect((await bench.newsroom.importPages([bench.folder])).counts).toMatchObject({ created: 1 });
  });

  it('keeps two imports of one process apart', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    const outcomes = await Promise.allSettled([bench.newsroom.importPages([bench.folder]), bench.newsroom.importPages([bench.folder])]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await articleRows()).toHaveLength(2);
  });

  it('goes to the next one when its holder has died elsewhere and it has expired', async () => {
    const lease = await heldBy(ELSEWHERE, 30_000);
    await expect(takeLease(bench.newsroom.strapi)).rejects.toThrow('is running');
    await leases().update({ expires_at: 0 });
    const next = await takeLease(bench.newsroom.strapi);
    await lease.release();
    await expect(takeLease(bench.newsroom.strapi)).rejects.toThrow('is running');
    await next.release();
  });

  it('goes to the next one at once when its holder has died on this machine', async () => {
    const lease = await takeLease(bench.newsroom.strapi);
    const [row] = await leases().select<{ holder: string }[]>('holder');
    const self = readHolder(row?.holder ?? '');
    expect(self).toMatchObject({ host: hostname(), pid: process.pid });
    await leases().update({ holder: JSON.stringify({ ...self, pid: 4_000_000 }) });
    const next = await takeLease(bench.newsroom.strapi);
    await next.release();
    await lease.release();
  });

  it('is renewed while it is held', async () => {
    const lease = await heldBy(ELSEWHERE, 300);
    await wait(700);
    await expect(takeLease(bench.newsroom.strapi, 300)).rejects.toThrow('is running');
    await lease.release();
  });

  it('is lost by a run that was not heard of for too long: it writes no more', async () => {
    writePages(
      bench.folder,
      Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`${index}.txt`, pageText({ title: `Новость ${index}` })])),
    );
    let robbed = false;
    const rob = async () => {
      if (!robbed) await leases().update({ token: 'another' });
      robbed = true;
    };
    const pace = { targetMs: () => 1, turn: async () => ((await articleRows()).length > 0 ? rob() : undefined) };

    await expect(bench.newsroom.importPages([bench.folder], { pace })).rejects.toThrow('Another import has taken over');

    expect((await articleRows()).length).toBeLessThan(120);
    await leases().update({ expires_at: 0 });
    expect((await bench.newsroom.importPages([bench.folder])).counts).toMatchObject({ pages: 60, problems: 0 });
    expect(await articleRows()).toHaveLength(120);
  });
});
