import { setInterval } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { messageOf } from '../../import/source/fault';
import type { CheckpointOrder, Moved } from './message';

/**
 * Moves what stands in the log into the file, for as long as the thread lasts. What is written meanwhile is moved by a second
 * turn, which is short, so that little is left for whoever writes.
 */
async function moveAgainAndAgain({ file, everyMs }: CheckpointOrder, tell: (moved: Moved) => void): Promise<void> {
  const connection = new Database(file, { fileMustExist: true });
  const move = () => connection.pragma('wal_checkpoint(passive)') as readonly Moved[];
  for await (const _ of setInterval(everyMs)) {
    move();
    for (const { log } of move()) tell({ log });
  }
}

if (parentPort === null) throw new Error('This file runs as a worker only');
const port = parentPort;
moveAgainAndAgain(workerData as CheckpointOrder, (moved) => port.postMessage(moved)).catch((cause: unknown) => {
  // An error of SQLite's loses its message on the way to another thread.
  throw new Error(messageOf(cause));
});
