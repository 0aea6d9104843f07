import type { Page } from '../page';
import type { SiteProfile } from '../profile';
import { type WorkerPool, createWorkerPool } from '../workers/worker-pool';
import { type WarmPool, threadsFor } from '../workers/warm-pool';
import { type KnownSite, knownSite } from './known-site';
import { createLearner } from './learn';
import type { LearntSite } from './learn-site';
import { readingKey } from './reading-key';

/** Reads the pages of one site, in other threads where that pays. */
export interface Reader extends WorkerPool {
  /** How pages are read, as one key: see `readingKey`. */
  readonly reading: string;
  /** What is known about the site by now. */
  readonly known: KnownSite;
  /** So many batches are to be read ahead, for all threads to have work while a chunk is written. */
  readonly ahead: number;
}

interface ReaderOptions {
  /** How many pages there are. */
  readonly total: number;
  /** As many as pay when left out; with 0 pages are read in the calling thread. */
  readonly threads?: number | undefined;
  readonly keepFaulty: boolean;
  /** What an earlier run has learnt: then nothing is learnt anew. */
  readonly learnt?: LearntSite | undefined;
  /** Threads that may have started already. */
  readonly warmPool?: WarmPool | undefined;
  /** Lets others go on while it learns, which takes a tenth of a second. */
  readonly pause?: (() => Promise<void>) | undefined;
}

/** So long it learns between two pauses, in milliseconds. */
const MOST_MS = 10;

/**
 * Batches of two large chunks: the threads go on while one is written, and what they are ahead by makes up for moments in which they
 * get no processor (measured: with one chunk's the writing thread waits for them twice as long).
 */
const BATCHES_AHEAD = 8;

/**
 * Learns from some pages of a site what they have in common, and makes a reader for all of them.
 *
 * @param sample pages from all over the site.
 */
export async function learnReader(
  sample: readonly Page[],
  profile: SiteProfile,
  { total, threads = threadsFor(total), keepFaulty, learnt: before, warmPool, pause }: ReaderOptions,
): Promise<Reader> {
  const learner = createLearner(profile);
  let since = -Infinity;
  for (const page of sample) {
    if (performance.now() - since > MOST_MS) {
      await pause?.();
      since = performance.now();
    }
    learner.lookAt(page);
  }
  const learnt = before ?? learner.learnt();
  return {
    ...createWorkerPool({ threads, profile, learnt, keepFaulty }, warmPool),
    reading: readingKey(profile, learnt),
    known: knownSite(profile, learnt),
    ahead: threads === 0 ? 0 : threads + BATCHES_AHEAD,
  };
}
