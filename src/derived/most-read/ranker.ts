import type { Core } from '@strapi/strapi';
import { createQueueKeeper, type QueueKeeper } from '../queue/queue-keeper';
import { rankQueued } from './rank-queued';

const NAME = 'newsroom.ranker';

/** Keeps the articles that were read most up to date: the one ranker of a running Strapi, once `registerRanker` was called. */
export const rankerOf = (strapi: Core.Strapi): QueueKeeper => strapi.get<QueueKeeper>(NAME);

/**
 * Call it in `register`. It works in the background of a Strapi that serves, and not during a command. It rests so long that an
 * article which is read all the time is ranked once a second.
 */
export function registerRanker(strapi: Core.Strapi): void {
  const reads = ['articles', 'view_counts', 'views_by_day', 'most_read'];
  const queue = { table: 'most_read_queue', work: rankQueued, reads, batch: 200, largeBatch: 1000, short: 1000, rest: 1000 };
  strapi.add(NAME, () => createQueueKeeper(strapi, { ...queue, failure: 'What was read most could not be ranked' }));
  strapi.server.httpServer.once('listening', () => rankerOf(strapi).start());
}
