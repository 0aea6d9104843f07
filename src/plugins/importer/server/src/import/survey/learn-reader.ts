import type { ImportRequest } from '../import-request';
import { type WorkerPool, createWorkerPool } from '../workers/worker-pool';
import { type WarmPool, threadsFor } from '../workers/warm-pool';
import { type KnownSite, knownSite, learntOf } from './known-site';
import { createLearner } from './learn';
import { readingKey } from './reading-key';
import type { Survey } from './survey';

/** Reads the pages of one site, in other threads where that pays. */
export interface Reader extends WorkerPool {
  /** How pages are read, as one key: see `readingKey`. */
  readonly reading: string;
  /** What is known about the site by now. */
  readonly known: KnownSite;
  /** So many batches are to be read ahead, for all threads to have work while a chunk is written. */
  readonly ahead: number;
}

/** So long it learns between two pauses, in milliseconds. */
const MOST_MS = 10;

/**
 * Batches of two large chunks: the threads go on while one is written, and what they are ahead by makes up for moments in which they
 * get no processor (measured: with one chunk's the writing thread waits for them twice as long).
 */
const BATCHES_AHEAD = 8;

/**
 * Learns from some pages of a site what they have in common, and makes a reader for all of them. Where only pages of an earlier run are
 * read, they are read by what that had learnt.
 *
 * @param warmPool threads that may have started already.
 */
export async function learnReader(
  { total, sample }: Pick<Survey, 'total' | 'sample'>,
  { profile, threads = threadsFor(total), quarantine, only, throttle }: ImportRequest,
  warmPool: WarmPool,
): Promise<Reader> {
  const learner = createLearner(profile);
  let since = -Infinity;
  for (const page of sample) {
    // It takes a tenth of a second, for which others need not wait.
    if (performance.now() - since > MOST_MS) {
      await throttle?.turn();
      since = performance.now();
    }
    learner.lookAt(page);
  }
  const learnt = only === undefined ? learner.learnt() : learntOf(only.known);
  return {
    ...createWorkerPool({ threads, profile, learnt, keepFaulty: quarantine !== undefined }, warmPool),
    reading: readingKey(profile, learnt),
    known: knownSite(profile, learnt),
    ahead: threads === 0 ? 0 : threads + BATCHES_AHEAD,
  };
}
