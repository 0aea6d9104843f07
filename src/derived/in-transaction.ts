import type { Core } from '@strapi/strapi';
import type { Dialect, Run } from './derived-part';

export const dialectOf = (strapi: Core.Strapi): Dialect => (strapi.db.dialect.client === 'sqlite' ? 'sqlite' : 'postgres');

/** Any number that nothing else locks by. */
const LOCK = 20_541_337;

/**
 * Statements in one transaction. On PostgreSQL only one such transaction runs at a time, in whichever node; on SQLite that is
 * so for every writer.
 */
export async function inTransaction<T>(strapi: Core.Strapi, task: (run: Run) => Promise<T>): Promise<T> {
  const dialect = dialectOf(strapi);
  return strapi.db.transaction(async ({ trx }) => {
    const run: Run = async (sql) => {
      // Knex takes question marks for values.
      const answer: unknown = await trx.raw(sql.replaceAll('?', '\\?'));
      if (Array.isArray(answer)) return answer as Awaited<ReturnType<Run>>;
      return (answer as { rows?: Awaited<ReturnType<Run>> }).rows ?? [];
    };
    if (dialect === 'postgres') await run(`select pg_advisory_xact_lock(${LOCK})`);
    return task(run);
  });
}
