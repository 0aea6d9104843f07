import type { Core } from '@strapi/strapi';
import { type Ending, StopRequest } from '../import/ending';
import { failureOf } from '../import/failure';

/** What a task is given. */
export interface TaskHooks {
  /** Tells it to end. */
  readonly signal: AbortSignal;
  /** To be told the run's number as soon as there is one. */
  readonly onRun: (run: number) => void;
}

/** Work that goes on while requests are answered, each a run. */
export interface Tasks {
  /**
   * Starts work.
   *
   * @returns the run's number, as soon as there is one. @throws what the work throws before.
   */
  start(work: (hooks: TaskHooks) => Promise<unknown>): Promise<number>;
  has(run: number): boolean;
  readonly count: number;
  /** Tells a run to end, if it is one of these. */
  end(run: number, ending: Exclude<Ending, 'interrupted'>): void;
  /** Interrupts all, and waits for them. None can be started any more. */
  close(): Promise<void>;
}

interface Task {
  run: number | null;
  readonly controller: AbortController;
}

export function createTasks(strapi: Core.Strapi): Tasks {
  const tasks = new Map<Task, Promise<void>>();
  const closed = { is: false };
  const find = (run: number) => [...tasks.keys()].find((task) => task.run === run);

  return {
    get count() {
      return tasks.size;
    },
    has: (run) => find(run) !== undefined,

    start(work) {
      if (closed.is) return Promise.reject(new Error('The server is shutting down'));
      const task: Task = { run: null, controller: new AbortController() };
      return new Promise<number>((resolve, reject) => {
        const onRun = (run: number) => {
          task.run = run;
          resolve(run);
        };
        const done = work({ signal: task.controller.signal, onRun }).then(
          () => undefined,
          (cause: unknown) => {
            if (task.run !== null) strapi.log.error(`Run ${task.run}: ${failureOf(cause).message}`);
            reject(cause instanceof Error ? cause : new Error(String(cause)));
          },
        );
        tasks.set(
          task,
          done.finally(() => tasks.delete(task)),
        );
      });
    },

    end(run, ending) {
      find(run)?.controller.abort(new StopRequest(ending));
    },

    async close() {
      closed.is = true;
      for (const { controller } of tasks.keys()) controller.abort();
      await Promise.all(tasks.values());
    },
  };
}
