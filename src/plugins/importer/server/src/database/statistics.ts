import type { Core } from '@strapi/strapi';

/** After so many rows the database looks at its tables for the first time, and again whenever there are `GROWTH` times as many. */
const FIRST = 250;
const GROWTH = 4;

/** Keeps a database's notion of its tables true while they grow. */
export interface Statistics {
  /** Tells of rows that were written and committed. */
  wrote(rows: number): Promise<void>;
}

/**
 * Lets PostgreSQL look at tables. It plans by what it knows of them, and would not look by itself before a minute has passed, or
 * never where autovacuum is off: until then, and in triggers for as long as a connection lasts, it would read whole tables where an
 * index does.
 *
 * @param tables names of tables; those that are not there are passed over.
 */
export async function lookAtTables(strapi: Core.Strapi, tables: readonly string[]): Promise<void> {
  if (strapi.db.dialect.client !== 'postgres') return;
  const { connection } = strapi.db;
  const there = await connection('pg_tables')
    .whereIn('tablename', tables)
    .whereRaw('schemaname = any(current_schemas(false))')
    .pluck('tablename');
  if (there.length > 0) await connection.raw(`analyze ${there.map(() => '??').join(', ')}`, there);
}

/** Has the database look at tables whenever they have grown. @see lookAtTables */
export function keepStatistics(strapi: Core.Strapi, tables: readonly string[]): Statistics {
  let written = 0;
  let next = FIRST;
  return {
    async wrote(rows) {
      written += rows;
      if (written < next) return;
      next = written * GROWTH;
      await lookAtTables(strapi, tables);
    },
  };
}
