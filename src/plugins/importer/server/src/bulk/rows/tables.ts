import type { Core } from '@strapi/strapi';

export type Row = Readonly<Record<string, unknown>>;
type Knex = Core.Strapi['db']['connection'];
export type Transaction = Parameters<ReturnType<Knex['queryBuilder']>['transacting']>[0];

/** Values that one column may have: a list, or null for rows without one, or `NOT_NULL`. */
export const NOT_NULL = Symbol('not null');
export type Condition = Readonly<Record<string, readonly (string | number)[] | null | typeof NOT_NULL>>;

/** Rows of tables, by table and column names, inside one transaction. Lists of any length are worked off in chunks. */
export interface Tables {
  /** Only one column of the condition may have more than a few values. */
  select(table: string, columns: readonly string[], condition: Condition): Promise<Row[]>;
  insert(table: string, rows: readonly Row[]): Promise<void>;
  /** Sets columns of standing rows, found by their `id`. All rows name the same columns. */
  change(table: string, rows: readonly Row[]): Promise<void>;
  delete(table: string, condition: Condition): Promise<void>;
  /** Ids that no row of the table has or will get. */
  reserveIds(table: string, count: number): Promise<number[]>;
}

/** SQLite binds 32,766 values in a statement, PostgreSQL 65,535. */
const MOST_BINDINGS = 30_000;
const MOST_VALUES = 5000;

function* chunks<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}

/** A condition with one long list becomes several with a part of the list each. */
function split(condition: Condition): Condition[] {
  const long = Object.entries(condition).find(
    ([, values]) => Array.isArray(values) && (values.length > MOST_VALUES || values.length === 0),
  );
  if (long === undefined) return [condition];
  const [column, values] = long;
  return [...chunks(values as readonly (string | number)[], MOST_VALUES)].flatMap((part) => split({ ...condition, [column]: part }));
}

export function openTables(strapi: Core.Strapi, transaction: Transaction): Tables {
  const { dialect } = strapi.db;
  const rowsOf = (table: string) => strapi.db.getConnection(table).transacting(transaction);

  const matching = (table: string, condition: Condition) => {
    const query = rowsOf(table);
    for (const [column, values] of Object.entries(condition)) {
      if (values === null) void query.whereNull(column);
      else if (values === NOT_NULL) void query.whereNotNull(column);
      else void query.whereIn(column, [...values]);
    }
    return query;
  };

  const inChunks = async (rows: readonly Row[], write: (chunk: Row[]) => PromiseLike<unknown>) => {
    const columns = Math.max(1, ...rows.map((row) => Object.keys(row).length));
    const size = Math.max(1, Math.min(dialect.getBatchInsertSize(), Math.floor(MOST_BINDINGS / columns)));
    for (const chunk of chunks(rows, size)) await write(chunk);
  };

  /** Moves the counter of SQLite's AUTOINCREMENT. The write locks the database for others until the transaction ends. */
  async function reserveInSqlite(table: string, count: number): Promise<number> {
    const moved: unknown = await rowsOf('sqlite_sequence').where({ name: table }).increment('seq', count);
    if (moved === 0) await rowsOf('sqlite_sequence').insert({ name: table, seq: count });
    const [counter] = await rowsOf('sqlite_sequence').where({ name: table }).select<{ seq: number }[]>('seq');
    return Number(counter?.seq) - count;
  }

  async function reserveInPostgres(table: string, count: number): Promise<number[]> {
    const schema = strapi.db.getSchemaName();
    const name = schema === undefined ? `"${table}"` : `"${schema}"."${table}"`;
    const sql = `select nextval(pg_get_serial_sequence(?, 'id')) as id from generate_series(1, ?::int)`;
    const answer = (await strapi.db.connection.raw(sql, [name, count]).transacting(transaction)) as { rows: { id: string }[] };
    return answer.rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
  }

  return {
    async select(table, columns, condition) {
      const found: Row[] = [];
      for (const part of split(condition)) for (const row of await matching(table, part).select<Row[]>([...columns])) found.push(row);
      return found;
    },

    async insert(table, rows) {
      await inChunks(rows, (chunk) => rowsOf(table).insert(chunk));
    },

    async change(table, rows) {
      const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id');
      if (columns.length === 0) return;
      await inChunks(rows, (chunk) => rowsOf(table).insert(chunk).onConflict('id').merge(columns));
    },

    async delete(table, condition) {
      for (const part of split(condition)) await matching(table, part).delete();
    },

    async reserveIds(table, count) {
      if (count === 0) return [];
      if (dialect.client === 'postgres') return reserveInPostgres(table, count);
      const before = await reserveInSqlite(table, count);
      return Array.from({ length: count }, (_, index) => before + index + 1);
    },
  };
}
