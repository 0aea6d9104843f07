import type { Core } from '@strapi/strapi';
import type { Dialect, Run } from './derived-part';

export const dialectOf = (strapi: Core.Strapi): Dialect => (strapi.db.dialect.client === 'sqlite' ? 'sqlite' : 'postgres');

/** What each derived part was made from. */
const STATE = 'create table if not exists derived_parts (name varchar(255) primary key, made_from varchar(64) not null)';

/**
 * What makes a transaction wait for the others: on PostgreSQL a lock by any number that nothing else locks by. On SQLite a
 * transaction that reads before it writes fails when another process has written meanwhile; one that begins by writing waits.
 */
const BEGINNINGS: Readonly<Record<Dialect, string>> = {
  sqlite: 'delete from derived_parts where false',
  postgres: 'select pg_advisory_xact_lock(20541337)',
};

/** Makes the table that every other transaction here takes for granted. */
export async function makeState(strapi: Core.Strapi): Promise<void> {
  if (dialectOf(strapi) === 'sqlite') await strapi.db.connection.raw(STATE);
  else await inTransaction(strapi, (run) => run(STATE));
}

/** Statements in one transaction. One such transaction runs at a time, in whichever node. */
export async function inTransaction<T>(strapi: Core.Strapi, task: (run: Run) => Promise<T>): Promise<T> {
  const dialect = dialectOf(strapi);
  return strapi.db.transaction(async ({ trx }: { trx: { raw(sql: string): Promise<unknown> } }) => {
    const run: Run = async (sql) => {
      // Knex takes question marks for values.
      const answer = await trx.raw(sql.replaceAll('?', '\\?'));
      if (Array.isArray(answer)) return answer as Awaited<ReturnType<Run>>;
      return (answer as { rows?: Awaited<ReturnType<Run>> }).rows ?? [];
    };
    await run(BEGINNINGS[dialect]);
    return task(run);
  });
}
