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

/** Writes a trigger for a database: SQLite holds statements in it, PostgreSQL calls a function of the same name. */
export function writeTrigger(dialect: Dialect, { name, table, event, when, body }: TriggerPlan): Trigger {
  const condition = when === undefined ? '' : ` when (${when})`;
  const head = `create trigger ${name} after ${event} on ${table} for each row${condition}`;
  const statements = body.map((statement) => `${statement};`).join('\n');
  if (dialect === 'sqlite') return { name, table, statements: [`${head} begin\n${statements}\nend`] };
  return {
    name,
    table,
    statements: [
      `create or replace function ${name}() returns trigger language plpgsql as $body$ begin\n${statements}\nreturn null;\nend $body$`,
      `${head} execute function ${name}()`,
    ],
  };
}
