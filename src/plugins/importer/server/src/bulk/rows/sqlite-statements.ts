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

/** Triggers are made when Strapi starts, and asked for at each statement. */
const triggered = new WeakMap<Database, Map<string, boolean>>();

/** Whether anything fires when a table is written. One that is made later than it was first asked is not seen. */
export function hasTriggers(connection: Database, table: string): boolean {
  const known = triggered.get(connection) ?? new Map<string, boolean>();
  triggered.set(connection, known);
  const standing = known.get(table);
  if (standing !== undefined) return standing;
  const sql = "select 1 from sqlite_schema where type = 'trigger' and lower(tbl_name) = lower(?)";
  const found = connection.prepare(sql).get([table]) !== undefined;
  known.set(table, found);
  return found;
}
