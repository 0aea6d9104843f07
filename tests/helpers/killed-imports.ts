import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { ROOT, SECRETS } from './newsroom';

export type Task =
  | { readonly task: 'import'; readonly paths: readonly string[] }
  | { readonly task: 'undo'; readonly run: number }
  | { readonly task: 'state' };

/** How one process has ended: with what it came to, or killed. */
type End = { readonly result: unknown } | 'killed';

type Message = { readonly ready: true } | { readonly writes: true } | { readonly result: unknown };

/** When a process is killed: so many milliseconds after it is ready, or after it has written so many chunks. */
interface Death {
  readonly chunks: number;
  readonly ms: number;
}

/** Runs a task in a process of its own, which is killed if it still runs then. */
async function runTask(task: Task, environment: NodeJS.ProcessEnv, death: Death | null): Promise<End> {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, ...SECRETS, TZ: 'UTC', NODE_ENV: 'test', LOG_LEVEL: 'error', ...environment };
  const child = fork(path.join(ROOT, 'tests/helpers/import-child.js'), [JSON.stringify(task)], {
    cwd: ROOT,
    env,
    execArgv: [],
    silent: true,
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const end: { result?: unknown } = {};
  let chunks = -1;
  child.on('message', (message: Message) => {
    if ('result' in message) end.result = message.result;
    else chunks += 1;
    if (chunks === death?.chunks) setTimeout(() => child.kill('SIGKILL'), death.ms);
  });
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (end.result !== undefined) return { result: end.result };
  if (signal === 'SIGKILL') return 'killed';
  throw new Error(`The process ended with ${String(code)}:\n${said}`);
}

/** Runs a task to its end in one go. */
export async function inOneGo(task: Task, environment: NodeJS.ProcessEnv): Promise<unknown> {
  const end = await runTask(task, environment, null);
  if (end === 'killed') throw new Error('It was not to be killed');
  return end.result;
}

/** Every fourth process is killed before it has written anything, if it takes long enough. */
const EARLY = 0.25;

/** The others live for so many chunks at most: counted in chunks, a slow machine comes as far as a quick one. */
const MOST_CHUNKS = 10;
const EARLY_MS = 400;
const LATE_MS = 30;

/** A random moment to be killed at. */
function randomDeath(random: () => number): Death {
  if (random() < EARLY) return { chunks: 0, ms: random() * EARLY_MS };
  return { chunks: 1 + Math.floor(random() * MOST_CHUNKS), ms: random() * LATE_MS };
}

/**
 * Runs a task again and again, and kills its process at a random moment each time, until one comes to its end.
 *
 * @returns what the last one came to, and how many were killed.
 */
export async function withKills(task: Task, environment: NodeJS.ProcessEnv, random: () => number) {
  for (let kills = 0; ; kills += 1) {
    const end = await runTask(task, environment, randomDeath(random));
    if (end !== 'killed') return { result: end.result, kills };
    if (kills > 200) throw new Error('It comes to no end');
  }
}
