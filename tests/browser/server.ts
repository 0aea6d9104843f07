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

type Variables = Readonly<Record<string, string | undefined>>;

export interface Server {
  readonly url: string;
  /** The SQLite file that it works on. */
  readonly database: string;
  /** Ends the server, does something while it is away, and starts another at the same address with the same database. */
  readonly restart: (meanwhile: () => Promise<void>) => Promise<void>;
  /** Ends the server, and removes its database, its uploads and its secrets. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a process as Newsroom's user does.
 *
 * @returns what ends it.
 * @throws Error with everything that it said, when it ends before it is ready.
 */
async function launch(pages: string, env: Variables): Promise<() => Promise<void>> {
  const server = spawn(process.execPath, ['src/cli/launch.js', 'newsroom', pages], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env });
  const ended = once(server, 'exit');
  const end = async () => {
    server.kill('SIGINT');
    await Promise.race([ended, wait(GRACE_MS, undefined, { ref: false })]);
    if (server.exitCode === null && server.signalCode === null) server.kill('SIGKILL');
    await ended;
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
  if (said.includes('Newsroom is ready')) return end;
  await end();
  throw new Error(`Newsroom ended before it was ready. It said:\n${said}`);
}

/**
 * Starts Newsroom with a database of its own that holds the given pages.
 *
 * @param settings environment variables of its configuration.
 * @throws Error with everything that the server said, when it ends before it is ready.
 */
export async function startServer(pages: string, settings: Variables = {}): Promise<Server> {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-browser-'));
  const database = path.join(folder, 'newsroom.db');
  const port = await freePort();
  const env = {
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
    ...settings,
  };
  const clear = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  const start = () => launch(pages, env);
  let end = await start().catch((cause: unknown) => {
    clear();
    throw cause;
  });
  return {
    url: `http://127.0.0.1:${port}`,
    database,
    async restart(meanwhile) {
      await end();
      await meanwhile();
      end = await start();
    },
    async stop() {
      await end();
      clear();
    },
  };
}
