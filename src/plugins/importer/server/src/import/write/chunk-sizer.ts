/** How many pages a chunk may hold, so that writing it takes a given time. */
export interface ChunkSizer {
  /** Pages that the next chunk may hold. */
  size(targetMs: number): number;
  /** Learns from a chunk that was written. */
  took(pages: number, ms: number): void;
}

const FIRST = 10;
const LARGEST = 500;

/** How much the newest chunk counts against those before it. */
const WEIGHT = 0.3;

/** A chunk grows at most so many times over the one before: one that was quick by chance must not make a huge one. */
const GROWTH = 2;

/** Sizes chunks by what the ones before have cost. */
export function createChunkSizer(): ChunkSizer {
  let msPerPage: number | null = null;
  let last = FIRST;

  return {
    size: (targetMs) => (msPerPage === null ? FIRST : Math.max(1, Math.min(LARGEST, last * GROWTH, Math.floor(targetMs / msPerPage)))),
    took(pages, ms) {
      if (pages === 0) return;
      const newest = Math.max(0.001, ms / pages);
      msPerPage = msPerPage === null ? newest : msPerPage * (1 - WEIGHT) + newest * WEIGHT;
      last = pages;
    },
  };
}
