import type { ClientBase } from 'pg';

type Types = ReadonlyMap<string, string>;

/** Strapi changes columns only when it starts, and it opens new connections then. */
const known = new WeakMap<ClientBase, Map<string, Types>>();

const COLUMNS = `
  select attname as name, format_type(atttypid, null) as type
  from pg_attribute
  where attrelid = $1::regclass and attnum > 0 and not attisdropped`;

/**
 * The types of a table's columns, without their lengths: a cast to `varchar(255)` would cut a longer text in silence.
 *
 * @param table quoted, with its schema.
 */
export async function columnTypes(connection: ClientBase, table: string): Promise<Types> {
  const ofConnection = known.get(connection) ?? new Map<string, Types>();
  known.set(connection, ofConnection);
  const standing = ofConnection.get(table);
  if (standing !== undefined) return standing;
  const { rows } = await connection.query<{ name: string; type: string }>(COLUMNS, [table]);
  const types = new Map(rows.map(({ name, type }) => [name, type]));
  ofConnection.set(table, types);
  return types;
}
