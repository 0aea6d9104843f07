import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

const FIXTURE = path.resolve(__dirname, '../fixtures/earlier-database');

type Row = Readonly<Record<string, unknown>>;

/** A time as the fixture has it: in UTC, with milliseconds. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What an import did is kept for some months: its runs have just ended, whenever they are loaded. */
const NOW = '"{now}"';

/** A value as both databases take it: times as dates, JSON as text. */
function stored(value: unknown): unknown {
  if (typeof value === 'string') return TIME.test(value) ? new Date(value) : value;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

const storedRow = (row: Row): Row => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, stored(value)]));

/** The rows of each table, in the order in which tables refer to each other. */
function readTables(folder: string): [table: string, rows: readonly Row[]][] {
  const text = readFileSync(path.join(FIXTURE, 'rows.json'), 'utf8');
  const filled = text.replaceAll('{folder}', JSON.stringify(folder).slice(1, -1)).replaceAll(NOW, JSON.stringify(new Date()));
  return Object.entries(JSON.parse(filled) as Record<string, Row[]>);
}

/**
 * Puts what an earlier version had imported into a database with nothing in it but its tables, and the pages of it into a folder.
 * Columns that have come since stay empty.
 *
 * @param folder what the names of the pages are below.
 * @returns the folder of the pages.
 */
export async function loadEarlierDatabase(strapi: Core.Strapi, folder: string): Promise<string> {
  const { connection, dialect } = strapi.db;
  await strapi.db.transaction(async ({ trx }: { trx: never }) => {
    for (const [table, rows] of readTables(folder)) {
      await connection(table).transacting(trx).insert(rows.map(storedRow));
      // PostgreSQL does not notice numbers that it has not given itself.
      if (dialect.client !== 'postgres') continue;
      await connection.raw("select setval(pg_get_serial_sequence(?, 'id'), max(id)) from ??", [table, table]).transacting(trx);
    }
  });
  const pages = path.join(folder, 'pages');
  cpSync(path.join(FIXTURE, 'pages'), pages, { recursive: true });
  return pages;
}
