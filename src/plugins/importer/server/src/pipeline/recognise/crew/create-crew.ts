import { createPageReader, type PageReader, type ReaderOptions } from './page-reader';
import type { PageTask, ReadPage } from './page-task';
import { createStandby, type Standby } from './standby';
import type { ReadingWorker } from './start-worker';

/** Reads pages, in other threads or in this one. */
export interface Crew {
  /**
   * Reads pages, and answers in the order of the tasks. It may be called again before it has answered.
   *
   * @throws Error when a worker ends or stumbles over a task. What is wrong with a page is no error, but a problem of it.
   */
  read(tasks: readonly PageTask[]): Promise<ReadPage[]>;
  /** Ends all workers. What was not answered yet is refused. */
  close(): Promise<void>;
}

export interface CrewOptions extends ReaderOptions {
  /** How many workers are started; with 0 pages are read in the calling thread, which is blocked meanwhile. */
  readonly threads: number;
}

/** So many tasks go to a worker at once: enough for messages to cost little, and few enough to spread a batch. */
const TASKS_AT_ONCE = 32;

function inPieces(tasks: readonly PageTask[]): (readonly PageTask[])[] {
  const count = Math.ceil(tasks.length / TASKS_AT_ONCE);
  return Array.from({ length: count }, (_, index) => tasks.slice(index * TASKS_AT_ONCE, (index + 1) * TASKS_AT_ONCE));
}

function workInThread(options: ReaderOptions): Crew {
  let reader: Promise<PageReader> | undefined;
  let isClosed = false;
  return {
    async read(tasks) {
      const readPage = await (reader ??= createPageReader(options));
      if (isClosed) throw new Error('The crew was closed before it had read all pages');
      return tasks.map(readPage);
    },
    close: async () => {
      isClosed = true;
      await Promise.resolve();
    },
  };
}

function workInWorkers(options: ReaderOptions, workers: readonly [ReadingWorker, ...ReadingWorker[]]): Crew {
  for (const worker of workers) worker.begin(options);
  const leastBusy = () => workers.reduce((least: ReadingWorker, worker) => (worker.load() < least.load() ? worker : least));
  return {
    async read(tasks) {
      const pieces = await Promise.all(inPieces(tasks).map((piece) => leastBusy().read(piece)));
      return pieces.flat();
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.end()));
    },
  };
}

/**
 * Makes a crew that reads the pages of one site, in other threads while this one writes to a database, or in this one.
 *
 * Workers start at once, and a crew with workers keeps the process alive until it is closed.
 *
 * @param standby workers that may have started before.
 */
export function createCrew({ threads, ...options }: CrewOptions, standby: Standby = createStandby(threads)): Crew {
  const [first, ...others] = standby.take(threads);
  return first === undefined ? workInThread(options) : workInWorkers(options, [first, ...others]);
}
