import type { Core } from '@strapi/strapi';
import { createQueueKeeper, type QueueKeeper } from '../../derived/queue/queue-keeper';
import { indexQueued } from './index-queued';

const NAME = 'newsroom.indexer';

/** Keeps the index up to date with what was written: the one indexer of a running Strapi, once `registerIndexer` was called. */
export const indexerOf = (strapi: Core.Strapi): QueueKeeper => strapi.get<QueueKeeper>(NAME);

/** Call it in `register`. It works in the background of a Strapi that serves, and not during a command. */
export function registerIndexer(strapi: Core.Strapi): void {
  const reads = ['articles', 'published_articles', 'search_entries'];
  const queue = { table: 'search_queue', work: indexQueued, reads, batch: 8, largeBatch: 256, short: 128, rest: 200 };
  strapi.add(NAME, () => createQueueKeeper(strapi, { ...queue, failure: 'Articles could not be indexed for search' }));
  strapi.server.httpServer.once('listening', () => indexerOf(strapi).start());
}
