import path from 'node:path';
import { rmSync } from 'node:fs';
import { openSource } from '../../src/plugins/importer/server/src/import/source/open-source';
import { survey } from '../../src/plugins/importer/server/src/import/survey/survey';
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

test('of long pages the beginning and the end are kept, cut at the ends of lines, so that a sample fits into memory', async () => {
  const page = ['headline', ...Array.from({ length: 100_000 }, (_, line) => `line ${line}`), 'heading'].join('\n');
  const archive = makeZip(named(40).map((name) => ({ name, content: page })));
  for (const name of named(40)) write(name, page);
  write('40.zip', archive);
  const { total, sample } = await survey(await openSource([at()]));
  expect([total, sample.length]).toEqual([80, 80]);
  for (const { bytes } of sample) {
    const lines = Buffer.from(bytes).toString().split('\n');
    expect(bytes.length).toBeLessThanOrEqual(64 * 1024);
    expect([lines[0], lines.at(-1)]).toEqual(['headline', 'heading']);
    expect(lines.slice(1, -1).every((line) => /^line \d+$/.test(line))).toBe(true);
  }
});

test('a long page in UTF-16 stays readable without its middle', async () => {
  const page = ['заголовок', ...Array.from({ length: 50_000 }, (_, line) => `строка ${line}`), 'конец'].join('\n');
  write('1.txt', Buffer.from(`\uFEFF${page}`, 'utf16le'));
  const { sample } = await survey(await openSource([at()]));
  const lines = Buffer.from(sample[0]?.bytes ?? [])
    .toString('utf16le')
    .split('\n');
  expect([lines[0], lines.at(-1)]).toEqual(['\uFEFFзаголовок', 'конец']);
  expect(lines.slice(1, -1).every((line) => /^строка \d+$/.test(line))).toBe(true);
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
  expect(await survey(await openSource([at()]))).toEqual({
    total: 0,
    sample: [],
    siteData: [],
    pageAt: null,
    top: expect.anything() as unknown,
  });
});
