import { hostname } from 'node:os';
import BetterSqlite3 from 'better-sqlite3';
import { Client } from 'pg';
import { readHolder } from '../../src/plugins/importer/server/src/store/lease/holder';
import { takeLease } from '../../src/plugins/importer/server/src/store/lease/lease';
import { sqliteFileOf } from '../../src/plugins/importer/server/src/database/sqlite-file';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';
import { isPostgres } from '../helpers/temporary-database';

const ELSEWHERE = { host: 'another-node', machine: 'another', namespace: '', pid: 1, began: '' };

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

  it.each([
    ['on another machine of the same name, or in a container on one', { machine: 'another' }],
    ['in another container', { namespace: 'pid:[4026532999]' }],
    ['as an older Newsroom wrote it', { machine: '' }],
  ])('is not taken while its holder may live %s', async (_where, other) => {
    const lease = await takeLease(bench.newsroom.strapi);
    const [row] = await leases().select<{ holder: string }[]>('holder');
    const self = readHolder(row?.holder ?? '');
    await leases().update({ holder: JSON.stringify({ ...self, pid: 1, began: 'long ago', ...other }) });
    await expect(takeLease(bench.newsroom.strapi)).rejects.toThrow('is running');
    await leases().update({ holder: JSON.stringify({ ...self, began: 'before this process' }) });
    // The number of the process has been used again.
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
    const throttle = { targetMs: () => 1, turn: async () => ((await articleRows()).length > 0 ? rob() : undefined) };

    await expect(bench.newsroom.importPages([bench.folder], { throttle })).rejects.toThrow('Another import has taken over');

    expect((await articleRows()).length).toBeLessThan(120);
    await leases().update({ expires_at: 0 });
    expect((await bench.newsroom.importPages([bench.folder])).counts).toMatchObject({ pages: 60, problems: 0 });
    expect(await articleRows()).toHaveLength(120);
  });

  /** It is not renewed while a test goes on, however slow the machine. */
  const LONG_MS = 3_600_000;

  /** Locks the lease in a transaction of another connection, as a process does that hangs there. @returns what ends it. */
  async function lockElsewhere(): Promise<() => Promise<unknown>> {
    const { strapi } = bench.newsroom;
    if (!isPostgres) {
      const other = new BetterSqlite3(sqliteFileOf(strapi));
      other.exec('begin immediate');
      return () => Promise.resolve(other.close());
    }
    const other = new Client({ connectionString: process.env['DATABASE_URL'] });
    await other.connect();
    await other.query('begin');
    await other.query('select 1 from importer_leases for update');
    return () => other.end();
  }

  it('is not waited for in silence where its holder hangs in a transaction: who asks hears who keeps it locked', async () => {
    const lease = await heldBy(ELSEWHERE, LONG_MS);
    await leases().update({ expires_at: 0 });
    const end = await lockElsewhere();
    await expect(takeLease(bench.newsroom.strapi)).rejects.toThrow(/keeps the database locked \(process 1 on another-node\): .*End it/);
    await end();
    await lease.release();
    await (await takeLease(bench.newsroom.strapi)).release();
  });

  it('is read without waiting while its holder writes: who asks is refused at once', async () => {
    const lease = await heldBy(ELSEWHERE, LONG_MS);
    const end = await lockElsewhere();
    await expect(takeLease(bench.newsroom.strapi)).rejects.toThrow(/process 1 on another-node/);
    await end();
    await lease.release();
  });

  (isPostgres ? it : it.skip)('is kept locked for no longer than PostgreSQL lets a transaction be silent', async () => {
    const { rows } = await bench.newsroom.strapi.db.connection.raw<{ rows: object[] }>(
      `select current_setting('lock_timeout') as locked, current_setting('idle_in_transaction_session_timeout') as silent`,
    );
    expect(rows).toEqual([{ locked: '20s', silent: '15s' }]);
  });
});
