import type { Core } from '@strapi/strapi';
import type { Transaction } from '../bulk/rows/tables';
import type { Lease } from './lease/lease';
import { tryAgain } from './try-again';

/** Runs `work` in a transaction that holds the lease from its first statement on. */
export function inTransaction<T>(strapi: Core.Strapi, lease: Lease, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
    await lease.confirm(trx);
    return work(trx);
  }) as Promise<T>;
}

/**
 * The same, done again where it fails for a reason that passes.
 *
 * @param work may be run more than once: what it decides by, it reads itself.
 */
export const writeTransaction = <T>(strapi: Core.Strapi, lease: Lease, work: (transaction: Transaction) => Promise<T>): Promise<T> =>
  tryAgain(() => inTransaction(strapi, lease, work));
