import type { Core } from '@strapi/strapi';
import type { Dialect, Run } from './derived-part';

export const dialectOf = (strapi: Core.Strapi): Dialect => (strapi.db.dialect.client === 'sqlite' ? 'sqlite' : 'postgres');

/** What each derived part was made from. */
const STATE = 'create table if not exists derived_parts (name varchar(255) primary key, made_from varchar(64) not null)';

/** Any number that nothing else locks by: on PostgreSQL a transaction waits for the others by it. On SQLite there is one writer at a time. */
const LOCK = 'select pg_advisory_xact_lock(20541337)';

/** Makes the table that every other transaction here takes for granted. */
export async function makeState(strapi: Core.Strapi): Promise<void> {
  await inTransaction(strapi, (run) => run(STATE));
}

/** Statements in one transaction. One such transaction runs at a time, in whichever node. */
export async function inTransaction<T>(strapi: Core.Strapi, task: (run: Run) => Promise<T>): Promise<T> {
  return strapi.db.transaction(async ({ trx }: { trx: { raw(sql: string): Promise<unknown> } }) => {
    const run: Run = async (sql) => {
      // Knex takes question marks for values.
      const answer = await trx.raw(sql.replaceAll('?', '\\?'));
      if (Array.isArray(answer)) return answer as Awaited<ReturnType<Run>>;
      return (answer as { rows?: Awaited<ReturnType<Run>> }).rows ?? [];
    };
    if (dialectOf(strapi) === 'postgres') await run(LOCK);
    return task(run);
  });
}
