import { availableParallelism } from 'node:os';
import { type ReadingWorker, startWorker } from './start-worker';

/** A worker takes longer to start than so few pages take to be read. */
const FEW_PAGES = 1000;

/** One thread writes to the database, and one reads about as fast as it writes: more would wait. */
const MOST_THREADS = 2;

/** The system is asked once, and not for every page that is found. */
const THREADS = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));

/** How many threads pay for so many pages. */
export const threadsFor = (pages: number): number => (pages < FEW_PAGES ? 0 : THREADS);

/** Threads that load what they need while it is still looked into what they are to read. */
export interface WarmPool {
  /** Tells how many pages were found so far: threads start as soon as they pay. */
  met(pages: number): void;
  /** So many threads, among them those that have started. They are the caller's from now on. */
  take(threads: number): ReadingWorker[];
  /** Ends those that nobody has taken. */
  dismiss(): Promise<void>;
}

/** @param threads how many are wanted; as many as pay when left out. */
export function createWarmPool(threads?: number): WarmPool {
  let waiting: ReadingWorker[] = [];
  let isTaken = false;
  return {
    met(pages) {
      const wanted = threads ?? threadsFor(pages);
      while (!isTaken && waiting.length < wanted) waiting.push(startWorker());
    },
    take(count) {
      const taken = waiting.splice(0, count);
      isTaken = true;
      while (taken.length < count) taken.push(startWorker());
      return taken;
    },
    async dismiss() {
      isTaken = true;
      const left = waiting;
      waiting = [];
      await Promise.all(left.map((worker) => worker.end()));
    },
  };
}
