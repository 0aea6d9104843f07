import type { Core } from '@strapi/strapi';
import type { Transaction } from '../bulk/rows/tables';
import type { Lease } from './lease/lease';

/**
 * Runs `work` in a transaction that holds the right to write from its first statement on.
 *
 * SQLite lets a transaction that has read wait for no one: when another process writes meanwhile, its first write fails at
 * once, whatever the busy timeout. One that begins with a write waits its turn, and then sees what the other wrote. The
 * write that it begins with here is that of the lease.
 */
export function writeTransaction<T>(strapi: Core.Strapi, lease: Lease, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
    await lease.confirm(trx);
    return work(trx);
  }) as Promise<T>;
}
