import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { readerOf } from '../../news/reader/reader';
import { indexQueued } from './index-queued';

/** Keeps the index up to date with what was written. */
export interface Indexer {
  /** Indexes what waits, if that is little; a long queue is left to the background. Takes at most some tens of milliseconds. */
  catchUp(): Promise<void>;
  /** Indexes all that waits. @returns how many rows were taken out of the queue. */
  finish(): Promise<number>;
  /** Begins to look at the queue from time to time. */
  start(): void;
  /** Waits for the batch that is being written. */
  stop(): Promise<void>;
}

/** Articles in one transaction: some milliseconds, in which no one else writes to SQLite. More where nobody is served meanwhile. */
const BATCH = 8;
const LARGE_BATCH = 64;

/** A longer queue is not waited for. */
const SHORT = 128;

/** An answer does not wait longer, in milliseconds: a transaction may be open that takes its time. */
const PATIENCE = 250;

/** Pauses between two looks at an empty queue, and between two batches of a full one, in milliseconds. */
const REST = 200;
const BREATH = 5;

const WAITING = 'select count(*) as waiting from (select 1 from search_queue limit ?) q';

function createIndexer(strapi: Core.Strapi): Indexer {
  let indexing: Promise<number> | undefined;
  const stopping = new AbortController();

  const indexBatch = (limit = BATCH) => (indexing ??= indexQueued(strapi, limit).finally(() => (indexing = undefined)));

  const finish = async (limit?: number) => {
    let done = 0;
    for (let taken = -1; taken !== 0;) {
      taken = await indexBatch(limit);
      done += taken;
    }
    return done;
  };

  /** What could not be indexed stays in the queue, and is tried again. */
  const tell = (cause: unknown) => {
    strapi.log.error(`Articles could not be indexed for search: ${cause instanceof Error ? cause.message : String(cause)}`);
    return 0;
  };

  /** Whether anything waits: asked for without a transaction, in which no one else could write to SQLite. */
  const isWaiting = async () => Number((await readerOf(strapi).all(WAITING, [1]))[0]?.['waiting']) > 0;

  const indexNext = async () => ((await isWaiting()) ? indexBatch() : 0);

  const work = async () => {
    while (!stopping.signal.aborted) {
      const taken = await indexNext().catch(tell);
      await wait(taken === 0 ? REST : BREATH, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
    }
  };

  let working: Promise<void> = Promise.resolve();
  return {
    async catchUp() {
      const [row] = await readerOf(strapi).all(WAITING, [SHORT]);
      const waiting = Number(row?.['waiting']);
      if (waiting > 0 && waiting < SHORT) await Promise.race([finish().catch(tell), wait(PATIENCE, undefined, { ref: false })]);
    },
    finish: () => finish(LARGE_BATCH),
    start() {
      working = work();
    },
    async stop() {
      stopping.abort();
      await working;
      await indexing?.catch(() => undefined);
    },
  };
}

const NAME = 'newsroom.indexer';

/** The one indexer of a running Strapi, once `registerIndexer` was called. */
export const indexerOf = (strapi: Core.Strapi): Indexer => strapi.get<Indexer>(NAME);

/** Call it in `register`. It works in the background of a Strapi that serves, and not during a command. */
export function registerIndexer(strapi: Core.Strapi): void {
  strapi.add(NAME, () => createIndexer(strapi));
  strapi.server.httpServer.once('listening', () => indexerOf(strapi).start());
}
