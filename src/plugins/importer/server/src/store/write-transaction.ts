import type { Core } from '@strapi/strapi';

type Transaction = Parameters<ReturnType<Core.Strapi['db']['connection']>['transacting']>[0];

/**
 * Runs `work` in a transaction that holds the right to write from its first statement on.
 *
 * SQLite lets a transaction that has read wait for no one: when another process writes meanwhile, its first write fails at
 * once, whatever the busy timeout. One that begins with a write waits its turn, and then sees what the other wrote. The
 * write that it begins with here changes no row.
 */
export function writeTransaction<T>(strapi: Core.Strapi, work: () => Promise<T>): Promise<T> {
  return strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
    const { tableName } = strapi.db.metadata.get('plugin::importer.run');
    await strapi.db.connection(tableName).transacting(trx).whereRaw('1 = 0').update({ id: 0 });
    return work();
  }) as Promise<T>;
}
