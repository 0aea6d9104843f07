import type { Core } from '@strapi/strapi';
import { asReader } from '../database/sqlite-writers';
import { toFieldValue } from './content/field-value';
import type { Data } from './documents';
import { describePlainTable } from './model/plain-table';
import { createRowParser, type ParsedRow } from './content/parse-rows';
import { alikeInTurn } from './rows/alike';
import { openTables } from './rows/open-tables';
import type { Row, Tables, Transaction } from './rows/tables';

/**
 * Plain rows of one content type without draft & publish, locales, relations, media and components, many at a time. Rows
 * are written as they are given: no validator, no lifecycle and no event. A field that the type does not have, or a value
 * that its column can't hold, is a `BulkRefusal` that names each of them, and nothing is written.
 *
 * All methods join the transaction around them (`strapi.db.transaction`), or make their own.
 */
export interface RowWriter {
  /**
   * Inserts rows. `documentId`, `createdAt`, `updatedAt`, `publishedAt` and defaults are Strapi's where a row does not
   * name them. Half of the time of many small rows goes into making a `documentId`: naming one saves it.
   *
   * @returns the ids of the rows, in their order.
   */
  insert(rows: readonly Data[]): Promise<number[]>;
  /**
   * Inserts rows, or changes those that stand with the same key, which keep their `id`, `documentId` and `createdAt`, and
   * everything that is not named. Of several rows with one key, the later say what differs.
   *
   * @param key the fields of a unique index of the database. Each row names all of them.
   */
  upsert(rows: readonly Data[], key: readonly string[]): Promise<void>;
  /** Sets the named fields of standing rows. An id that is not there is passed over. */
  update(rows: readonly (Data & { readonly id: number })[]): Promise<void>;
  /**
   * Rows where the field has one of the values, in the order of their ids. JSON comes parsed, and dates with a time as a
   * `Date`.
   */
  find(field: string, values: readonly (string | number)[], select: readonly string[]): Promise<Row[]>;
  /** Deletes all rows where the field has one of the values. */
  deleteBy(field: string, values: readonly (string | number)[]): Promise<void>;
}

/** Rows that name the same fields, which one statement can write. */
function groupAlike(rows: readonly ParsedRow[]): ParsedRow[][] {
  const groups = new Map<string, ParsedRow[]>();
  for (const alike of alikeInTurn(rows)) {
    const fields = Object.keys(alike[0] ?? {}).join();
    const group = groups.get(fields);
    if (group === undefined) groups.set(fields, alike);
    else for (const row of alike) group.push(row);
  }
  return [...groups.values()];
}

const isSame = (a: unknown, b: unknown) => a === b || (a instanceof Date && b instanceof Date && a.getTime() === b.getTime());

/** Rows with one key become one row. */
function mergeAlike(rows: readonly ParsedRow[], [first = '', ...others]: readonly string[]): ParsedRow[] {
  const merged: ParsedRow[] = [];
  const places = new Map<unknown, number[]>();
  for (const row of rows) {
    const value = row[first] instanceof Date ? row[first].getTime() : row[first];
    const candidates = places.get(value);
    const place = candidates?.find((index) => others.every((column) => isSame(merged[index]?.[column], row[column])));
    if (place !== undefined) {
      merged[place] = { ...merged[place], ...row };
      continue;
    }
    if (candidates === undefined) places.set(value, [merged.length]);
    else candidates.push(merged.length);
    merged.push(row);
  }
  return merged;
}

/**
 * A writer of plain rows. It may be kept for as long as Strapi runs.
 *
 * @throws BulkRefusal when the content type has more than plain rows.
 */
export function createRowWriter(strapi: Core.Strapi, uid: string): RowWriter {
  const { table, scalars, columnOf, complete } = describePlainTable(strapi, uid);
  const parse = createRowParser(uid, scalars);
  const updatedColumn = columnOf('updatedAt');

  const run = <Result>(action: (tables: Tables) => Promise<Result>): Promise<Result> =>
    strapi.db.transaction(async ({ trx }: { readonly trx: Transaction }) => action(await openTables(strapi, trx))) as Promise<Result>;

  return {
    async insert(rows) {
      const parsed = parse(rows);
      if (parsed.length === 0) return [];
      return run(async (tables) => {
        const ids = await tables.reserveIds(table, parsed.length);
        const now = new Date();
        for (const [index, row] of parsed.entries()) complete(row, now)['id'] = ids[index];
        await tables.insert(table, parsed);
        return ids;
      });
    },

    async upsert(rows, key) {
      const keyColumns = key.map(columnOf);
      const parsed = mergeAlike(parse(rows, key), keyColumns);
      if (parsed.length === 0) return;
      await run(async (tables) => {
        const now = new Date();
        for (const alike of groupAlike(parsed)) {
          const named = Object.keys(alike[0] ?? {}).filter((column) => !keyColumns.includes(column));
          const conflict = { key: keyColumns, changed: [...new Set([...named, updatedColumn])] };
          await tables.upsert(
            table,
            alike.map((row) => complete(row, now)),
            conflict,
          );
        }
      });
    },

    async update(rows) {
      const parsed = parse(rows.map(({ id: _id, ...data }) => data)).map((row, index) => ({ id: rows[index]?.id, ...row }));
      if (parsed.length === 0) return;
      await run(async (tables) => {
        const now = new Date();
        for (const alike of groupAlike(parsed)) {
          await tables.change(
            table,
            alike.map((row) => ({ [updatedColumn]: now, ...row })),
          );
        }
      });
    },

    async find(field, values, select) {
      if (values.length === 0) return [];
      const fields = select.map((name) => ({ name, column: columnOf(name), type: scalars.get(name)?.type ?? 'increments' }));
      const columns = [...new Set(['id', ...fields.map(({ column }) => column)])];
      const read = () => run((tables) => tables.select(table, columns, { [columnOf(field)]: [...new Set(values)] }));
      const rows = await asReader(read);
      return [...rows]
        .sort((a, b) => Number(a['id']) - Number(b['id']))
        .map((row) => {
          const read: Record<string, unknown> = {};
          for (const { name, column, type } of fields) read[name] = toFieldValue(type, row[column]);
          return read;
        });
    },

    async deleteBy(field, values) {
      if (values.length === 0) return;
      await run((tables) => tables.delete(table, { [columnOf(field)]: [...new Set(values)] }));
    },
  };
}
