import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ROOT, SECRETS } from './newsroom';

/** One that is begun `again` may have come to its end before its process was killed. */
export type Task = { readonly again?: boolean } &
  /** `alone` leaves out the pauses that make it easy to kill; `run` is the number that its run will have. */
  (
    | { readonly task: 'import'; readonly paths: readonly string[]; readonly alone?: boolean; readonly run?: number }
    /** Publishes articles one after the other. Comes to their slugs. */
    | { readonly task: 'create'; readonly title: string; readonly count: number }
    | { readonly task: 'undo'; readonly run: number }
    | { readonly task: 'state' }
  );

/** How a task has ended: with what it came to, or with the death of its process. */
type End = { readonly result: unknown } | 'killed';

type Message = { readonly ready: true } | { readonly writes: true } | { readonly result: unknown };

/** When a process is killed: so many milliseconds after it is ready, or after it has written so many chunks. */
interface Death {
  readonly chunks: number;
  readonly ms: number;
}

/** A newsroom in a process of its own, which works off one task after the other. */
export interface NewsroomProcess {
  /** Works off a task. Where a death is given, the process is killed if it still runs then. */
  run(task: Task, death?: Death): Promise<End>;
  stop(): Promise<void>;
}

/** Starts a process; it boots its newsroom with the first task. */
export function startProcess(environment: NodeJS.ProcessEnv): NewsroomProcess {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, ...SECRETS, TZ: 'UTC', NODE_ENV: 'test', LOG_LEVEL: 'error', ...environment };
  const child = fork(path.join(ROOT, 'tests/helpers/import-child.js'), { cwd: ROOT, env, execArgv: [], silent: true });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));

  return {
    async run(task, death) {
      let chunks = -1;
      let killing: NodeJS.Timeout | undefined;
      let hear: (message: Message) => void = () => undefined;
      const result = new Promise<End>((resolve) => {
        hear = (message) => {
          if ('result' in message) resolve(message);
          else chunks += 1;
          if (chunks === death?.chunks) killing ??= setTimeout(() => child.kill('SIGKILL'), death.ms);
        };
      });
      child.on('message', hear);
      child.send(task);
      try {
        return await Promise.race([
          result,
          ended.then(([code, signal]): End => {
            if (signal === 'SIGKILL') return 'killed';
            throw new Error(`The process ended with ${String(code)}:\n${said}`);
          }),
        ]);
      } finally {
        clearTimeout(killing);
        child.off('message', hear);
      }
    },

    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** Every fourth process is killed before it has written anything, if it takes long enough. */
const EARLY = 0.25;

/** The others live for so many chunks at most: counted in chunks, a slow machine comes as far as a quick one. */
const MOST_CHUNKS = 10;
const EARLY_MS = 400;
const LATE_MS = 30;
const MOST_KILLS = 200;

/** A random moment to be killed at. */
function randomDeath(random: () => number): Death {
  if (random() < EARLY) return { chunks: 0, ms: random() * EARLY_MS };
  return { chunks: 1 + Math.floor(random() * MOST_CHUNKS), ms: random() * LATE_MS };
}

/**
 * Runs a task again and again, and kills its process at a random moment each time, until one comes to its end.
 *
 * @returns what the last one came to, what its newsroom holds then, and how many were killed.
 */
export async function withKills(task: Task, environment: NodeJS.ProcessEnv, random: () => number) {
  // The next process stands by, so that it need not load Strapi's code first.
  let next = startProcess(environment);
  try {
    for (let kills = 0; kills < MOST_KILLS; kills += 1) {
      const living = next;
      next = startProcess(environment);
      const end = await living.run(kills === 0 ? task : { ...task, again: true }, randomDeath(random));
      if (end === 'killed') continue;
      const state = await inOneGo({ task: 'state' }, living);
      await living.stop();
      return { result: end.result, state, kills };
    }
    throw new Error('It comes to no end');
  } finally {
    await next.stop();
  }
}

/** Runs a task to its end. */
export async function inOneGo(task: Task, newsroom: NewsroomProcess): Promise<unknown> {
  const end = await newsroom.run(task);
  if (end === 'killed') throw new Error('It was not to be killed');
  return end.result;
}
