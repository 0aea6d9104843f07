import { setTimeout as wait } from 'node:timers/promises';
import { isOutdated } from '../bulk/refusal';
import { isCrossed, isUnreachable } from '../import/passing-failure';
import { isSlugConflict } from '../slugs/find-slugs';
import { ChangedMeanwhileError } from './chunk/chunk-writing';

/** A database that restarts is back sooner, in milliseconds. */
const PATIENCE_MS = 30_000;
const LONGEST_PAUSE_MS = 2000;

/** Each time another writer was quicker. */
const MOST_CROSSINGS = 8;

/** Nodes that have crossed each other go on at different moments. */
const pauseAfter = (tries: number) => Math.min(LONGEST_PAUSE_MS, 20 * 2 ** tries) * (0.5 + Math.random() / 2);

/** How long one goes on trying what fails. */
export interface Patience {
  /** Waits a little where what has failed may pass. @throws `cause` where it won't, or has gone on for too long. */
  after(cause: unknown): Promise<void>;
  /** What had failed has come about: with what follows there is as much patience again. */
  renew(): void;
}

export function createPatience(): Patience {
  let tries = 0;
  let deadline = 0;
  const renew = () => {
    tries = 0;
  };
  return {
    async after(cause) {
      if (tries === 0) deadline = Date.now() + PATIENCE_MS;
      tries += 1;
      // Somebody may go on giving the same headline for a while, and sooner or later does not.
      const willPass = isUnreachable(cause) || isSlugConflict(cause);
      const passes = willPass
        ? Date.now() < deadline
        : tries < MOST_CROSSINGS && (isCrossed(cause) || isOutdated(cause) || cause instanceof ChangedMeanwhileError);
      if (passes) return wait(pauseAfter(tries));
      renew();
      throw cause;
    },
    renew,
  };
}

/**
 * Does something with the database that may fail for a reason that passes: another has changed the same, or the connection is lost.
 *
 * @param work all of it is done again, on what then stands.
 * @throws what failed last, when it has failed too often or for too long, and at once what fails for a reason of its own.
 */
export async function tryAgain<Result>(work: () => Promise<Result>): Promise<Result> {
  const patience = createPatience();
  for (;;) {
    try {
      return await work();
    } catch (cause) {
      await patience.after(cause);
    }
  }
}
