import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { freePort } from '../bench/process/free-port';
import { SECRET_NAMES, useCommands } from '../helpers/command-bench';
import { pageText, writePages } from '../helpers/page-text';
import { ROOT, SECRETS } from '../helpers/newsroom';
import { runCommand, startCommand } from '../helpers/run-command';

jest.setTimeout(10 * 60_000);

const READY = 'Newsroom is ready';
/** What is invented, and must not come into a real site: the seeds' articles, partners and the name of their town. */
const INVENTED = ['articles', 'categories', 'partner_links', 'sites'];

describe('the commands that serve', () => {
  const bench = useCommands();

  beforeAll(async () => {
    const { code, stderr } = await runCommand('build', [], { ENV_PATH: '/nowhere' });
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  });

  /** Starts a newsroom, and ends it once it is ready. @returns what it said. */
  const serveOnce = async (name: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const running = startCommand(name, args, { ...bench.environment, PORT: String(await freePort()), ...more });
    await running.until(READY);
    running.signal('SIGINT');
    return (await running.outcome).stdout;
  };

  const read = <Row>(query: string): Row[] => {
    const database = new Database(bench.environment['DATABASE_FILENAME'], { readonly: true });
    try {
      return database.prepare(query).all() as Row[];
    } finally {
      database.close();
    }
  };
  const counts = () => INVENTED.map((table) => read<{ count: number }>(`select count(*) as count from ${table}`)[0]?.count);
  const runs = () => read<{ kind: string; state: string }>('select kind, state from importer_runs order by id');

  it('newsroom imports the seeds into an empty newsroom, and neither again nor after an undo', async () => {
    expect(await serveOnce('newsroom', [])).toContain('30 pages: 30 created');
    expect(counts().every((count) => (count ?? 0) > 0)).toBe(true);
    expect(await serveOnce('newsroom', [])).not.toContain('pages:');

    await runCommand('import', ['--undo', '1'], bench.environment);
    expect(counts().slice(0, 3)).toEqual([0, 0, 0]);
    const before = runs();
    expect(await serveOnce('newsroom', [])).toMatch(/^Newsroom is ready/);
    expect([counts().slice(0, 3), runs()]).toEqual([[0, 0, 0], before]);
  });

  it('newsroom with paths never brings the seeds, nor does a start without paths after it', async () => {
    expect(await serveOnce('newsroom', [bench.pages])).toContain('2 pages: 2 created');
    const before = counts();
    expect(before[0]).toBe(4);
    expect(await serveOnce('newsroom', [])).not.toContain('pages:');
    await runCommand('import', ['--undo', '1'], bench.environment);
    expect(await serveOnce('newsroom', [])).not.toContain('pages:');
    expect(counts()[0]).toBe(0);
  });

  it('newsroom brings no seeds where an import has only failed on all pages', async () => {
    writePages(bench.pages, { '1.txt': 'no article', '2.txt': pageText({ meta: null }) });
    await runCommand('import', [bench.pages], bench.environment);
    const before = counts();
    expect(before[0]).toBe(0);
    expect(await serveOnce('newsroom', [])).not.toContain('pages:');
    expect(counts()).toEqual(before);
  });

  it('newsroom goes on with an import of the seeds that was interrupted', async () => {
    await serveOnce('newsroom', []);
    const database = new Database(bench.environment['DATABASE_FILENAME']);
    database.exec("update importer_runs set state = 'interrupted', finished_at = null where id = 1");
    database.exec("delete from strapi_core_store_settings where key like '%once-seeds'");
    database.close();
    expect(await serveOnce('newsroom', [])).toContain('30 pages');
    expect(runs()).toEqual([{ kind: 'import', state: 'finished' }]);
  });

  it('start serves what was built, for production, and makes and imports nothing', async () => {
    const secrets = Object.fromEntries(SECRET_NAMES.map((name) => [name, (SECRETS as Record<string, string>)[name] ?? '']));
    const running = startCommand('start', [], { ...bench.environment, ...secrets, PORT: String(await freePort()) });
    await running.until(READY);
    const port = /http:\/\/127\.0\.0\.1:(\d+)\/admin/;
    running.signal('SIGTERM');
    const { stdout, stderr } = await running.outcome;
    expect(stdout).toMatch(port);
    expect(stderr).not.toMatch(/Installing|Compiling|Building|Made/);
    expect([counts(), runs()]).toEqual([[0, 0, 0, 0], []]);
    expect(existsSync(bench.environment['ENV_PATH'] ?? '')).toBe(false);
  });

  it('start names the secrets that are missing, and takes no paths', async () => {
    const bare = await runCommand('start', [], bench.environment);
    expect([bare.code, bare.stdout]).toEqual([1, '']);
    for (const name of SECRET_NAMES) expect(bare.stderr).toContain(name);
    expect(readdirSync(bench.folder)).toEqual(['pages']);
    expect((await runCommand('start', [bench.pages], bench.environment)).code).toBe(2);
    expect(existsSync(path.join(ROOT, 'dist'))).toBe(true);
  });
});
