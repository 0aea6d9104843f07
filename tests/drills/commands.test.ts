import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { gzipSync } from 'node:zlib';
import { makeTar, makeZip } from '../helpers/make-archive';
import { SECRET_NAMES, useCommands } from '../helpers/command-bench';
import { ROOT } from '../helpers/newsroom';
import { pageText, writePages } from '../helpers/page-text';
import { runCommand, startCommand } from '../helpers/run-command';

jest.setTimeout(600_000);

/** The states of the runs in a database file, where there is one; a run that has not written a page yet is only `begun`. */
function runStates(file: string): string[] {
  if (!existsSync(file)) return [];
  const database = new Database(file, { readonly: true });
  try {
    const state = "case when state = 'running' and position = 0 then 'begun' else state end";
    return database.prepare(`select ${state} from importer_runs order by id`).pluck().all() as string[];
  } catch {
    return [];
  } finally {
    database.close();
  }
}

describe('the commands', () => {
  const bench = useCommands();
  const pages = () => bench.pages;

  describe('recognise', () => {
    it('prints one JSON object a line and nothing else, whatever the pages hold', async () => {
      writePages(pages(), { '3.txt': '' });
      const { code, stdout, stderr } = await runCommand('recognise', [pages()], bench.environment);

      expect([code, stderr]).toEqual([0, '']);
      const stories = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(stories).toMatchObject([
        {
          page: path.join(pages(), '1.txt'),
          title: 'На набережной открылась выставка рыбацких лодок',
          datePublished: '2021-06-05T06:15:00.000Z',
          category: 'Культура',
          views: 42,
          locale: 'ru',
          paragraphs: [expect.any(String), expect.any(String)],
          provenance: { title: [3], datePublished: [5], paragraphs: [7, 9] },
          problems: [],
        },
        { title: 'Мост закрыт на день' },
        { title: null, datePublished: null, category: null, views: null, paragraphs: [], problems: [{ rule: 'page-empty' }] },
      ]);
      expect(existsSync(bench.environment['ENV_PATH'] ?? '')).toBe(false);
    });

    it.each([
      ['one page', '-', () => Buffer.from(pageText())],
      ['a zip', '-!/a/1.txt', () => makeZip([{ name: 'a/1.txt', content: pageText() }])],
      ['a packed tar', '-!/a/1.txt', async () => gzipSync(await makeTar([{ name: 'a/1.txt', content: pageText() }]))],
    ])('reads %s from standard input, and removes what it kept of it', async (_what, page, make) => {
      const { code, stdout, stderr } = await runCommand('recognise', ['-'], { ...bench.environment, TMPDIR: bench.folder }, await make());
      expect([code, stderr]).toEqual([0, '']);
      expect(JSON.parse(stdout)).toMatchObject({ page, title: 'На набережной открылась выставка рыбацких лодок', problems: [] });
      expect(readdirSync(bench.folder).filter((name) => name.startsWith('newsroom-'))).toEqual([]);
    });

    it('takes the language and the time zone of the pages', async () => {
      const args = ['--locale', 'en', '--time-zone', 'Europe/London', path.join(pages(), '1.txt')];
      const { stdout } = await runCommand('recognise', args, bench.environment);
      expect(JSON.parse(stdout)).toMatchObject({ locale: 'en', datePublished: '2021-06-05T09:15:00.000Z' });
    });

    it('takes the time zone of the configuration, and one that is set but empty counts as unset', async () => {
      const zoned = await runCommand('recognise', [path.join(pages(), '1.txt')], { ...bench.environment, SITE_TIME_ZONE: 'UTC' });
      expect(JSON.parse(zoned.stdout)).toMatchObject({ datePublished: '2021-06-05T10:15:00.000Z' });
      const empty = await runCommand('recognise', [path.join(pages(), '1.txt')], { ...bench.environment, SITE_TIME_ZONE: '' });
      expect(JSON.parse(empty.stdout)).toMatchObject({ datePublished: '2021-06-05T06:15:00.000Z' });
    });
  });

  describe('wrong usage', () => {
    it.each([
      ['recognise', []],
      ['recognise', ['--unknown', 'x']],
      ['recognise', ['--time-zone', 'Mars/Olympus', 'x']],
      ['recognise', ['--locale', '!', 'x']],
      ['recognise', ['/nowhere/at/all']],
      ['import', []],
      ['import', ['--status', 'half', 'x']],
      ['import', ['--locale', 'fr', 'x']],
      ['import', ['--undo', 'x']],
      ['import', ['--undo', '0']],
      ['import', ['--undo', '1', '--runs']],
      ['import', ['--runs', 'x']],
      ['nothing', []],
      ['import', ['/nowhere/at/all', '/nor/here']],
      ['newsroom', ['--unknown']],
    ])('of %s %j ends with 2 and says on standard error what is wrong', async (name, args) => {
      const { code, stdout, stderr } = await runCommand(name, args, bench.environment);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/error:|nothing that can be read|no command/);
      for (const given of args.filter((arg) => arg.startsWith('/'))) expect(stderr).toContain(given);
    });
  });

  describe('import', () => {
    it('prints a summary and no progress bar where there is no terminal, and ends with 0', async () => {
      const { code, stdout, stderr } = await runCommand('import', [pages()], bench.environment);
      expect(code).toBe(0);
      expect(stdout).toContain('2 pages: 2 created, 0 updated, 0 unchanged, 0 kept, 0 problems');
      expect(stderr).not.toMatch(/[█░]/);
    });

    it('prints one report and nothing else with --json, and ends with 1 when there are problems', async () => {
      writePages(pages(), { '3.txt': pageText({ meta: '31.02.2021 Культура' }) });
      const { code, stdout } = await runCommand('import', ['--json', pages()], bench.environment);
      const report = JSON.parse(stdout) as Record<string, unknown>;
      expect([code, report]).toMatchObject([
        1,
        {
          dryRun: false,
          counts: { created: 2, problems: 1 },
          pages: [
            { action: 'create' },
            { action: 'create' },
            { action: 'quarantine', problems: [{ rule: 'date-invalid', line: 5, found: '31.02.2021' }] },
          ],
          rules: [{ rule: 'date-invalid', count: 1 }],
        },
      ]);
    });

    it('reads standard input', async () => {
      const { code, stdout } = await runCommand('import', ['-'], bench.environment, makeZip([{ name: '1.txt', content: pageText() }]));
      expect(code).toBe(0);
      expect(stdout).toContain('1 page: 1 created');
    });

    it('ends in order when it is interrupted, says so, and goes on with the next import', async () => {
      const many = Array.from(
        { length: 900 },
        (_, index) => [`n${index}.txt`, pageText({ title: `Новость под номером ${index}` })] as const,
      );
      writePages(pages(), Object.fromEntries(many));
      const running = startCommand('import', ['--json', pages()], bench.environment);
      const run = () => runStates(bench.environment['DATABASE_FILENAME'] ?? '');
      while (!run().includes('running')) await new Promise((resolve) => setTimeout(resolve, 20));
      running.signal('SIGINT');
      const { code, stdout } = await running.outcome;
      const report = JSON.parse(stdout) as { interrupted: boolean; counts: { created: number } };
      expect([code, report.interrupted, run()]).toEqual([130, true, ['interrupted']]);

      const next = await runCommand('import', ['--json', pages()], bench.environment);
      expect(JSON.parse(next.stdout)).toMatchObject({
        run: 1,
        resumed: true,
        interrupted: false,
        counts: { pages: 902, created: 902, unchanged: 0, problems: 0 },
        pages: Array.from({ length: 902 }, () => ({ action: 'create' })),
      });
      expect(report.counts.created).toBeLessThan(902);
      expect(run()).toEqual(['finished']);
    });

    it('ends with 3 while another import is running, and says whose turn it is', async () => {
      await runCommand('import', [pages()], bench.environment);
      const database = new Database(bench.environment['DATABASE_FILENAME']);
      const holder = JSON.stringify({ host: 'another-node', namespace: '', pid: 7, began: '' });
      database
        .prepare('update importer_leases set token = ?, holder = ?, run = 1, expires_at = ?')
        .run('theirs', holder, Date.now() + 60_000);
      database.close();

      const { code, stdout, stderr } = await runCommand('import', [pages()], bench.environment);

      expect([code, stdout]).toEqual([3, '']);
      expect(stderr).toMatch(/^Run 1, which .+ began at .+, is running \(process 7 on another-node\)\. Only one import/);
    });

    it('lists the runs, undoes one, and shows the undo in the list', async () => {
      await runCommand('import', [pages()], bench.environment);
      const undone = await runCommand('import', ['--undo', '1'], bench.environment);
      const listed = await runCommand('import', ['--runs'], bench.environment);
      const again = await runCommand('import', ['--undo', '1'], bench.environment);
      const runs = JSON.parse((await runCommand('import', ['--runs', '--json'], bench.environment)).stdout) as unknown;

      expect([undone.code, undone.stdout]).toEqual([0, expect.stringContaining('Run 1, undone by run 2: ')]);
      expect(listed.stdout).toMatch(/ 2 .+ finished .+ undoes run 1: \d+ removed\n +1 .+ undone .+: 2 pages, 2 created\n$/);
      expect([again.code, again.stderr]).toEqual([2, 'Run 1 has been undone already\n']);
      expect(runs).toMatchObject([
        { run: 2, kind: 'undo', undoes: 1, state: 'finished' },
        { run: 1, kind: 'import', state: 'undone', source: [pages()], options: { status: 'published' }, counts: { created: 2 } },
      ]);
    });

    it('writes pages with errors into a folder, from which they are imported once they are mended, and all problems into a CSV file', async () => {
      writePages(pages(), { 'sub/3.txt': pageText({ title: '=SUM(1)', meta: '31.02.2021 Культура' }) });
      const [quarantine, csv] = [path.join(bench.folder, 'mend'), path.join(bench.folder, 'problems.csv')];
      const { code } = await runCommand('import', ['--quarantine', quarantine, '--problems', csv, pages()], bench.environment);

      expect(code).toBe(1);
      expect(readFileSync(csv, 'utf8')).toMatch(
        /^\uFEFFpage,line,rule,severity,found,expected,message\n.+3\.txt,5,date-invalid,error,31\.02\.2021,.+\n$/,
      );
      const [file = ''] = readdirSync(quarantine, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('3.txt'));
      const page = path.join(quarantine, file);
      writeFileSync(page, readFileSync(page, 'utf8').replace('31.02', '28.02'));
      const mended = await runCommand('import', [quarantine], bench.environment);
      expect([mended.code, mended.stdout]).toEqual([0, expect.stringContaining('1 page: 1 created')]);
    });

    it('makes the secrets that are missing, once, for their owner only', async () => {
      const file = bench.environment['ENV_PATH'] ?? '';
      writeFileSync(file, 'PORT=\nJWT_SECRET=mine');
      await runCommand('import', ['--dry-run', pages()], bench.environment);
      const made = readFileSync(file, 'utf8');
      await runCommand('import', ['--dry-run', pages()], bench.environment);

      expect(readFileSync(file, 'utf8')).toBe(made);
      expect(made.startsWith('PORT=\nJWT_SECRET=mine\n')).toBe(true);
      for (const name of SECRET_NAMES) expect(made.match(new RegExp(`^${name}=.+$`, 'gm'))).toHaveLength(1);

      rmSync(file);
      await runCommand('import', ['--dry-run', pages()], bench.environment);
      expect(readFileSync(file, 'utf8')).not.toContain(/APP_KEYS=(.*)/.exec(made)?.[1]);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    });
  });

  it('are those of package.json', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    for (const name of ['newsroom', 'import', 'recognise']) expect(scripts[name]).toBe(`node src/cli/launch.js ${name}`);
  });
});
