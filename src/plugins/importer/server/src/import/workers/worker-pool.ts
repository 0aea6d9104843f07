import { setImmediate as nextTurn } from 'node:timers/promises';
import { createPageReader, type PageReader, type ReaderOptions } from './page-reader';
import type { PageTask, ReadPage } from './page-task';
import { createWarmPool, type WarmPool } from './warm-pool';
import { type ReadingWorker, startWorker } from './start-worker';

/** Reads pages, in other threads or in this one. */
export interface WorkerPool {
  /**
   * Reads pages, and answers in the order of the tasks. It may be called again before it has answered.
   *
   * @throws Error when a worker ends or stumbles over a task. What is wrong with a page is no error, but a problem of it.
   */
  read(tasks: readonly PageTask[]): Promise<ReadPage[]>;
  /** Ends all workers. What was not answered yet is refused. */
  close(): Promise<void>;
}

export interface PoolOptions extends ReaderOptions {
  /** How many workers are started; with 0 pages are read in the calling thread, but for long ones. */
  readonly threads: number;
}

/** So many tasks go to a worker at once: enough for messages to cost little, and few enough to spread a batch. */
const TASKS_AT_ONCE = 32;

/** Of long pages fewer go at once, so that no thread waits while another has several. */
const BYTES_AT_ONCE = 1024 * 1024;

function inPieces(tasks: readonly PageTask[]): (readonly PageTask[])[] {
  const pieces: PageTask[][] = [];
  let bytes = 0;
  for (const task of tasks) {
    const last = pieces.at(-1);
    if (last === undefined || last.length === TASKS_AT_ONCE || bytes + task.size > BYTES_AT_ONCE) {
      pieces.push([task]);
      bytes = task.size;
    } else {
      last.push(task);
      bytes += task.size;
    }
  }
  return pieces;
}

/** Longer pages are read in a worker in any case: others need the calling thread, to be answered or to renew the lease. */
const LONG = 128 * 1024;

const isLong = ({ size }: PageTask) => size > LONG;

/** So long others wait for the calling thread, and for the page that it is at. */
const MOST_MS = 10;

function workInThread(options: ReaderOptions, startOne: () => ReadingWorker): WorkerPool {
  let reader: Promise<PageReader> | undefined;
  let helper: WorkerPool | undefined;
  let isClosed = false;

  const readHere = async (tasks: readonly PageTask[]): Promise<ReadPage[]> => {
    if (tasks.length === 0) return [];
    const readPage = await (reader ??= createPageReader(options));
    const pages: ReadPage[] = [];
    let since = performance.now();
    for (const task of tasks) {
      if (isClosed) throw new Error('The worker pool was closed before it had read all pages');
      pages.push(readPage(task));
      if (performance.now() - since < MOST_MS) continue;
      await nextTurn();
      since = performance.now();
    }
    return pages;
  };

  return {
    async read(tasks) {
      const long = tasks.filter(isLong);
      if (long.length === 0) return readHere(tasks);
      helper ??= workInWorkers(options, [startOne()]);
      const [here, there] = await Promise.all([readHere(tasks.filter((task) => !isLong(task))), helper.read(long)]);
      return tasks.flatMap((task) => (isLong(task) ? there : here).splice(0, 1));
    },
    close: async () => {
      isClosed = true;
      await helper?.close();
    },
  };
}

function workInWorkers(options: ReaderOptions, workers: readonly [ReadingWorker, ...ReadingWorker[]]): WorkerPool {
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
 * Makes a pool that reads the pages of one site, in other threads while this one writes to a database, or in this one.
 *
 * Workers start at once, and a pool with workers keeps the process alive until it is closed.
 *
 * @param warmPool workers that may have started before.
 */
export function createWorkerPool({ threads, ...options }: PoolOptions, warmPool: WarmPool = createWarmPool(threads)): WorkerPool {
  const [first, ...others] = warmPool.take(threads);
  return first === undefined ? workInThread(options, startWorker) : workInWorkers(options, [first, ...others]);
}
