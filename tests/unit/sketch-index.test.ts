import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sketchOf } from '../../src/plugins/importer/server/src/import/near-duplicates/sketch';
import { createSketchIndex } from '../../src/plugins/importer/server/src/import/near-duplicates/sketch-index';
import { changedStory, paragraphsOf, storyWords } from '../helpers/story-texts';

function groupsOf(sketches: readonly string[]): Promise<number[][]> {
  const index = createSketchIndex();
  for (const sketch of sketches) index.add(sketch);
  return index.groups();
}

const sketch = (words: readonly string[]) => sketchOf(paragraphsOf(words)) ?? '';

/** A sketch like no other. */
const anySketch = (text: string) => createHash('sha384').update(text).digest('base64');

test('numbers are given in order', async () => {
  const index = createSketchIndex();
  expect([await index.groups(), index.add(anySketch('a')), index.add(anySketch('b')), await index.groups()]).toEqual([[], 0, 1, []]);
});

test.each([1, 3, 5])('a story of 100 to 500 words is found again when %i words were changed', async (changes) => {
  const stories = fc.sample(changedStory(100, 500, changes), { numRuns: 1000, seed: changes });
  const groups = await groupsOf(stories.flatMap((pair) => pair.map(sketch)));
  const found = groups.filter(([first = -1, second, ...more]) => first % 2 === 0 && second === first + 1 && more.length === 0);
  expect(found.length / stories.length).toBeGreaterThan(0.99);
  expect(groups).toHaveLength(found.length);
});

test('stories made of the same eighty words in another order are others', async () => {
  const stories = fc.sample(storyWords(30, 300), { numRuns: 2000, seed: 1 });
  expect(await groupsOf(stories.map(sketch))).toEqual([]);
});

test('every member of a large group is found, in order, among stories like no other', async () => {
  const same = sketch(['маяк', 'покрасили', 'заново']);
  const sketches = Array.from({ length: 5000 }, (_, number) => (number % 5 === 1 ? same : anySketch(String(number))));
  const members = sketches.flatMap((one, number) => (one === same ? [number] : []));
  expect(await groupsOf(sketches)).toEqual([members]);
});

test('ten times the sketches that say the same, or agree in a third of their bins, take about ten times as long', async () => {
  const common = Buffer.from(anySketch('common'), 'base64').subarray(0, 16);
  const template = (number: number) =>
    Buffer.concat([common, Buffer.from(anySketch(String(number)), 'base64').subarray(16)]).toString('base64');
  const cpuMs = async (count: number) => {
    const sketches = Array.from({ length: count }, (_, number) => (number % 2 === 0 ? anySketch('same') : template(number)));
    const before = process.cpuUsage();
    expect((await groupsOf(sketches)).map((group) => group.length)).toEqual([count / 2]);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  await cpuMs(1000);
  // A hundred times would be squared.
  expect(await cpuMs(50_000)).toBeLessThan(50 * (await cpuMs(5000)));
});
