import type { Core } from '@strapi/strapi';
import type { Transaction } from '../bulk/rows/tables';
import { asReader } from '../database/sqlite-writers';
import type { Lease } from './lease/lease';
import { tryAgain } from './try-again';

interface ConnectionOfTransaction {
  acquireConnection(): Promise<object>;
}

/**
 * Sends PostgreSQL statements while earlier ones are carried out: an import takes a seventh less time. Only while `work` has the
 * connection, as streams of Knex are refused meanwhile.
 *
 * @param work has no statement on its way when it ends.
 */
async function pipelined<T>(strapi: Core.Strapi, transaction: Transaction, work: () => Promise<T>): Promise<T> {
  if (strapi.db.dialect.client !== 'postgres') return work();
  const connection = await (transaction.client as ConnectionOfTransaction).acquireConnection();
  Object.assign(connection, { pipeline: true });
  try {
    return await work();
  } finally {
    Object.assign(connection, { pipeline: false });
  }
}

/** Runs `work` in a transaction that holds the lease from its first statement on. */
export function inTransaction<T>(strapi: Core.Strapi, lease: Lease, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
    await lease.confirm(trx);
    return pipelined(strapi, trx, () => work(trx));
  }) as Promise<T>;
}

/** Runs look-ups in a transaction that waits for nobody who writes. */
export const inReading = <T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T> =>
  asReader(() => strapi.db.transaction(({ trx }: { trx: Transaction }) => pipelined(strapi, trx, work)) as Promise<T>);

/**
 * The same as `inTransaction`, done again where it fails for a reason that passes.
 *
 * @param work may be run more than once: what it decides by, it reads itself.
 */
export const writeTransaction = <T>(strapi: Core.Strapi, lease: Lease, work: (transaction: Transaction) => Promise<T>): Promise<T> =>
  tryAgain(() => inTransaction(strapi, lease, work));
