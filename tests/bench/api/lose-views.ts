import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { Load } from './load';
import type { RunningServer } from './server';

const KILLED_AFTER_MS = 2000;
const LONGEST_SECONDS = 60;

/**
 * Counts views until the server is killed in the midst of it.
 *
 * @returns how many it has acknowledged.
 */
export async function countUntilKilled(server: RunningServer, { paths, connections = 1 }: Load): Promise<number> {
  let acknowledged = 0;
  const requests = paths.map((path) => ({ method: 'POST' as const, path }));
  const ended = new Promise<void>((resolve) => {
    const options = { url: server.url, connections, requests, duration: LONGEST_SECONDS };
    const instance = autocannon(options, () => resolve());
    instance.on('response', (_client, status) => {
      if (status === 200) acknowledged += 1;
    });
    void wait(KILLED_AFTER_MS)
      .then(() => server.kill())
      // What was under way arrives, or fails.
      .then(() => wait(KILLED_AFTER_MS / 2))
      .then(() => instance.stop());
  });
  await ended;
  return acknowledged;
}
