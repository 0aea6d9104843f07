import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { reasonOf } from '../../plugins/importer/server/src/database/database-fault';
import { readerOf } from '../../news/reader/reader';
import { keepStatistics } from '../../plugins/importer/server/src/database/statistics';

/** A queue that triggers fill: what follows from what was written, and is too costly to be worked out there. */
interface Queue {
  readonly table: string;
  /** Works off rows at the front of the queue in one transaction. @returns how many it has taken out; 0 when nothing was left. */
  readonly work: (strapi: Core.Strapi, limit: number) => Promise<number>;
  /** The tables that it is worked off by. They grow as it is, or have grown before. */
  readonly reads: readonly string[];
  /** Rows in one transaction: some milliseconds, in which no one else writes to SQLite. More where nobody is served meanwhile. */
  readonly batch: number;
  readonly largeBatch: number;
  /** A longer queue is not waited for. */
  readonly short: number;
  /** Pause between two looks at an empty queue, in milliseconds. */
  readonly rest: number;
  /** What is told of a failure, before its reason. */
  readonly failure: string;
}

/** Keeps up with a queue. Any number of nodes may do so at once. */
export interface QueueKeeper {
  /** Works off what waits, if that is little; a long queue is left to the background. Takes at most some tens of milliseconds. */
  catchUp(): Promise<void>;
  /** Works off all that waits. @returns how many rows were taken out of the queue. */
  finish(): Promise<number>;
  /** Begins to look at the queue from time to time. */
  start(): void;
  /** Waits for the batch that is being written. */
  stop(): Promise<void>;
}

/** An answer does not wait longer, in milliseconds: a transaction may be open that takes its time. */
const PATIENCE = 250;

/**
 * Pause between two batches of a full queue, in milliseconds. Others have the database for as long as the last batch had it: an editor's
 * save is some dozens of statements, and would wait for a batch at each of them.
 */
const BREATH = 5;
const LONGEST_BREATH = 1000;

export function createQueueKeeper(
  strapi: Core.Strapi,
  { table, work, reads, batch, largeBatch, short, rest, failure }: Queue,
): QueueKeeper {
  const waiting = `select count(*) as waiting from (select 1 from ${table} limit ?) q`;
  let working: Promise<number> | undefined;
  const stopping = new AbortController();

  const statistics = keepStatistics(strapi, [table, ...reads]);

  const workOff = async (limit: number) => {
    const taken = await work(strapi, limit);
    await statistics.wrote(taken);
    return taken;
  };

  const workBatch = (limit = batch) => (working ??= workOff(limit).finally(() => (working = undefined)));

  const finish = async (limit?: number) => {
    let done = 0;
    for (let taken = -1; taken !== 0;) {
      taken = await workBatch(limit);
      done += taken;
    }
    return done;
  };

  let reported: string | undefined;

  /** What could not be done stays in the queue, and is tried again. While it goes on failing for one reason, that is said once. */
  const tell = (cause: unknown) => {
    const reason = reasonOf(cause);
    if (reason !== reported) strapi.log.error(`${failure}: ${reason}`);
    reported = reason;
    return 0;
  };

  /** How many rows wait, counted up to a limit: without a transaction, in which no one else could write to SQLite. */
  const count = async (limit: number) => Number((await readerOf(strapi).all(waiting, [limit]))[0]?.['waiting']);

  const workNext = async () => ((await count(1)) > 0 ? workBatch() : 0);

  const keepUp = async () => {
    while (!stopping.signal.aborted) {
      const began = performance.now();
      const taken = await workNext().then((done) => {
        reported = undefined;
        return done;
      }, tell);
      const breath = Math.min(LONGEST_BREATH, Math.max(BREATH, performance.now() - began));
      await wait(taken === 0 ? rest : breath, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  };

  let keeping: Promise<void> = Promise.resolve();
  return {
    async catchUp() {
      const rows = await count(short);
      if (rows > 0 && rows < short) await Promise.race([finish().catch(tell), wait(PATIENCE, undefined, { ref: false })]);
    },
    finish: () => finish(largeBatch),
    start() {
      keeping = keepUp();
    },
    async stop() {
      stopping.abort();
      await keeping;
      await working?.catch(() => undefined);
    },
  };
}
