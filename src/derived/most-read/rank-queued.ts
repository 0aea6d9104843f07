import type { Core } from '@strapi/strapi';
import type { Row } from '../../news/reader/reader';
import { dialectOf } from '../in-transaction';
import { places, rowsIn, type Transaction } from '../queue/rows';
import { readings } from './most-read';

/** Any number that nothing else locks by: one node at a time ranks, so that none puts back what another has replaced. */
const RANKING_LOCK = 20_541_338;

const DIALECTS = {
  sqlite: {
    begin: null,
    take: 'delete from most_read_queue where document_id in (select document_id from most_read_queue limit ?) returning document_id',
  },
  postgres: {
    begin: `select pg_advisory_xact_lock(${RANKING_LOCK})`,
    take: 'delete from most_read_queue where id in (select id from most_read_queue order by id limit ?) returning document_id',
  },
};

const keyOf = ({ document_id: document, locale, days }: Row) => `${String(document)}/${String(locale)}/${String(days)}`;

const byKey = (rows: readonly Row[]) => new Map(rows.map((row) => [keyOf(row), row]));

/** Writes what has changed only: a rank that stays costs nothing. */
async function rank(trx: Transaction, documents: readonly string[]): Promise<void> {
  const some = `document_id in (${places(documents.length)})`;
  const standing = byKey(await rowsIn(trx, `select days, locale, document_id, views from most_read where ${some}`, documents));
  const read = byKey(await rowsIn(trx, readings(`a.${some}`), [...documents, ...documents]));

  const changed = [...read].filter(([key, row]) => Number(standing.get(key)?.['views']) !== Number(row['views'])).map(([, row]) => row);
  if (changed.length > 0) {
    const values = changed.flatMap((row) => [Number(row['days']), String(row['locale']), String(row['document_id']), Number(row['views'])]);
    await trx.raw(
      `insert into most_read (days, locale, document_id, views) values ${changed.map(() => '(?, ?, ?, ?)').join(', ')}
        on conflict (document_id, locale, days) do update set views = excluded.views`,
      values,
    );
  }
  for (const [key, row] of standing) {
    if (read.has(key)) continue;
    const { document_id: document, locale, days } = row;
    const values = [String(document), String(locale), Number(days)];
    await trx.raw('delete from most_read where document_id = ? and locale = ? and days = ?', values);
  }
}

/**
 * Ranks anew what stands in the queue, in one transaction.
 *
 * @returns how many rows it has taken out of the queue; 0 when nothing was left to do.
 */
export async function rankQueued(strapi: Core.Strapi, limit: number): Promise<number> {
  const { begin, take } = DIALECTS[dialectOf(strapi)];
  return strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
    if (begin !== null) await trx.raw(begin, []);
    const queued = await rowsIn(trx, take, [limit]);
    if (queued.length > 0) await rank(trx, [...new Set(queued.map((row) => String(row['document_id'])))]);
    return queued.length;
  });
}
