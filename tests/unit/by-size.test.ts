import { bySize } from '../../src/plugins/importer/server/src/database/by-size';

const sizesOf = (sizes: readonly (number | string)[], most: number) =>
  bySize(
    sizes.map((size) => ({ size })),
    most,
  ).map((group) => group.map(({ size }) => Number(size)));

test.each<readonly [readonly (number | string)[], number[][]]>([
  [[], []],
  [
    [4, 4, 4],
    [[4, 4], [4]],
  ],
  [
    [4, '4', 4],
    [[4, 4], [4]],
  ],
  [
    [20, 1, 1],
    [[20], [1, 1]],
  ],
  [
    [1, 20, 1],
    [[1], [20], [1]],
  ],
  [[0, 0, 0], [[0, 0, 0]]],
])('%j in groups of at most 10 bytes are %j', (sizes, groups) => expect(sizesOf(sizes, 10)).toEqual(groups));
