import type { Database, Statement } from 'better-sqlite3';
import { JsonText } from '../content/json-text';
import { conflictClause, quote, quoteAll, splitCondition, whereClause } from './sql';
import { prepareOnce } from './sqlite-statements';
import type { Condition, Row, Tables } from './tables';

/** Lengths that a list of values is filled up to, so that a few statements do for lists of every length. */
const LENGTHS = [1, 4, 16, 64, 256, 1024];
const MOST_VALUES = 1024;

const lengthFor = (count: number) => LENGTHS.find((length) => length >= count) ?? count;

const marks = (count: number) => Array.from({ length: count }, () => '?').join(', ');

/** Binds as Knex does. */
function bind(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value ?? null;
}

const writeWhere = (condition: Condition) =>
  whereClause(condition, (column, values) => `${column} in (${marks(lengthFor(values.length))})`);

/** The values of a condition. A list is filled up with its last value. */
function valuesOf(condition: Condition): unknown[] {
  return Object.values(condition).flatMap((values) => {
    if (values === null || typeof values === 'symbol') return [];
    return Array.from({ length: lengthFor(values.length) }, (_, index) => values[Math.min(index, values.length - 1)]);
  });
}

/** Whether a row has just these columns, in this order: a question that is asked for every row. */
function hasColumns(row: Row, columns: readonly string[]): boolean {
  let index = 0;
  for (const name in row) {
    if (name !== columns[index]) return false;
    index += 1;
  }
  return index === columns.length;
}

/** The place of a column's value in a statement. */
type PlaceOf = (column: string) => string;

const insertText = (table: string, columns: readonly string[], placeOf: PlaceOf) =>
  `insert into ${quote(table)} (${quoteAll(columns)}) values (${columns.map(placeOf).join(', ')})`;

/** Tables of SQLite, by prepared statements: one row each for writing, as nothing has to travel. */
export function openSqliteTables(connection: Database, assertOpen: () => void): Tables {
  const prepare = (sql: string) => {
    assertOpen();
    return prepareOnce(connection, sql);
  };

  const runAll = (
    rows: readonly Row[],
    textOf: (columns: readonly string[], placeOf: PlaceOf) => string,
    order: (columns: string[]) => string[],
  ) => {
    let names: string[] = [];
    let columns: string[] = [];
    let values: unknown[] = [];
    let statement: Statement | undefined;
    // What comes as bytes is text all the same. A text that goes through the cast too stays as it is.
    const inBytes = new Set<string>();
    const placeOf: PlaceOf = (column) => (inBytes.has(column) ? 'cast(? as text)' : '?');
    for (const row of rows) {
      if (statement === undefined || !hasColumns(row, names)) {
        names = Object.keys(row);
        columns = order(names);
        values = [];
        statement = undefined;
      }
      for (let index = 0; index < columns.length; index += 1) {
        const column = columns[index] ?? '';
        const value = row[column];
        if (!(value instanceof JsonText)) values[index] = bind(value);
        else {
          values[index] = value.bytes;
          if (!inBytes.has(column)) statement = undefined;
          inBytes.add(column);
        }
      }
      statement ??= prepare(textOf(columns, placeOf));
      statement.run(values);
    }
  };

  const asGiven = (columns: string[]) => columns;

  return {
    select(table, columns, condition) {
      const parts = splitCondition(condition, MOST_VALUES).map((part) => {
        const sql = `select ${quoteAll(columns)} from ${quote(table)}${writeWhere(part)}`;
        return prepare(sql).all(valuesOf(part)) as Row[];
      });
      return Promise.resolve(parts.length === 1 ? (parts[0] ?? []) : parts.flat());
    },

    insert(table, rows) {
      runAll(rows, (columns, placeOf) => insertText(table, columns, placeOf), asGiven);
      return Promise.resolve();
    },

    upsert(table, rows, { key, changed }) {
      runAll(rows, (columns, placeOf) => insertText(table, columns, placeOf) + conflictClause(key, changed), asGiven);
      return Promise.resolve();
    },

    change(table, rows) {
      const textOf = (columns: readonly string[], placeOf: PlaceOf) => {
        const settings = columns.filter((column) => column !== 'id').map((column) => `${quote(column)} = ${placeOf(column)}`);
        return `update ${quote(table)} set ${settings.join(', ')} where "id" = ?`;
      };
      const changes = Object.keys(rows[0] ?? {}).some((column) => column !== 'id');
      if (changes) runAll(rows, textOf, (columns) => [...columns.filter((column) => column !== 'id'), 'id']);
      return Promise.resolve();
    },

    delete(table, condition) {
      for (const part of splitCondition(condition, MOST_VALUES)) {
        prepare(`delete from ${quote(table)}${writeWhere(part)}`).run(valuesOf(part));
      }
      return Promise.resolve();
    },

    /** Moves the counter of AUTOINCREMENT. The write locks the database for others until the transaction ends. */
    reserveIds(table, count) {
      if (count === 0) return Promise.resolve([]);
      const move = 'update sqlite_sequence set seq = seq + ? where name = ?';
      if (prepare(move).run([count, table]).changes === 0) {
        prepare('insert into sqlite_sequence (seq, name) values (?, ?)').run([count, table]);
      }
      const last = Number(prepare('select seq from sqlite_sequence where name = ?').pluck().get([table]));
      return Promise.resolve(Array.from({ length: count }, (_, index) => last - count + index + 1));
    },
  };
}
