import { fingerprint } from './fingerprint';
import type { Known } from './ledger';
import type { MetStories } from './decide';
import type { SeenStories } from './seen-stories';

/** The key under which a path, or an address that a document declares, is kept in the set of story keys. */
export const placeMark = (kind: 'path' | 'address', key: string): string => fingerprint([kind, key]);

/** The stories that a run has met, while a chunk is planned. What the chunk adds counts only once it is written. */
export interface ChunkStories extends MetStories {
  /** Lets what was met count. */
  keep(): void;
}

/**
 * @param seen what was met in chunks before. It does not know the pages, which the ledger knows.
 */
export function meetInChunk(seen: SeenStories, { byStory }: Known): ChunkStories {
  const met = new Map<string, string>();
  const left = new Set<string>();
  const places = new Set<string>();
  const telling = (storyKey: string, page: string) => `${storyKey} ${page}`;
  return {
    firstPage: (storyKey) => met.get(storyKey) ?? (seen.has(storyKey) ? byStory.get(storyKey)?.page : undefined),
    meet: (storyKey, page) => {
      if (!met.has(storyKey)) met.set(storyKey, page);
    },
    leave: (storyKey, page) => void left.add(telling(storyKey, page)),
    hasLeft: (storyKey, page) => left.has(telling(storyKey, page)),
    meetPlace(kind, key) {
      const mark = placeMark(kind, key);
      const isMet = places.has(mark) || seen.has(mark);
      places.add(mark);
      return isMet;
    },
    keep: () => {
      for (const mark of places) seen.add(mark);
      for (const storyKey of met.keys()) seen.add(storyKey);
    },
  };
}
