import type { Core } from '@strapi/strapi';
import { dialectOf } from '../in-transaction';
import { places, rowsIn, type Transaction } from '../queue/rows';
import { rankings } from './most-read';

/** Any number that nothing else locks by: one node at a time ranks, so that none puts back what another has replaced. */
const RANKING_LOCK = 20_541_338;

async function rankBatch(trx: Transaction, isSqlite: boolean, limit: number): Promise<number> {
  // A transaction that reads before it writes fails on SQLite when another process has written meanwhile; one that begins so waits.
  await trx.raw(isSqlite ? 'delete from most_read_queue where false' : `select pg_advisory_xact_lock(${RANKING_LOCK})`, []);
  const front = 'select id from most_read_queue order by id limit ?';
  const queued = await rowsIn(trx, `delete from most_read_queue where id in (${front}) returning document_id`, [limit]);
  const documents = [...new Set(queued.map((row) => String(row['document_id'])))];
  if (documents.length === 0) return 0;

  await trx.raw(`delete from most_read where document_id in (${places(documents.length)})`, documents);
  for (const statement of rankings(`a.document_id in (${places(documents.length)})`)) await trx.raw(statement, documents);
  return queued.length;
}

/**
 * Ranks anew what stands at the front of the queue, in one transaction.
 *
 * @returns how many rows it has taken out of the queue; 0 when nothing was left to do.
 */
export async function rankQueued(strapi: Core.Strapi, limit: number): Promise<number> {
  return strapi.db.transaction(({ trx }: { trx: Transaction }) => rankBatch(trx, dialectOf(strapi) === 'sqlite', limit));
}
