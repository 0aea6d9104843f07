import { aheadInOrder, type Begun, pageBatches } from '../../src/plugins/importer/server/src/import/read/page-batches';
import { openSource } from '../../src/plugins/importer/server/src/import/source/open-source';
import { makeTar, makeZip } from '../helpers/make-archive';
import { useSourceFolder } from '../helpers/source-bench';

const { at, write } = useSourceFolder();

const named = (count: number) => Array.from({ length: count }, (_, index) => `${String(index).padStart(4, '0')}.txt`);

const KINDS: readonly (readonly [string, (name: string, content: string, count: number) => Promise<string> | string])[] = [
  [
    'folder',
    (name, content, count) => {
      for (const page of named(count)) write(`${name}/${page}`, content);
      return at(name);
    },
  ],
  ['zip', (name, content, count) => write(`${name}.zip`, makeZip(named(count).map((page) => ({ name: page, content }))))],
  ['tar', async (name, content, count) => write(`${name}.tar`, await makeTar(named(count).map((page) => ({ name: page, content }))))],
];

describe.each(KINDS)('batches of a %s', (_kind, make) => {
  const sizesOf = async (content: string, count: number, skip = 0) => {
    const source = await openSource([await make('pages', content, count)]);
    const sizes: number[] = [];
    for await (const { pages } of pageBatches(source, 10, skip)) sizes.push(pages.length);
    return sizes;
  };

  test('hold as many ordinary pages as are asked for', async () => expect(await sizesOf('x'.repeat(4000), 25)).toEqual([10, 10, 5]));

  test('hold fewer long pages', async () => expect(await sizesOf('x'.repeat(250_000), 6)).toEqual([3, 3]));

  test('hold very long pages alone', async () => expect(await sizesOf('x'.repeat(2_000_000), 3)).toEqual([1, 1, 1]));

  test('of what is skipped nothing is read', async () => {
    const source = await openSource([await make('pages', 'x'.repeat(100_000), 12)]);
    const met = [];
    for await (const { pages } of pageBatches(source, 100, 10)) met.push(...pages);
    expect(met.map(({ size }) => size)).toEqual([...Array<number>(10).fill(0), 100_000, 100_000]);
    expect(met.slice(0, 10).every(({ content }) => content === null)).toBe(true);
  });
});

describe('work that is begun ahead', () => {
  /** What is begun of some work when the first of it is asked for, and how it comes out. */
  async function run(weights: readonly number[], most: number) {
    let begun = 0;
    // eslint-disable-next-line @typescript-eslint/require-await
    async function* begin(): AsyncGenerator<Begun<number>> {
      for (const [index, weight] of weights.entries()) {
        begun += 1;
        yield { result: Promise.resolve(index), weight };
      }
    }
    const results: number[] = [];
    let first = 0;
    for await (const result of aheadInOrder(begin(), most)) {
      first ||= begun;
      results.push(result);
    }
    return { first, results };
  }

  test('is bounded by number', async () => expect(await run([1, 1, 1, 1, 1, 1], 3)).toEqual({ first: 4, results: [0, 1, 2, 3, 4, 5] }));

  test('is bounded by bytes, and goes on with what is too heavy by itself', async () =>
    expect(await run([200_000_000, 200_000_000, 200_000_000], 3)).toEqual({ first: 1, results: [0, 1, 2] }));

  test('that fails is heard of by whoever waits for it', async () => {
    // eslint-disable-next-line @typescript-eslint/require-await
    async function* begin(): AsyncGenerator<Begun<number>> {
      yield { result: Promise.resolve(1), weight: 1 };
      yield { result: Promise.reject(new Error('broken')), weight: 1 };
    }
    const results: number[] = [];
    const work = (async () => {
      for await (const result of aheadInOrder(begin(), 3)) results.push(result);
    })();
    await expect(work).rejects.toThrow('broken');
    expect(results).toEqual([1]);
  });
});
