import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';

/** Nobody waits longer for the right to write, in milliseconds: chunks of an import take a quarter of a second. */
const PATIENCE_MS = 10_000;

const LONGEST_PAUSE_MS = 5;

export const isBusy = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY');

/** Tries again while the database is locked, after pauses that grow a little, in which the process does other work. */
async function untilFree<Result>(attempt: () => Result | Promise<Result>, deadline: number): Promise<Result> {
  for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await attempt();
    } catch (cause) {
      if (!isBusy(cause) || Date.now() > deadline) throw cause;
    }
    await wait(pause);
  }
}

/** Where the writers of a SQLite database, in whichever process, wait for each other. */
export interface Turnstile {
  /**
   * Takes the right to write by `begin`, which throws while another has it.
   *
   * @throws what `begin` has thrown last, when it was locked for ten seconds.
   */
  pass<Result>(begin: () => Result | Promise<Result>): Promise<Result>;
  close(): void;
}

/**
 * SQLite itself has no queue: a process that writes chunk after chunk would take the lock again before anybody who waits has
 * looked. So whoever wants to write goes through a second lock first, that of an empty database beside the other, and holds it
 * while waiting: then the next turn is theirs. It is given back when a process ends, however it ends.
 */
export function createTurnstile(file: string): Turnstile {
  let opened: Database.Database | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const passAlone = async <Result>(begin: () => Result | Promise<Result>): Promise<Result> => {
    const deadline = Date.now() + PATIENCE_MS;
    const lock = (opened ??= new Database(`${file}-turn`, { timeout: 0 }));
    await untilFree(() => lock.exec('begin exclusive'), deadline);
    try {
      return await untilFree(begin, deadline);
    } finally {
      lock.exec('rollback');
    }
  };

  return {
    pass(begin) {
      const passing = last.then(() => passAlone(begin));
      last = passing.catch(() => undefined);
      return passing;
    },
    close: () => void opened?.close(),
  };
}
