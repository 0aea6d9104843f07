import type { Core } from '@strapi/strapi';
import type { Transaction } from '../bulk/rows/tables';
import type { Lease } from './lease/lease';

/**
 * Where SQLite is to keep what it needs for taking back a single statement. It notes every page that a statement with
 * triggers changes, which here is nearly each; beyond 64 KB it would do so in a file, and write six times as often as without.
 */
async function keepStatementsIn(place: 'memory' | 'default', strapi: Core.Strapi, transaction: Transaction): Promise<void> {
  if (strapi.db.dialect.client !== 'sqlite') return;
  // It is refused where temporary tables stand, and then only takes longer.
  await transaction.raw(`pragma temp_store = ${place}`).catch(() => undefined);
}

/**
 * Runs `work` in a transaction that holds the right to write from its first statement on.
 *
 * SQLite lets a transaction that has read wait for no one: when another process writes meanwhile, its first write fails at
 * once, whatever the busy timeout. One that begins with a write waits its turn, and then sees what the other wrote. The
 * write that it begins with here is that of the lease.
 */
export function writeTransaction<T>(strapi: Core.Strapi, lease: Lease, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
    await keepStatementsIn('memory', strapi, trx);
    try {
      await lease.confirm(trx);
      return await work(trx);
    } finally {
      await keepStatementsIn('default', strapi, trx);
    }
  }) as Promise<T>;
}
