import type { ClientBase } from 'pg';
import { JsonText } from '../content/json-text';
import { columnTypes } from './postgres-columns';
import { chunks, conflictClause, quote, quoteAll, splitCondition, whereClause } from './sql';
import type { Condition, Row, Tables } from './tables';

/** A list of values is one value, an array. */
const MOST_VALUES = 20_000;

/**
 * Rows with several values each go in statements of this many values. Longer statements are slower, and no simpler: arrays
 * with `unnest` and `json_populate_recordset` take a half more than `values` where rows hold texts of some kilobytes.
 */
const VALUES_AT_ONCE = 1500;

/** The sequence is looked for once: without `offset 0` it would be for every id. */
const NEXT_IDS = `
  select nextval(own.sequence) as id
  from (select pg_get_serial_sequence($1, 'id')::regclass as sequence offset 0) own, generate_series(1, $2::int)`;

/** Numbered places for values. */
function createBindings() {
  const values: unknown[] = [];
  const place = (value: unknown) => `$${values.push(value instanceof JsonText ? value.toString() : value)}`;
  const known = new Map<string, Map<unknown, string>>();

  /** A column's value that was given before has its place already: drafts and what is published of them say mostly the same. */
  const placeIn = (column: string, value: unknown): string => {
    const places = known.get(column) ?? new Map<unknown, string>();
    known.set(column, places);
    const taken = places.get(value) ?? place(value);
    places.set(value, taken);
    return taken;
  };
  return { values, place, placeIn };
}

function writeWhere(condition: Condition) {
  const { values, place } = createBindings();
  return { where: whereClause(condition, (column, list) => `${column} = any(${place(list)})`), values };
}

/** So many statements of a table are on their way together, on a connection that takes them so: they hold some 500 KB each. */
const SENT_AHEAD = 2;

/**
 * Prepares and begins a task for each item, in their order. While some run, the next is prepared.
 *
 * @param atMost so many run together.
 */
async function inTurn<Item>(atMost: number, items: Iterable<Item>, prepare: (item: Item) => () => Promise<unknown>): Promise<void> {
  const running: Promise<unknown>[] = [];
  try {
    for (const item of items) {
      const begin = prepare(item);
      if (running.length >= atMost) await running.shift();
      const task = begin();
      // It may fail before it is waited for.
      task.catch(() => undefined);
      running.push(task);
    }
    await Promise.all(running);
  } finally {
    await Promise.allSettled(running);
  }
}

/** Tables of PostgreSQL, by statements for many rows. */
export function openPostgresTables(connection: ClientBase, assertOpen: () => void, schema: string | undefined): Tables {
  const nameOf = (table: string) => (schema === undefined ? quote(table) : `${quote(schema)}.${quote(table)}`);

  const atOnce = 'pipeline' in connection && connection.pipeline === true ? SENT_AHEAD : 1;

  const run = async (text: string, values: readonly unknown[]): Promise<Row[]> => {
    assertOpen();
    const { rows } = await connection.query<Record<string, unknown>>(text, [...values]);
    return rows;
  };

  const insert = async (table: string, rows: readonly Row[], ending = '') => {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const size = Math.max(1, Math.floor(VALUES_AT_ONCE / columns.length));
    await inTurn(atOnce, chunks(rows, size), (chunk) => {
      const { values, placeIn } = createBindings();
      const lines = chunk.map(
        (row) => `(${columns.map((column) => (row[column] === undefined ? 'default' : placeIn(column, row[column]))).join(', ')})`,
      );
      const text = `insert into ${nameOf(table)} (${quoteAll(columns)}) values ${lines.join(', ')}${ending}`;
      return () => run(text, values);
    });
  };

  return {
    async select(table, columns, condition) {
      const found: Row[][] = [];
      for (const part of splitCondition(condition, MOST_VALUES)) {
        const { where, values } = writeWhere(part);
        found.push(await run(`select ${quoteAll(columns)} from ${nameOf(table)}${where}`, values));
      }
      return found.length === 1 ? (found[0] ?? []) : found.flat();
    },

    insert: (table, rows) => insert(table, rows),

    upsert: (table, rows, { key, changed }) => insert(table, rows, conflictClause(key, changed)),

    async change(table, rows) {
      const columns = Object.keys(rows[0] ?? {});
      const changed = columns.filter((column) => column !== 'id');
      if (changed.length === 0) return;
      const types = await columnTypes(connection, nameOf(table));
      const settings = changed.map((column) => `${quote(column)} = given.${quote(column)}`).join(', ');
      for (const chunk of chunks(rows, Math.max(1, Math.floor(VALUES_AT_ONCE / columns.length)))) {
        const { values, placeIn } = createBindings();
        // The first row gives the types, and the others follow it.
        const cast = (column: string, line: number) => (line === 0 ? `::${types.get(column) ?? 'text'}` : '');
        const lines = chunk.map(
          (row, line) => `(${columns.map((column) => placeIn(column, row[column]) + cast(column, line)).join(', ')})`,
        );
        const given = `(values ${lines.join(', ')}) as given (${quoteAll(columns)})`;
        await run(`update ${nameOf(table)} as standing set ${settings} from ${given} where standing."id" = given."id"`, values);
      }
    },

    async delete(table, condition) {
      for (const part of splitCondition(condition, MOST_VALUES)) {
        const { where, values } = writeWhere(part);
        await run(`delete from ${nameOf(table)}${where}`, values);
      }
    },

    async reserveIds(table, count) {
      if (count === 0) return [];
      const rows = await run(NEXT_IDS, [nameOf(table), count]);
      return rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
    },
  };
}
