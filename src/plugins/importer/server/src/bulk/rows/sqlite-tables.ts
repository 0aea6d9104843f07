import type { Database, Statement } from 'better-sqlite3';
import { JsonText } from '../content/json-text';
import { alikeInTurn } from './alike';
import { conflictClause, quote, quoteAll, splitCondition, whereClause } from './sql';
import { hasTriggers, prepareOnce } from './sqlite-statements';
import type { Condition, Row, Tables } from './tables';

/** Lengths that a list of values is filled up to, so that a few statements do for lists of every length. */
const LENGTHS = [1, 4, 16, 64, 128, 256, 512, 1024];
const MOST_VALUES = 1024;

const lengthFor = (count: number) => LENGTHS.find((length) => length >= count) ?? count;

const marks = (count: number) => Array.from({ length: count }, () => '?').join(', ');

/** Binds as Knex does. */
function bind(value: unknown): unknown {
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof JsonText) return value.bytes;
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

/** The place of a column's value in a statement. */
type PlaceOf = (column: string) => string;

/** The text of a statement for so many rows. */
type TextOf = (columns: readonly string[], placeOf: PlaceOf, rows: number) => string;

/**
 * So many rows are inserted by one statement where triggers fire: to begin one costs as much as a small row then. Elsewhere a row
 * alone is quicker (measured: by a quarter), as SQLite need not note how to take back the rows before it.
 */
const INSERTED_TOGETHER = 8;

/** SQLite copies each value of a statement twice: a row with a longer text goes alone. */
const LONG_TEXT = 1024 * 1024;

const isLong = (row: Row) => Object.values(row).some((value) => value instanceof JsonText && value.bytes.length > LONG_TEXT);

function insertText(table: string, columns: readonly string[], placeOf: PlaceOf, rows: number): string {
  const places = `(${columns.map(placeOf).join(', ')})`;
  return `insert into ${quote(table)} (${quoteAll(columns)}) values ${Array.from({ length: rows }, () => places).join(', ')}`;
}

/** Rows of lists of values: the driver takes twice as long to make them. A copy of a row that has all columns costs less than a new one. */
function toRows(statement: Statement, lists: readonly (readonly unknown[])[]): Row[] {
  if (lists.length === 0) return [];
  const names = statement.columns().map(({ name }) => name);
  const empty: Row = Object.fromEntries(names.map((name) => [name, null]));
  return lists.map((values) => {
    const row: Record<string, unknown> = { ...empty };
    let index = 0;
    for (const name of names) {
      row[name] = values[index];
      index += 1;
    }
    return row;
  });
}

/** Tables of SQLite, by prepared statements. */
export function openSqliteTables(connection: Database, assertOpen: () => void): Tables {
  const prepare = (sql: string) => {
    assertOpen();
    return prepareOnce(connection, sql);
  };

  const runAll = (rows: readonly Row[], together: number, textOf: TextOf, order: (columns: string[]) => string[]) => {
    for (const alike of alikeInTurn(rows)) {
      const columns = order(Object.keys(alike[0] ?? {}));
      // What comes as bytes is text all the same. A text that goes through the cast too stays as it is.
      const inBytes = new Set(columns.filter((column) => alike.some((row) => row[column] instanceof JsonText)));
      const placeOf: PlaceOf = (column) => (inBytes.has(column) ? 'cast(? as text)' : '?');
      const statements = new Map<number, Statement>();
      const statementFor = (count: number) => {
        const statement = statements.get(count) ?? prepare(textOf(columns, placeOf, count));
        statements.set(count, statement);
        return statement;
      };
      const run = (some: readonly Row[]) => {
        const values: unknown[] = [];
        for (const row of some) for (const column of columns) values.push(bind(row[column]));
        statementFor(some.length).run(values);
      };
      const step = alike.some(isLong) ? 1 : together;
      const whole = alike.length - (alike.length % step);
      for (let start = 0; start < whole; start += step) run(alike.slice(start, start + step));
      for (const row of alike.slice(whole)) run([row]);
    }
  };

  const asGiven = (columns: string[]) => columns;
  const togetherIn = (table: string) => (hasTriggers(connection, table) ? INSERTED_TOGETHER : 1);

  return {
    select(table, columns, condition) {
      const parts = splitCondition(condition, MOST_VALUES).map((part) => {
        const statement = prepare(`select ${quoteAll(columns)} from ${quote(table)}${writeWhere(part)}`).raw();
        return toRows(statement, statement.all(valuesOf(part)) as unknown[][]);
      });
      return Promise.resolve(parts.length === 1 ? (parts[0] ?? []) : parts.flat());
    },

    insert(table, rows) {
      runAll(rows, togetherIn(table), (...parts) => insertText(table, ...parts), asGiven);
      return Promise.resolve();
    },

    upsert(table, rows, { key, changed }) {
      runAll(rows, togetherIn(table), (...parts) => insertText(table, ...parts) + conflictClause(key, changed), asGiven);
      return Promise.resolve();
    },

    change(table, rows) {
      const textOf: TextOf = (columns, placeOf) => {
        const settings = columns.filter((column) => column !== 'id').map((column) => `${quote(column)} = ${placeOf(column)}`);
        return `update ${quote(table)} set ${settings.join(', ')} where "id" = ?`;
      };
      const changes = Object.keys(rows[0] ?? {}).some((column) => column !== 'id');
      if (changes) runAll(rows, 1, textOf, (columns) => [...columns.filter((column) => column !== 'id'), 'id']);
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
