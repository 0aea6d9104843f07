import { Client, escapeIdentifier } from 'pg';
import type { Pragmas, RowCopier, Rows } from './row-copier';

/** The protocol counts the parameters of a statement in 16 bits. */
const MOST_PARAMETERS = 65_535;
const MOST_ROWS = 1000;

/** After so many transactions the server looks at its tables for the first time, and again whenever there were `GROWTH` times as many. */
const FIRST = 2;
const GROWTH = 4;

/** Values are passed through as the text that the server sent. */
const AS_TEXT = { getTypeParser: () => (value: string | Buffer) => value };

function statementFor(table: string, columns: readonly string[], rows: number): string {
  const tuple = (row: number) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(', ')})`;
  const tuples = Array.from({ length: rows }, (_, row) => tuple(row)).join(', ');
  return `insert into ${escapeIdentifier(table)} (${columns.map(escapeIdentifier).join(', ')}) values ${tuples}`;
}

/**
 * Writes by inserts of many rows each, which is the usual fast way without `copy`.
 *
 * The server is asked to look at its tables while they grow, as an import asks it: else Newsroom's triggers would go on by plans
 * that were made for empty tables, and what is measured would be that.
 */
export async function createPostgresCopier(from: string, to: string, settings: Pragmas): Promise<RowCopier> {
  const source = new Client({ connectionString: from });
  const target = new Client({ connectionString: to });
  await Promise.all([source.connect(), target.connect()]);
  for (const [name, value] of Object.entries(settings)) await target.query('select set_config($1, $2, false)', [name, value]);

  let [transactions, next] = [0, FIRST];

  const writeRows = async ({ table, columns, values }: Rows) => {
    const most = Math.min(MOST_ROWS, Math.floor(MOST_PARAMETERS / columns.length));
    for (let start = 0; start < values.length; start += most) {
      const part = values.slice(start, start + most);
      await target.query(statementFor(table, columns, part.length), part.flat());
    }
  };

  return {
    method: `inserts of up to ${MOST_ROWS} rows`,
    async read({ table, column, after, upTo }) {
      const [name, key] = [escapeIdentifier(table), escapeIdentifier(column)];
      const text = `select * from ${name} where ${key} > $1 and ${key} <= $2 order by id`;
      const { fields, rows } = await source.query<unknown[]>({ text, values: [after, upTo], rowMode: 'array', types: AS_TEXT });
      return { table, columns: fields.map((field) => field.name), values: rows };
    },
    async write(chunk) {
      await target.query('begin');
      for (const rows of chunk) await writeRows(rows);
      await target.query('commit');
      transactions += 1;
      if (transactions < next) return;
      next = transactions * GROWTH;
      await target.query('analyze');
    },
    async close() {
      await Promise.all([source.end(), target.end()]);
    },
  };
}
