import { fork } from 'node:child_process';
import { once } from 'node:events';

/** Variables of this process that a child gets too. What Newsroom is to run with is given for each child, and nothing else of it. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'LANG'];

/** What is run in a child, and in which surroundings. */
export interface ChildOptions {
  readonly cwd: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Options of Node for it. */
  readonly nodeOptions?: readonly string[];
  /** Ends the child when it is aborted. */
  readonly signal?: AbortSignal;
}

/** What a child sends when it is through. */
export type Outcome = { readonly answer: unknown } | { readonly failure: string };

/**
 * Runs a script in a process of its own, so that neither memory nor compiled code of another measurement is in it. The script
 * calls `answerParent`. What it prints goes to standard error.
 *
 * @throws Error when the child fails, or ends without an answer.
 */
export async function runInChild(
  script: string,
  request: unknown,
  { cwd, variables, nodeOptions = [], signal }: ChildOptions,
): Promise<unknown> {
  const passedOn = PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]] as const]));
  const env = { ...Object.fromEntries(passedOn), ...variables };
  const child = fork(script, {
    cwd,
    env,
    execArgv: [...nodeOptions],
    stdio: ['ignore', 2, 2, 'ipc'],
    killSignal: 'SIGKILL',
    ...(signal === undefined ? {} : { signal }),
  });
  let outcome: Outcome | undefined;
  child.on('message', (message: Outcome) => (outcome = message));
  child.send({ request });
  const [code, killedBy] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  if (outcome === undefined) throw new Error(`${script} ended with ${killedBy ?? `code ${code}`}, and without an answer`);
  if ('failure' in outcome) throw new Error(`${script} failed: ${outcome.failure}`);
  return outcome.answer;
}
