import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { useCommands } from '../helpers/command-bench';
import { pageText, writePages } from '../helpers/page-text';
import { runCommand, startCommand } from '../helpers/run-command';
import { isPostgres, makeDatabase } from '../helpers/temporary-database';

jest.setTimeout(600_000);

/** What libraries do on standard output, in the process and in its threads. */
const NOISE = `
  if (!require('node:worker_threads').isMainThread) console.log('a thread says');
  const timer = setInterval(() => {
    console.log('a line of a library');
    console.info('another');
    process.stdout.write('written past the console\\n');
  }, 20);
  timer.unref();
`;

const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`n${n}.txt`, pageText({ title: `Новость под номером ${n}` })]));

describe('a command that answers with JSON', () => {
  const bench = useCommands();

  const noisy = () => {
    const file = path.join(bench.folder, 'noise.js');
    writeFileSync(file, NOISE);
    return { ...bench.environment, LOG_LEVEL: 'debug', NODE_OPTIONS: `--require ${file}` };
  };

  it('writes nothing else on standard output, whatever others write there', async () => {
    writePages(bench.pages, { ...many(600), 'z.txt': pageText({ meta: '31.02.2021 Культура' }) });
    const imported = await runCommand('import', ['--json', bench.pages], noisy());
    expect(JSON.parse(imported.stdout)).toMatchObject({ counts: { created: 602, problems: 1 } });
    expect(imported.stderr).toContain('a line of a library');
    expect(imported.stderr).toContain('written past the console');

    const dry = await runCommand('import', ['--json', '--dry-run', '--redo', bench.pages], noisy());
    expect(JSON.parse(dry.stdout)).toMatchObject({ dryRun: true });
    const undone = await runCommand('import', ['--json', '--undo', '1'], noisy());
    expect(JSON.parse(undone.stdout)).toMatchObject({ undoes: 1 });
    const listed = await runCommand('import', ['--json', '--runs'], noisy());
    expect(JSON.parse(listed.stdout)).toHaveLength(2);
    const again = await runCommand('import', ['--json', '--undo', '1'], noisy());
    expect([again.code, JSON.parse(again.stdout)]).toEqual([2, { entries: [], failure: 'Run 1 has been undone already' }]);

    const recognised = await runCommand('recognise', [bench.pages], noisy());
    const lines = recognised.stdout.trimEnd().split('\n');
    expect(lines.map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual(Array.from({ length: 603 }, () => 'page'));
  });

  (isPostgres ? it : it.skip)('does so too when the connection to PostgreSQL is lost', async () => {
    writePages(bench.pages, many(3000));
    const database = await makeDatabase(bench.folder);
    const url = new URL(database.variables['DATABASE_URL'] ?? '');
    const name = url.pathname.slice(1);
    const running = startCommand('import', ['--json', bench.pages], { ...bench.environment, ...database.variables });
    const ended = { is: false };
    const outcome = running.outcome.finally(() => (ended.is = true));
    const server = new Client({ connectionString: process.env.TEST_POSTGRES_URL });
    await server.connect();
    const cut = () => server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    const written = new Client({ connectionString: url.toString() });
    await written.connect();
    written.on('error', () => undefined);
    const count = async () =>
      Number(
        (await written.query<{ count: string }>('select count(*) from importer_items').catch(() => ({ rows: [] }))).rows[0]?.count ?? 0,
      );
    while (!ended.is && (await count()) === 0) await wait(20);
    while (!ended.is) {
      await cut();
      await wait(100);
    }
    await server.end();
    const { code, stdout, stderr } = await outcome;
    await database.drop();

    const report = JSON.parse(stdout) as { pages: unknown[]; failure: string };
    expect([code === 0, report.failure]).toEqual([false, expect.any(String)]);
    expect(stderr).not.toBe('');
  });
});
