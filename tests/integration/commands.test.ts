import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { makeTar, makeZip } from '../helpers/make-archive';
import { ROOT, temporaryFolder } from '../helpers/newsroom';
import { pageText, writePages } from '../helpers/page-text';
import { runCommand } from '../helpers/run-command';

jest.setTimeout(120_000);

const SECRET_NAMES = ['APP_KEYS', 'API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY', 'JWT_SECRET'];

describe('the commands', () => {
  let folder: string;
  let environment: Record<string, string>;

  beforeEach(() => {
    folder = temporaryFolder();
    environment = {
      ENV_PATH: path.join(folder, 'env'),
      DATABASE_FILENAME: path.join(folder, 'data', 'newsroom.db'),
      PUBLIC_FOLDER: path.join(folder, 'public'),
    };
    writePages(path.join(folder, 'pages'), { '1.txt': pageText(), '2.txt': pageText({ title: 'Мост закрыт на день' }) });
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const pages = () => path.join(folder, 'pages');
  const oneLine = expect.stringMatching(/^[^\n]+\n$/) as string;

  describe('recognise', () => {
    it('prints one JSON object a line and nothing else, whatever the pages hold', async () => {
      writePages(pages(), { '3.txt': '' });
      const { code, stdout, stderr } = await runCommand('recognise', [pages()], environment);

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
      expect(existsSync(environment['ENV_PATH'] ?? '')).toBe(false);
    });

    it.each([
      ['one page', '-', () => Buffer.from(pageText())],
      ['a zip', '-!/a/1.txt', () => makeZip([{ name: 'a/1.txt', content: pageText() }])],
      ['a packed tar', '-!/a/1.txt', async () => gzipSync(await makeTar([{ name: 'a/1.txt', content: pageText() }]))],
    ])('reads %s from standard input, and removes what it kept of it', async (_what, page, make) => {
      const { code, stdout, stderr } = await runCommand('recognise', ['-'], { ...environment, TMPDIR: folder }, await make());
      expect([code, stderr]).toEqual([0, '']);
      expect(JSON.parse(stdout)).toMatchObject({ page, title: 'На набережной открылась выставка рыбацких лодок', problems: [] });
      expect(readdirSync(folder).filter((name) => name.startsWith('newsroom-'))).toEqual([]);
    });

    it('takes the language and the time zone of the pages', async () => {
      const args = ['--locale', 'en', '--time-zone', 'Europe/London', path.join(pages(), '1.txt')];
      const { stdout } = await runCommand('recognise', args, environment);
      expect(JSON.parse(stdout)).toMatchObject({ locale: 'en', datePublished: '2021-06-05T09:15:00.000Z' });
    });

    it('takes the time zone of the configuration, and one that is set but empty counts as unset', async () => {
      const zoned = await runCommand('recognise', [path.join(pages(), '1.txt')], { ...environment, SITE_TIME_ZONE: 'UTC' });
      expect(JSON.parse(zoned.stdout)).toMatchObject({ datePublished: '2021-06-05T10:15:00.000Z' });
      const empty = await runCommand('recognise', [path.join(pages(), '1.txt')], { ...environment, SITE_TIME_ZONE: '' });
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
      ['import', ['/nowhere/at/all', '/nor/here']],
      ['newsroom', ['--unknown']],
    ])('of %s %j ends with 2 and says on standard error what is wrong', async (name, args) => {
      const { code, stdout, stderr } = await runCommand(name, args, environment);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/error:|nothing that can be read/);
      for (const given of args.filter((arg) => arg.startsWith('/'))) expect(stderr).toContain(given);
    });
  });

  describe('import', () => {
    it('prints a summary and no progress bar where there is no terminal, and ends with 0', async () => {
      const { code, stdout, stderr } = await runCommand('import', [pages()], environment);
      expect(code).toBe(0);
      expect(stdout).toContain('2 pages: 2 created, 0 updated, 0 unchanged, 0 kept, 0 problems');
      expect(stderr).not.toMatch(/[█░]/);
    });

    it('prints one report and nothing else with --json, and ends with 1 when there are problems', async () => {
      writePages(pages(), { '3.txt': pageText({ meta: '31.02.2021 Культура' }) });
      const { code, stdout } = await runCommand('import', ['--json', pages()], environment);
      const report = JSON.parse(stdout) as Record<string, unknown>;
      expect([code, report]).toMatchObject([
        1,
        { dryRun: false, counts: { created: 2, problems: 1 }, problems: [{ rule: 'date-invalid', line: 5, found: '31.02.2021' }] },
      ]);
    });

    it('reads standard input', async () => {
      const { code, stdout } = await runCommand('import', ['-'], environment, makeZip([{ name: '1.txt', content: pageText() }]));
      expect(code).toBe(0);
      expect(stdout).toContain('1 pages: 1 created');
    });

    it('makes the secrets that are missing, once, for their owner only', async () => {
      const file = environment['ENV_PATH'] ?? '';
      writeFileSync(file, 'JWT_SECRET=mine\nPORT=\n');
      await runCommand('import', ['--dry-run', pages()], environment);
      const made = readFileSync(file, 'utf8');
      await runCommand('import', ['--dry-run', pages()], environment);

      expect(readFileSync(file, 'utf8')).toBe(made);
      expect(made.startsWith('JWT_SECRET=mine\n')).toBe(true);
      for (const name of SECRET_NAMES) expect(made.match(new RegExp(`^${name}=.+$`, 'gm'))).toHaveLength(1);

      rmSync(file);
      await runCommand('import', ['--dry-run', pages()], environment);
      expect(readFileSync(file, 'utf8')).not.toContain(/APP_KEYS=(.*)/.exec(made)?.[1]);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    });
  });

  describe('a start that can not be', () => {
    it('in production: names every secret that is missing, and makes none', async () => {
      const production = { ...environment, NODE_ENV: 'production', JWT_SECRET: 'given', APP_KEYS: '' };
      const { code, stdout, stderr } = await runCommand('newsroom', [pages()], production);
      expect([code, stdout, stderr]).toEqual([1, '', oneLine]);
      for (const name of SECRET_NAMES.filter((secret) => secret !== 'JWT_SECRET')) expect(stderr).toContain(name);
      expect(stderr).not.toMatch(/ JWT_SECRET/);
      expect(existsSync(environment['ENV_PATH'] ?? '')).toBe(false);
    });

    it.each([
      ['an unsupported database client', { DATABASE_CLIENT: 'mysql' }, /"mysql" is not supported.*sqlite, postgres/],
      ['a database address of another kind', { DATABASE_URL: 'mysql://root@127.0.0.1/test' }, /"mysql" is not supported/],
      ['a port that is no port', { PORT: 'http' }, /PORT=http/],
      ['a zone that is no zone', { SITE_TIME_ZONE: 'Mars' }, /SITE_TIME_ZONE=Mars: .*IANA/],
    ])('with %s: one clear line', async (_what, variables, message) => {
      const { code, stdout, stderr } = await runCommand('newsroom', [pages()], { ...environment, ...variables });
      expect([code, stdout, stderr]).toEqual([1, '', oneLine]);
      expect(stderr).toMatch(message);
    });

    it('on a port that is taken: one clear line', async () => {
      const other = createServer().listen(0, '127.0.0.1');
      const port = await new Promise<number>((resolve) => other.on('listening', () => resolve((other.address() as AddressInfo).port)));
      await runCommand('import', ['--dry-run', pages()], environment);
      const { code, stdout, stderr } = await runCommand('newsroom', [pages()], { ...environment, PORT: String(port) });
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
      await runCommand('import', ['--dry-run', pages()], environment);
      const file = path.join(folder, 'broken.db');
      make(file);
      const { code, stdout, stderr } = await runCommand('import', [pages()], { ...environment, DATABASE_FILENAME: file });
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toEqual(oneLine);
      expect(stderr).toContain('broken.db');
    });

    it('on a PostgreSQL server that does not answer: one clear line', async () => {
      await runCommand('import', ['--dry-run', pages()], environment);
      const url = { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' };
      const { code, stdout, stderr } = await runCommand('import', [pages()], { ...environment, ...url });
      expect([code, stdout, stderr]).toEqual([1, '', oneLine]);
      expect(stderr).toContain('PostgreSQL');
      expect(stderr).not.toContain('secret');
    });
  });

  it('are those of package.json', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    for (const name of ['newsroom', 'import', 'recognise']) expect(scripts[name]).toBe(`node src/cli/launch.js ${name}`);
  });
});
