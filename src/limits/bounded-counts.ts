import { LRUCache } from 'lru-cache';

/** Those that have not been counted for the longest time are forgotten first. */
const MOST_KEYS = 20_000;

/** How often something was done since its time began. */
export interface Count {
  times: number;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Counts by a key for a span of time each. It takes a few megabytes, however many keys there are: anybody can make up addresses and names. */
export function createBoundedCounts(): { of(key: string, milliseconds: number): Count } {
  const counts = new LRUCache<string, Count>({ max: MOST_KEYS });
  return {
    of(key, milliseconds) {
      const now = Date.now();
      const known = counts.get(key);
      if (known !== undefined && known.until > now) return known;
      const begun = { times: 0, until: now + milliseconds };
      counts.set(key, begun);
      return begun;
    },
  };
}
