import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listSource, readPage, SourceError } from '../../src/plugins/importer/server/src/pipeline/source/list-source';
import { samplePages } from '../../src/plugins/importer/server/src/pipeline/source/sample-pages';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'list-source-'));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const at = (...names: string[]) => path.join(root, ...names);

/** Makes files with their own name as content, and the folders above them. */
function make(...names: string[]): void {
  for (const name of names) {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), name);
  }
}

const below = (paths: readonly string[]) => paths.map((full) => path.relative(root, full));
const pagesIn = async (...paths: string[]) => below((await listSource(paths)).pages.map((page) => page.path));

describe('the pages of a source', () => {
  test('are the files of a folder and of all folders below it, in name order', async () => {
    make('b.txt', 'a/2.txt', 'a/10.txt', 'a/1.txt', 'c/d/e.txt', 'a.txt', 'Я.txt', 'без-расширения');
    expect(await pagesIn(root)).toEqual(['a/1.txt', 'a/10.txt', 'a/2.txt', 'a.txt', 'b.txt', 'c/d/e.txt', 'Я.txt', 'без-расширения']);
  });

  test('are in the order of the given paths', async () => {
    make('b/1.txt', 'a/1.txt', 'single.txt');
    expect(await pagesIn(at('single.txt'), at('b'), at('a'))).toEqual(['single.txt', 'b/1.txt', 'a/1.txt']);
  });

  test('do not count hidden files and folders', async () => {
    make('1.txt', '.DS_Store', '.git/config', 'a/.hidden.txt', 'a/2.txt');
    expect(await pagesIn(root)).toEqual(['1.txt', 'a/2.txt']);
  });

  test('are none in an empty folder', async () => {
    expect(await listSource([root])).toEqual({ pages: [], siteData: [] });
  });

  test('are named by their place below the working directory, and by their full path elsewhere', async () => {
    make('a/1.txt');
    const { pages } = await listSource([root, path.relative(process.cwd(), __filename)]);
    const own = path.relative(process.cwd(), __filename).split(path.sep).join('/');
    expect(pages.map(({ name }) => name)).toEqual([at('a/1.txt').split(path.sep).join('/'), own]);
  });

  test('have the same name however the folder was given', async () => {
    const folder = path.relative(process.cwd(), __dirname);
    const listings = await Promise.all(
      [folder, `./${folder}/`, __dirname, path.join(__dirname, '..', 'unit')].map((given) => listSource([given])),
    );
    const [first, ...others] = listings.map(({ pages }) => pages.map(({ name }) => name));
    expect(first).toContain('tests/unit/list-source.test.ts');
    for (const other of others) expect(other).toEqual(first);
  });
});

describe('a folder with site data', () => {
  test('holds no pages, also not further down, and tells where the data is', async () => {
    make('pages/1.txt', 'site/site.json', 'site/readme.txt', 'site/logos/a.svg');
    const { pages, siteData } = await listSource([root]);
    expect(below(pages.map((page) => page.path))).toEqual(['pages/1.txt']);
    expect(below(siteData)).toEqual(['site/site.json']);
  });

  test('may be given itself, or its file', async () => {
    make('site/site.json', 'site/readme.txt');
    expect(await listSource([at('site')])).toEqual({ pages: [], siteData: [at('site/site.json')] });
    expect(await listSource([at('site/site.json')])).toEqual({ pages: [], siteData: [at('site/site.json')] });
  });

  test('is none when only a folder bears the name', async () => {
    make('site.json/1.txt');
    expect(await pagesIn(root)).toEqual(['site.json/1.txt']);
  });
});

describe('a path that does not exist', () => {
  test('is an error that names every such path', async () => {
    make('1.txt');
    const listing = listSource([at('gone.txt'), at('1.txt'), at('lost/folder')]);
    await expect(listing).rejects.toThrow(SourceError);
    await expect(listing).rejects.toThrow(/gone\.txt.*lost.folder/s);
    await expect(listing).rejects.not.toThrow(/1\.txt/);
  });
});

describe('reading', () => {
  test('yields the bytes of a page', async () => {
    make('1.txt');
    const page = await readPage({ name: '1.txt', path: at('1.txt') });
    expect(page).toEqual({ name: '1.txt', path: at('1.txt'), bytes: Buffer.from('1.txt') });
  });

  test('yields an error for a page that has gone, and does not throw', async () => {
    expect(await readPage({ name: '1.txt', path: at('1.txt') })).toBeInstanceOf(Error);
  });
});

describe('a sample', () => {
  const named = (count: number) => Array.from({ length: count }, (_, index) => `${String(index).padStart(3, '0')}.txt`);

  test('is every page of a small source', async () => {
    make(...named(5));
    const sample = await samplePages((await listSource([root])).pages);
    expect(sample.map((page) => Buffer.from(page.bytes).toString())).toEqual(named(5));
  });

  test('is spread over all of a large source, with no page twice', async () => {
    make(...named(901));
    const sample = await samplePages((await listSource([root])).pages);
    const places = sample.map((page) => Number.parseInt(path.basename(page.path), 10));
    expect(new Set(places).size).toBe(300);
    expect(Math.max(...places.map((place, index) => place - (places[index - 1] ?? 0)))).toBeLessThanOrEqual(4);
    expect(places.at(-1)).toBeGreaterThan(890);
  });

  test('does without the pages that can not be read', async () => {
    make('1.txt', '2.txt');
    const { pages } = await listSource([root]);
    rmSync(at('1.txt'));
    expect(below((await samplePages(pages)).map((page) => page.path))).toEqual(['2.txt']);
  });

  test('of nothing is nothing', async () => {
    expect(await samplePages([])).toEqual([]);
  });
});
