import type { Core } from '@strapi/strapi';
import { openPostgresReader } from './postgres-reader';
import { openSqliteReader } from './sqlite-reader';

/** A value that a statement takes. */
export type Value = string | number | null;

/** A row as the driver gives it: dates are milliseconds in SQLite and `Date` in PostgreSQL, JSON is text in both. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * Reads the database past Strapi's query engine, which takes longer to build a statement than the database to run it.
 * It sees what is committed, whatever transaction is open around it, and never waits for one.
 */
export interface Reader {
  /** The rows of a statement with `?` for each value. Statements are prepared once: their texts must be few. */
  all(sql: string, values: readonly Value[]): Promise<Row[]>;
  close(): void;
}

/** More texts than are in the code. Should one follow what is asked for all the same, it costs time and no memory. */
export const MOST_STATEMENTS = 200;

/** A list of whole numbers that is given as one value, in JSON, so that the statement is the same for lists of any length. */
export const numberList = (strapi: Core.Strapi): string =>
  strapi.db.dialect.client === 'sqlite'
    ? '(select value from json_each(?))'
    : '(select element::integer from json_array_elements_text(?::json) as element)';

const NAME = 'newsroom.reader';

/** The one reader of a running Strapi, once `registerReader` was called and the database is open. */
export const readerOf = (strapi: Core.Strapi): Reader => strapi.get<Reader>(NAME);

/** Call it in `register`. The reader opens with its first use. */
export function registerReader(strapi: Core.Strapi): void {
  strapi.add(NAME, () => (strapi.db.dialect.client === 'sqlite' ? openSqliteReader(strapi) : openPostgresReader(strapi)));
}
