/** A source of chance that gives the same numbers again for the same seed. */
export interface Random {
  /** A whole number from 0 to below the limit. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
}

/** Spreads neighbouring numbers over all 32 bits: the finalizer of MurmurHash3. */
function scatter(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * Makes a source of chance: Mulberry32 (Tommy Ettinger, public domain), 32 bits of state.
 *
 * @param seeds numbers that together name one sequence, such as the seed of an archive and the index of a page.
 */
export function createRandom(...seeds: readonly number[]): Random {
  let state = seeds.reduce((hash, seed) => scatter(Math.imul(hash, 31) + seed + 1), 0);

  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);

  return {
    below,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error('There is nothing to pick from');
      return item;
    },
  };
}
