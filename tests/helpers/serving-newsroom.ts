import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const CHILD = path.join(__dirname, 'serving-child.js');

/** A newsroom in a process of its own. */
export interface ServingNewsroom {
  /** Such as `http://127.0.0.1:1337`. */
  readonly address: string;
  /** Of its process. */
  readonly pid: number;
  /** What its process holds in bytes, after what nobody needs was collected. */
  memory(): Promise<NodeJS.MemoryUsage>;
  /** Ends it as a power cut would, for all that a process can know. */
  kill(): Promise<void>;
}

/** Starts a server on the database of this process's environment. */
export async function serveNewsroom(variables: Readonly<Record<string, string>> = {}): Promise<ServingNewsroom> {
  const child: ChildProcess = fork(CHILD, {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', ...variables },
    execArgv: ['--expose-gc'],
  });
  const [told] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`The server ended with ${String(code)} before it served`))),
  ])) as [{ readonly port: number }];
  return {
    address: `http://127.0.0.1:${told.port}`,
    pid: Number(child.pid),
    async memory() {
      child.send('memory');
      const [usage] = (await once(child, 'message')) as [NodeJS.MemoryUsage];
      return usage;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
