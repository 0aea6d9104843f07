import { existsSync, mkdirSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { SECRET_NAMES, useCommands } from '../helpers/command-bench';
import { writePages } from '../helpers/page-text';
import { runCommand } from '../helpers/run-command';

jest.setTimeout(600_000);

const oneLine = expect.stringMatching(/^[^\n]+\n$/) as string;

describe('a start that can not be', () => {
  const bench = useCommands();

  it('in production: names every secret that is missing, and makes none', async () => {
    const production = { ...bench.environment, NODE_ENV: 'production', JWT_SECRET: 'given', APP_KEYS: '' };
    const { code, stdout, stderr } = await runCommand('newsroom', [bench.pages], production);
    expect([code, stdout, stderr]).toEqual([1, '', oneLine]);
    for (const name of SECRET_NAMES.filter((secret) => secret !== 'JWT_SECRET')) expect(stderr).toContain(name);
    expect(stderr).not.toMatch(/ JWT_SECRET/);
    expect(existsSync(bench.environment['ENV_PATH'] ?? '')).toBe(false);
  });

  it.each([
    ['an unsupported database client', { DATABASE_CLIENT: 'mysql' }, /"mysql" is not supported.*sqlite, postgres/],
    ['a database address of another kind', { DATABASE_URL: 'mysql://root@127.0.0.1/test' }, /"mysql" is not supported/],
    ['a port that is no port', { PORT: 'http' }, /PORT=http/],
    ['a zone that is no zone', { SITE_TIME_ZONE: 'Mars' }, /SITE_TIME_ZONE=Mars: .*IANA/],
  ])('with %s: one clear line', async (_what, variables, message) => {
    const { code, stdout, stderr } = await runCommand('newsroom', [bench.pages], { ...bench.environment, ...variables });
    expect([code, stdout, stderr]).toEqual([1, '', oneLine]);
    expect(stderr).toMatch(message);
  });

  it('on a port that is taken: one clear line', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    const port = await new Promise<number>((resolve) => other.on('listening', () => resolve((other.address() as AddressInfo).port)));
    await runCommand('import', ['--dry-run', bench.pages], bench.environment);
    const { code, stdout, stderr } = await runCommand('newsroom', [bench.pages], { ...bench.environment, PORT: String(port) });
    other.close();
    expect([code, stdout, stderr]).toEqual([1, '', oneLine]);
    expect(stderr).toContain(`127.0.0.1:${port}`);
  });

  it.each([
    ['a folder', (file: string) => mkdirSync(file, { recursive: true })],
    [
      'a file that is no database',
      (file: string) => writePages(path.dirname(file), { [path.basename(file)]: 'no database at all, '.repeat(99) }),
    ],
  ])('on %s in the place of the database: one clear line', async (_what, make) => {
    await runCommand('import', ['--dry-run', bench.pages], bench.environment);
    const file = path.join(bench.folder, 'broken.db');
    make(file);
    const { code, stdout, stderr } = await runCommand('import', [bench.pages], { ...bench.environment, DATABASE_FILENAME: file });
    expect([code, stdout]).toEqual([4, '']);
    expect(stderr).toEqual(oneLine);
    expect(stderr).toContain('broken.db');
  });

  it('on a PostgreSQL server that does not answer: one clear line', async () => {
    await runCommand('import', ['--dry-run', bench.pages], bench.environment);
    const url = { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' };
    const { code, stdout, stderr } = await runCommand('import', [bench.pages], { ...bench.environment, ...url });
    expect([code, stdout, stderr]).toEqual([4, '', oneLine]);
    expect(stderr).toContain('PostgreSQL');
    expect(stderr).not.toContain('secret');
  });

  it('on a file that another process has locked, or starts on: says whom it waits for, and ends with a code of its own', async () => {
    await runCommand('import', ['--dry-run', bench.pages], bench.environment);
    const file = bench.environment['DATABASE_FILENAME'] ?? '';
    const starting = new BetterSqlite3(`${file}-starting`);
    starting.exec('begin exclusive');
    const waited = await runCommand('import', [bench.pages], { ...bench.environment, START_WAIT_SECONDS: '1' });
    starting.close();
    expect([waited.code, waited.stdout]).toEqual([4, '']);
    expect(waited.stderr).toMatch(
      /Another Newsroom is starting on this database: waiting.*\n.*Another Newsroom has been starting .* for more than 1 s/,
    );

    const writing = new BetterSqlite3(file);
    writing.exec('begin immediate');
    const locked = await runCommand('import', [bench.pages], bench.environment);
    writing.close();
    expect([locked.code, locked.stdout, locked.stderr]).toEqual([4, '', oneLine]);
    expect(locked.stderr).toContain('database is locked');
    expect((await runCommand('import', [bench.pages], bench.environment)).code).toBe(0);
  });
});
