import type { Dialect, Trigger } from './derived-part';

interface TriggerPlan {
  readonly name: string;
  readonly table: string;
  /** Such as `insert`, or `update of slug, locale`. It fires after that, for each row. */
  readonly event: string;
  /** A condition on `new` and `old`. */
  readonly when?: string;
  /** Statements that may name `new` and `old`, each without its semicolon. */
  readonly body: readonly string[];
}

const statementsOf = (body: readonly string[]) => body.map((statement) => `${statement};`).join('\n');

/** What PostgreSQL needs for a trigger: a function of the same name, which it calls. */
const functionOf = (name: string, body: readonly string[]) =>
  `create or replace function ${name}() returns trigger language plpgsql as $body$ begin\n${statementsOf(body)}\nreturn null;\nend $body$`;

/** Writes a trigger for a database: SQLite holds statements in it, PostgreSQL calls a function. */
export function writeTrigger(dialect: Dialect, { name, table, event, when, body }: TriggerPlan): Trigger {
  const condition = when === undefined ? '' : ` when (${when})`;
  const head = `create trigger ${name} after ${event} on ${table} for each row${condition}`;
  if (dialect === 'sqlite') return { name, table, statements: [`${head} begin\n${statementsOf(body)}\nend`] };
  return { name, table, statements: [functionOf(name, body), `${head} execute function ${name}()`] };
}

type StatementPlan = Pick<TriggerPlan, 'name' | 'table' | 'body'> & { readonly event: 'insert' | 'update' };

/**
 * Writes a trigger of PostgreSQL that fires once for each statement, however many rows it has written: a call for each of
 * them would take as long as writing it does. The rows are in the tables `added` and, after an update, as they were, in
 * `replaced`. A join with one of them is planned for as few rows as the first statement has written: where a later one may have
 * many, give them as an array, or put `offset 0` into the subquery.
 */
export function writeStatementTrigger({ name, table, event, body }: StatementPlan): Trigger {
  const rows = `${event === 'update' ? 'old table as replaced ' : ''}new table as added`;
  const head = `create trigger ${name} after ${event} on ${table} referencing ${rows} for each statement`;
  return { name, table, statements: [functionOf(name, body), `${head} execute function ${name}()`] };
}

interface InsertPlan {
  readonly name: string;
  readonly table: string;
  /** A condition on the columns of a row. */
  readonly when: (row: string) => string;
  /** A statement that says `select …` of a row's columns, and then where the rows come from. */
  readonly body: (row: string, rows: string) => string;
}

/** Writes a trigger that fires when rows are added: in SQLite for each of them, in PostgreSQL for those of a statement together. */
export function writeInsertTrigger(dialect: Dialect, { name, table, when, body }: InsertPlan): Trigger {
  if (dialect === 'sqlite')
    return writeTrigger(dialect, { name, table, event: 'insert', when: when('new'), body: [body('new', ' where true')] });
  return writeStatementTrigger({ name, table, event: 'insert', body: [body('added', ` from added where ${when('added')}`)] });
}
