import path from 'node:path';
import { rmSync } from 'node:fs';
import { openSource } from '../../src/plugins/importer/server/src/pipeline/source/open-source';
import { survey } from '../../src/plugins/importer/server/src/pipeline/source/survey';
import { makeTar, makeZip } from '../helpers/make-archive';
import { useSourceFolder } from '../helpers/source-bench';

const { at, write } = useSourceFolder();

const named = (count: number) => Array.from({ length: count }, (_, index) => `${String(index).padStart(4, '0')}.txt`);
const files = (count: number) => named(count).map((name) => ({ name, content: name }));

/** The same pages in each kind of source. */
const KINDS: readonly (readonly [string, (count: number) => Promise<string> | string])[] = [
  [
    'a folder',
    (count) => {
      named(count).forEach((name) => write(`pages/${name}`, name));
      return at('pages');
    },
  ],
  ['a zip', (count) => write('pages.zip', makeZip(files(count)))],
  ['a tar', async (count) => write('pages.tar', await makeTar(files(count)))],
];

describe.each(KINDS)('a survey of %s', (_kind, make) => {
  const look = async (count: number) => survey(await openSource([await make(count)]));

  test('takes every page of a small source', async () => {
    const { total, sample } = await look(5);
    expect([total, sample.map((page) => Buffer.from(page.bytes).toString())]).toEqual([5, named(5)]);
  });

  test('takes pages from all over a large source, no page twice', async () => {
    const { total, sample } = await look(1901);
    const places = sample.map((page) => Number.parseInt(path.basename(page.path), 10));
    expect(total).toBe(1901);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeGreaterThanOrEqual(300);
    expect(places.length).toBeLessThanOrEqual(600);
    expect(Math.max(...places.map((place, index) => place - (places[index - 1] ?? 0)))).toBeLessThanOrEqual(4);
    expect(places.at(-1)).toBeGreaterThan(1890);
  });
});

test('a sample of long pages is smaller, and fits into memory', async () => {
  for (const name of named(40)) write(name, 'x'.repeat(2_000_000));
  const { total, sample } = await survey(await openSource([at()]));
  expect([total, sample.length]).toEqual([40, 10]);
});

test('a survey counts the pages that can not be read, and does without them', async () => {
  write('1.txt', '1');
  write('2.txt', '2');
  write('3.zip', 'no zip');
  const source = await openSource([at('1.txt'), at('2.txt'), at('3.zip')]);
  rmSync(at('1.txt'));
  const counted: number[] = [];
  const { total, sample } = await survey(source, { onCount: (count) => counted.push(count) });
  expect([total, counted, sample.map(({ path: file }) => path.basename(file))]).toEqual([3, [1, 2, 3], ['2.txt']]);
});

test('a survey of nothing is nothing', async () => {
  expect(await survey(await openSource([at()]))).toEqual({ total: 0, sample: [], siteData: [], pageAt: null });
});
