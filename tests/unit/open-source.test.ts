import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { LIMITS } from '../../src/plugins/importer/server/src/import/source/limits';
import { openSource } from '../../src/plugins/importer/server/src/import/source/open-source';
import { eachOf } from '../../src/plugins/importer/server/src/import/source/source';
import { SourceError } from '../../src/plugins/importer/server/src/import/source/source-error';
import { findAll, useSourceFolder } from '../helpers/source-bench';

const { at, write, read } = useSourceFolder();

/** Makes files with their own name as content. */
const make = (...names: string[]) => names.forEach((name) => write(name, name));

const root = () => at();
const pagesIn = async (...paths: string[]) => (await findAll(paths)).map((found) => path.relative(root(), found.path));

describe('the pages of a source', () => {
  test('are the files of a folder and of all folders below it, in name order', async () => {
    make('b.txt', 'a/2.txt', 'a/10.txt', 'a/1.txt', 'c/d/e.txt', 'a.txt', 'Я.txt', 'без-расширения');
    expect(await pagesIn(root())).toEqual(['a/1.txt', 'a/10.txt', 'a/2.txt', 'a.txt', 'b.txt', 'c/d/e.txt', 'Я.txt', 'без-расширения']);
  });

  test('are in the order of the given paths, each once', async () => {
    make('b/1.txt', 'a/1.txt', 'single.txt');
    expect(await pagesIn(at('single.txt'), at('b'), at('a'), at('b/1.txt'), at('b'))).toEqual(['single.txt', 'b/1.txt', 'a/1.txt']);
  });

  test('do not count hidden files and folders', async () => {
    make('1.txt', '.DS_Store', '.git/config', 'a/.hidden.txt', 'a/2.txt');
    expect(await pagesIn(root())).toEqual(['1.txt', 'a/2.txt']);
  });

  test('say where they lie on disk, but not in an archive', async () => {
    make('1.txt', '2.txt');
    execFileSync('tar', ['-C', root(), '-cf', at('3.tar'), '1.txt']);
    const files = (await findAll([root()])).map((found) => (found.kind === 'page' ? found.file : null));
    expect(files).toEqual([at('1.txt'), at('2.txt'), undefined]);
  });

  test('are none in an empty folder', async () => {
    expect(await findAll([root()])).toEqual([]);
  });

  test('are found again each time, with the same names', async () => {
    make('1.txt', 'a/2.txt');
    const source = await openSource([root()]);
    const rounds = [];
    for (let round = 0; round < 2; round += 1) {
      const names = [];
      for await (const { name } of eachOf(source)) names.push(name);
      rounds.push(names);
    }
    expect(rounds[0]).toHaveLength(2);
    expect(rounds[1]).toEqual(rounds[0]);
  });

  test('are named by their place below the working directory, and by their full path elsewhere', async () => {
    make('a/1.txt');
    const pages = await findAll([root(), path.relative(process.cwd(), __filename)]);
    const own = path.relative(process.cwd(), __filename).split(path.sep).join('/');
    expect(pages.map(({ name }) => name)).toEqual([at('a/1.txt').split(path.sep).join('/'), own]);
  });

  test('have the same name however the folder was given', async () => {
    const folder = path.relative(process.cwd(), __dirname);
    const given = [folder, `./${folder}/`, __dirname, path.join(__dirname, '..', 'unit')];
    const [first, ...others] = await Promise.all(given.map(async (one) => (await findAll([one])).map(({ name }) => name)));
    expect(first).toContain('tests/unit/open-source.test.ts');
    for (const other of others) expect(other).toEqual(first);
  });
});

describe('a folder with site data', () => {
  test('holds no pages, also not further down, and tells where the data is', async () => {
    make('pages/1.txt', 'site/site.json', 'site/readme.txt', 'site/logos/a.svg');
    expect(await read([root()])).toEqual(['pages/1.txt: pages/1.txt', 'site/site.json is site data']);
  });

  test('may be given itself, or its file', async () => {
    make('site/site.json', 'site/readme.txt');
    for (const given of ['site', 'site/site.json']) expect(await read([at(given)])).toEqual(['site/site.json is site data']);
  });

  test('is none when only a folder bears the name', async () => {
    make('site.json/1.txt');
    expect(await pagesIn(root())).toEqual(['site.json/1.txt']);
  });
});

describe('a path that does not exist', () => {
  test('is an error that names every such path', async () => {
    make('1.txt');
    const opening = openSource([at('gone.txt'), at('1.txt'), at('lost/folder')]);
    await expect(opening).rejects.toThrow(SourceError);
    await expect(opening).rejects.toThrow(/gone\.txt.*lost.folder/s);
    await expect(opening).rejects.not.toThrow(/1\.txt/);
  });

  test('is a fault when it goes between being looked for and being read', async () => {
    make('1.txt', 'a/2.txt', '3.txt');
    const source = await openSource([at('1.txt'), at('a'), at('3.txt')]);
    rmSync(at('1.txt'));
    rmSync(at('a'), { recursive: true });
    const contents = [];
    for await (const found of eachOf(source)) contents.push(found.kind === 'page' && (await found.read()));
    expect(contents).toEqual(
      [{ rule: 'unreadable' }, { rule: 'unreadable' }, Buffer.from('3.txt')].map((one) => expect.objectContaining(one) as unknown),
    );
  });
});

describe('a page', () => {
  test('is at most so large, and is not read when it is larger', async () => {
    write('1.txt', 'x');
    write('2.txt', 'x');
    truncateSync(at('1.txt'), LIMITS.page);
    truncateSync(at('2.txt'), 8 * 1024 * LIMITS.page);
    const [whole, large] = await findAll([root()]);
    expect(whole?.kind === 'page' && (await whole.read())).toHaveLength(LIMITS.page);
    expect(large?.kind === 'page' && (await large.read())).toMatchObject({
      rule: 'page-too-large',
      found: '80 GB',
      expected: 'at most 10 MB',
    });
  });
});

describe('links', () => {
  test('are followed below the given folder, others are told of', async () => {
    make('outside.txt', 'given/a/1.txt', 'given/2.txt', 'elsewhere/3.txt');
    symlinkSync('a/1.txt', at('given/l1'));
    symlinkSync(at('given/a'), at('given/l2'));
    symlinkSync('../outside.txt', at('given/l3'));
    symlinkSync(at('elsewhere'), at('given/l4'));
    symlinkSync('nowhere', at('given/l5'));
    symlinkSync('l6', at('given/l6'));
    symlinkSync('/dev/zero', at('given/l7'));
    const found = await read([at('given')]);
    expect(found).toEqual([
      'given/2.txt: given/2.txt',
      'given/a/1.txt: given/a/1.txt',
      'given/l1: given/a/1.txt',
      'given/l3: link-unfollowed, a link to outside.txt',
      'given/l4: link-unfollowed, a link to elsewhere',
      expect.stringMatching(/^given\/l5: unreadable, ENOENT/),
      expect.stringMatching(/^given\/l6: unreadable, ELOOP/),
      'given/l7: link-unfollowed, a link to /dev/zero',
    ]);
  });

  test('are followed wherever they lead when they are given themselves', async () => {
    make('there/1.txt', '2.txt');
    symlinkSync(at('there'), at('folder'));
    symlinkSync(at('2.txt'), at('file'));
    expect(await read([at('folder'), at('file')])).toEqual(['folder/1.txt: there/1.txt', 'file: 2.txt']);
  });

  test('in circles, or to what is walked already, have an end', async () => {
    make('a/1.txt', 'z/2.txt');
    symlinkSync(root(), at('a/up'));
    symlinkSync(at('z'), at('a/z'));
    symlinkSync(at('a'), at('z/a'));
    symlinkSync('.', at('z/self'));
    expect(await pagesIn(root())).toEqual(['a/1.txt', 'a/z/2.txt', 'z/2.txt']);
  });

  test('to each other in many ways have an end', async () => {
    for (let level = 0; level < 30; level += 1) {
      make(`${level}/page.txt`);
      for (const way of ['x', 'y', 'z']) symlinkSync(`../${level + 1}`, at(`${level}/${way}`));
    }
    mkdirSync(at('30'));
    expect((await pagesIn(root())).length).toBeLessThan(100);
  });
});

describe('what is no file', () => {
  test('is told of, and never waited for', async () => {
    make('1.txt');
    execFileSync('mkfifo', [at('2.pipe')]);
    const server = createServer().listen(at('3.sock'));
    await new Promise((resolve) => server.on('listening', resolve));
    try {
      expect(await read([root(), at('2.pipe'), '/dev/null'])).toEqual([
        '1.txt: 1.txt',
        '2.pipe: unreadable, a named pipe',
        '3.sock: unreadable, a socket',
        '/dev/null: unreadable, a device',
      ]);
    } finally {
      server.close();
    }
  });
});
