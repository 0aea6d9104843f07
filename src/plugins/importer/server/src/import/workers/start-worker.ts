import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Answer, type Order, transferablesOf } from './message';
import type { ReaderOptions } from './page-reader';
import type { PageTask, ReadPage } from './page-task';

/** A thread that reads pages. */
export interface ReadingWorker {
  /** Tells it once what to read pages by. Tasks come after that. */
  begin(options: ReaderOptions): void;
  /** How many tasks it has in hand; endless when it has ended. */
  load(): number;
  /** @throws Error when it stumbles over a task, or ends before it is done. */
  read(tasks: readonly PageTask[]): Promise<readonly ReadPage[]>;
  end(): Promise<void>;
}

/** Compiled beside this file. */
const WORKER_FILE = path.join(__dirname, 'worker.js');

/** Stories are short-lived: they need not wait long to be cleared away, nor take the memory meanwhile. */
const RESOURCES = { maxYoungGenerationSizeMb: 16 };

/** What an error says that another thread threw: here it only looks like one. */
const saidBy = (cause: unknown) =>
  typeof cause === 'object' && cause !== null && 'message' in cause ? String(cause.message) : String(cause);

interface Waiting {
  readonly count: number;
  readonly resolve: (pages: readonly ReadPage[]) => void;
  readonly reject: (cause: Error) => void;
}

/**
 * Starts a worker. It need not be waited for: what it is sent meanwhile waits there.
 *
 * @param file what it runs, compiled.
 */
export function startWorker(file: string = WORKER_FILE): ReadingWorker {
  const worker = new Worker(file, { resourceLimits: RESOURCES });
  const waiting = new Map<number, Waiting>();
  let sent = 0;
  let load = 0;
  let ended: Error | null = null;

  const take = (number: number): Waiting | undefined => {
    const order = waiting.get(number);
    waiting.delete(number);
    load -= order?.count ?? 0;
    return order;
  };
  const endAll = (reason: Error) => {
    ended ??= reason;
    for (const number of [...waiting.keys()]) take(number)?.reject(ended);
  };

  worker.on('message', (answer: Answer) => {
    const order = take(answer.number);
    if ('pages' in answer) order?.resolve(answer.pages);
    else order?.reject(new Error(`A page could not be read: ${answer.failure}`));
  });
  worker.on('messageerror', (cause) => endAll(new Error(`A reading thread could not be understood: ${cause.message}`, { cause })));
  worker.on('error', (cause) => endAll(new Error(`A reading thread failed: ${saidBy(cause)}`, { cause })));
  worker.on('exit', (code) => endAll(new Error(`A reading thread ended with code ${code}`)));

  return {
    begin: (options) => worker.postMessage(options),

    load: () => (ended === null ? load : Infinity),

    read: (tasks) =>
      new Promise((resolve, reject) => {
        if (ended !== null) throw ended;
        const number = sent;
        worker.postMessage({ number, tasks } satisfies Order, transferablesOf(tasks.map(({ content }) => content)));
        sent += 1;
        load += tasks.length;
        waiting.set(number, { count: tasks.length, resolve, reject });
      }),

    async end() {
      endAll(new Error('The worker pool was closed before it had read all pages'));
      await worker.terminate();
    },
  };
}
