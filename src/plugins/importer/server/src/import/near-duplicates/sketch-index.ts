import { bandOrders } from './band-order';
import { BINS, similarityOf } from './sketch';
import { createUnionFind, type UnionFind } from './union-find';

/** Sketches by the thousand, to be grouped. */
export interface SketchIndex {
  /** Adds a sketch. @returns its number: they are counted from 0. */
  add(sketch: string): number;
  /**
   * The groups of two or more stories that say nearly the same, as numbers of their sketches. Members stand in the order in which
   * they were added, and groups in that of their first members.
   *
   * @param pause lets others go on now and then: a million sketches take some seconds.
   */
  groups(pause?: () => Promise<void>): Promise<number[][]>;
}

/**
 * Stories that share so much of their shingles say nearly the same: a few words were changed. Stories of the same category share
 * less than a tenth. Between the two it is far enough that the error of an estimate does not matter.
 */
const NEARLY_THE_SAME = 0.65;

/** So many bins of two such stories agree. */
const LEAST_AGREEING = Array.from({ length: BINS + 1 }, (_, agreeing) => agreeing).findIndex((n) => similarityOf(n) >= NEARLY_THE_SAME);

/**
 * Of those that agree with it in a band a sketch is compared with at most so many, one of each group: a million pages that say
 * the same are compared a million times, not a million squared.
 */
const MOST_COMPARED = 16;

const FIRST_CAPACITY = 1024;

function agreeingBins(bytes: Uint8Array, index: number, other: number): number {
  let agreeing = 0;
  for (let bin = 0; bin < BINS; bin += 1) if (bytes[index * BINS + bin] === bytes[other * BINS + bin]) agreeing += 1;
  return agreeing;
}

/** Joins what is nearly the same among sketches that agree in a band. */
function joinAlike(bytes: Uint8Array, alike: Uint32Array, groups: UnionFind): void {
  const compared: number[] = [];
  for (const index of alike) {
    let isNew = true;
    for (const other of compared) {
      const isJoined = groups.find(index) === groups.find(other);
      if (!isJoined && agreeingBins(bytes, index, other) < LEAST_AGREEING) continue;
      if (!isJoined) groups.join(index, other);
      isNew = false;
    }
    if (isNew && compared.length < MOST_COMPARED) compared.push(index);
  }
}

function groupsIn(count: number, joined: UnionFind): number[][] {
  const groups = new Map<number, number[]>();
  for (let index = 0; index < count; index += 1) {
    const root = joined.find(index);
    if (root === index) continue;
    const group = groups.get(root);
    if (group) group.push(index);
    else groups.set(root, [root, index]);
  }
  return [...groups.values()].sort(([a = 0], [b = 0]) => a - b);
}

/**
 * Makes an empty index. It finds nearly equal sketches among a million without comparing each with each: only those that agree
 * in one of 12 bands of 4 bins (locality-sensitive hashing: Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4). It
 * takes 48 bytes a sketch, up to twice that while it grows, and 16 more while it groups.
 */
export function createSketchIndex(): SketchIndex {
  let bytes = Buffer.alloc(FIRST_CAPACITY * BINS);
  let count = 0;

  return {
    add(sketch) {
      if ((count + 1) * BINS > bytes.length) bytes = Buffer.concat([bytes], 2 * bytes.length);
      bytes.write(sketch, count * BINS, BINS, 'base64');
      count += 1;
      return count - 1;
    },

    async groups(pause = () => Promise.resolve()) {
      const all = bytes.subarray(0, count * BINS);
      const joined = createUnionFind(count);
      for (const { keys, order } of bandOrders(all)) {
        await pause();
        let [start, startKey] = [0, keys[order[0] ?? 0]];
        for (let end = 1; end <= count; end += 1) {
          // The keys lie all over the memory: each is fetched once.
          const key = end < count ? keys[order[end] ?? 0] : undefined;
          if (key === startKey) continue;
          if (end - start > 1) joinAlike(all, order.subarray(start, end), joined);
          [start, startKey] = [end, key];
        }
      }
      return groupsIn(count, joined);
    },
  };
}
