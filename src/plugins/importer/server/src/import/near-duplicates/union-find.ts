/** Groups of numbers that grow together. */
export interface UnionFind {
  /** The number that stands for the group of another. */
  find(index: number): number;
  join(index: number, other: number): void;
}

/** Puts the numbers from 0 to `count` - 1 into groups of their own. Four bytes each. */
export function createUnionFind(count: number): UnionFind {
  const parents = Uint32Array.from({ length: count }, (_, index) => index);
  const parentOf = (index: number) => parents[index] ?? index;

  const find = (index: number): number => {
    let at = index;
    while (parentOf(at) !== at) {
      const above = parentOf(parentOf(at));
      parents[at] = above;
      at = above;
    }
    return at;
  };

  return {
    find,
    // The smallest number stands for its group: groups are then told in the order of their first members.
    join(index, other) {
      const [root, otherRoot] = [find(index), find(other)];
      parents[Math.max(root, otherRoot)] = Math.min(root, otherRoot);
    },
  };
}
