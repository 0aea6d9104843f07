import type { Core } from '@strapi/strapi';
import type { Transaction } from '../bulk/rows/tables';
import type { Lease } from './lease/lease';
import { tryAgain } from './try-again';

/**
 * Runs `work` in a transaction that holds the lease from its first statement on. What fails for a reason that passes is done again.
 *
 * @param work may be run more than once: what it decides by, it reads itself.
 */
export function writeTransaction<T>(strapi: Core.Strapi, lease: Lease, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return tryAgain(
    () =>
      strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
        await lease.confirm(trx);
        return work(trx);
      }) as Promise<T>,
  );
}
