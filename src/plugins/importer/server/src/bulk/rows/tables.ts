import type { Core } from '@strapi/strapi';

export type Row = Readonly<Record<string, unknown>>;
type Knex = Core.Strapi['db']['connection'];
export type Transaction = Parameters<ReturnType<Knex['queryBuilder']>['transacting']>[0];

/** Values that one column may have: a list, or null for rows without one, or `NOT_NULL`. */
export const NOT_NULL = Symbol('not null');
export type Condition = Readonly<Record<string, readonly (string | number)[] | null | typeof NOT_NULL>>;

/** How rows that are there already are found and changed. */
export interface Conflict {
  /** The columns of a unique index. */
  readonly key: readonly string[];
  /** The columns that a standing row takes over. */
  readonly changed: readonly string[];
}

/**
 * Rows of tables, by table and column names, inside one transaction and on its own connection to the database. Values are
 * those of columns: numbers, strings, booleans, dates and null. Lists of any length are worked off in chunks.
 */
export interface Tables {
  /** `*` selects all columns. Rows come in no order. */
  select(table: string, columns: readonly string[], condition: Condition): Promise<Row[]>;
  /** Rows may name different columns; the others get the default of the database. */
  insert(table: string, rows: readonly Row[]): Promise<void>;
  /** Inserts rows, or changes those that have the same key. All rows name the same columns, and none a key twice. */
  upsert(table: string, rows: readonly Row[], conflict: Conflict): Promise<void>;
  /** Sets columns of standing rows, found by their `id`. All rows name the same columns. */
  change(table: string, rows: readonly Row[]): Promise<void>;
  delete(table: string, condition: Condition): Promise<void>;
  /** Ids that no row of the table has or will get. */
  reserveIds(table: string, count: number): Promise<number[]>;
}
