import type { Database, Statement } from 'better-sqlite3';

/** Prepared statements live as long as their connection, which Strapi keeps open. */
const prepared = new WeakMap<Database, Map<string, Statement>>();

/** More of them than this are a sign that texts differ without end: they are begun anew. */
const MOST_STATEMENTS = 1000;

/** The statement of a text, prepared once for each connection. */
export function prepareOnce(connection: Database, sql: string): Statement {
  const known = prepared.get(connection) ?? new Map<string, Statement>();
  prepared.set(connection, known);
  const standing = known.get(sql);
  if (standing !== undefined) return standing;
  if (known.size >= MOST_STATEMENTS) known.clear();
  const statement = connection.prepare(sql);
  known.set(sql, statement);
  return statement;
}
