import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../process/free-port';
import { runTask } from './run-task';

const LOOK_EVERY_MS = 100;
const LONGEST_WAIT_MS = 300_000;

export interface RunningServer {
  readonly url: string;
  /** Kills it, as a power cut would. */
  kill(): Promise<void>;
}

const answers = (url: string) =>
  fetch(`${url}/_health`).then(
    ({ status }) => status === 204,
    () => false,
  );

/** Starts a server in production in another process, and waits until it answers. */
export async function startServer(variables: Readonly<Record<string, string>>): Promise<RunningServer> {
  const port = await freePort();
  const killing = new AbortController();
  const settings = { ...variables, PORT: String(port) };
  const failures: Error[] = [];
  const serving = runTask('serve', null, { variables: settings, signal: killing.signal }).catch((cause: unknown) =>
    failures.push(cause instanceof Error ? cause : new Error(String(cause))),
  );
  const url = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + LONGEST_WAIT_MS;
  while (!(await answers(url))) {
    const [failure] = failures;
    if (failure !== undefined) throw failure;
    if (Date.now() > deadline) throw new Error('The server does not answer');
    await wait(LOOK_EVERY_MS);
  }
  return {
    url,
    async kill() {
      killing.abort();
      await serving;
    },
  };
}
