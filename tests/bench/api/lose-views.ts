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
  const instance = autocannon({ url: server.url, connections, requests, duration: LONGEST_SECONDS });
  instance.on('response', (_client, status) => {
    if (status === 200) acknowledged += 1;
  });
  await wait(KILLED_AFTER_MS);
  await server.kill();
  // What was under way arrives, or fails.
  await wait(KILLED_AFTER_MS / 2);
  instance.stop();
  await instance;
  return acknowledged;
}
