import Database from 'better-sqlite3';
import type { Pragmas, RowCopier, Rows } from './row-copier';

/** Writes each row by a prepared statement of its table. */
export function createSqliteCopier(from: string, to: string, pragmas: Pragmas): RowCopier {
  const source = new Database(from, { readonly: true });
  const target = new Database(to);
  for (const [name, value] of Object.entries(pragmas)) target.pragma(`${name} = ${value}`);

  const statements = new Map<string, Database.Statement>();
  const statementFor = ({ table, columns }: Rows) => {
    const places = columns.map(() => '?').join(', ');
    const names = columns.map((column) => `"${column}"`).join(', ');
    const statement = statements.get(table) ?? target.prepare(`insert into "${table}" (${names}) values (${places})`);
    statements.set(table, statement);
    return statement;
  };
  const writeAll = target.transaction((chunk: readonly Rows[]) => {
    for (const rows of chunk) {
      const statement = statementFor(rows);
      for (const values of rows.values) statement.run(values);
    }
  });

  return {
    method: 'a prepared statement for each table, one row at a time',
    read({ table, column, after, upTo }) {
      const statement = source.prepare(`select * from "${table}" where "${column}" > ? and "${column}" <= ? order by "id"`);
      const columns = statement.columns().map(({ name }) => name);
      return Promise.resolve({ table, columns, values: statement.raw().all(after, upTo) as unknown[][] });
    },
    write(chunk) {
      writeAll(chunk);
      return Promise.resolve();
    },
    close() {
      source.close();
      target.close();
      return Promise.resolve();
    },
  };
}
