import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../bench/process/free-port';

/** Tests and benchmarks are started in the project's folder. */
export const ROOT = process.cwd();

/** How long a server may take to end by itself. */
const GRACE_MS = 20_000;

export interface Server {
  readonly url: string;
  /** The SQLite file that it works on. */
  readonly database: string;
  /** Ends the server, and removes its database, its uploads and its secrets. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts Newsroom as its user does, with a database of its own that holds the given pages.
 *
 * @throws Error with everything that the server said, when it ends before it is ready.
 */
export async function startServer(pages: string): Promise<Server> {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-browser-'));
  const database = path.join(folder, 'newsroom.db');
  const port = await freePort();
  const server = spawn(process.execPath, ['src/cli/launch.js', 'newsroom', pages], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      // Jest's own would build a panel for unit tests.
      NODE_ENV: undefined,
      PUBLIC_URL: undefined,
      HOST: '127.0.0.1',
      PORT: String(port),
      ENV_PATH: path.join(folder, '.env'),
      DATABASE_CLIENT: 'sqlite',
      DATABASE_FILENAME: database,
      PUBLIC_FOLDER: path.join(folder, 'public'),
      STRAPI_TELEMETRY_DISABLED: 'true',
    },
  });
  const ended = once(server, 'exit');

  const stop = async () => {
    server.kill('SIGINT');
    await Promise.race([ended, wait(GRACE_MS, undefined, { ref: false })]);
    if (server.exitCode === null && server.signalCode === null) server.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };

  let said = '';
  const ready = new Promise<void>((resolve) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('Newsroom is ready')) resolve();
      });
    }
  });
  await Promise.race([ready, ended]);
  if (said.includes('Newsroom is ready')) return { url: `http://127.0.0.1:${port}`, database, stop };
  await stop();
  throw new Error(`Newsroom ended before it was ready. It said:\n${said}`);
}
