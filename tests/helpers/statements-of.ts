import type { EventEmitter } from 'node:events';
import { rankerOf } from '../../src/derived/most-read/ranker';
import { indexerOf } from '../../src/search/index/indexer';
import type { Newsroom } from './newsroom';

/** What the search index, the rankings and the importer ask now and then for work. */
const IN_BACKGROUND = /search_queue|most_read_queue|importer_(?:runs|uploads)/;

/** The statements that the database is sent during an action. */
export async function statementsOf({ strapi }: Newsroom, action: () => Promise<unknown>): Promise<string[]> {
  await indexerOf(strapi).finish();
  await rankerOf(strapi).finish();
  const statements: string[] = [];
  const listen = ({ sql }: { sql: string }) => statements.push(sql);
  const client = strapi.db.connection.client as EventEmitter;
  client.on('query', listen);
  await action();
  client.off('query', listen);
  return statements.filter((sql) => !IN_BACKGROUND.test(sql));
}
