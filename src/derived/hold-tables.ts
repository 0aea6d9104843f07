import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Run } from './derived-part';
import { dialectOf, inTransaction } from './in-transaction';
import { derivedParts } from './parts';

const RETRY_MS = 10;
const LONGEST_WAIT_MS = 60_000;

/** PostgreSQL's code for a lock that is not to be had at once: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const NOT_AVAILABLE = '55P03';

const isTaken = (cause: unknown) => cause instanceof Error && 'code' in cause && cause.code === NOT_AVAILABLE;

/** The names of all derived tables, by the statements that make them. */
function derivedTables(): string[] {
  const statements = derivedParts('postgres').flatMap(({ tables }) => tables);
  return statements.flatMap((statement) => /^create (?:unlogged )?table if not exists (\w+)/.exec(statement)?.[1] ?? []);
}

/**
 * A transaction in which no trigger of another writes to a derived table: what it reads and what it writes then agree. Readers go on,
 * and writers wait for its end.
 *
 * SQLite has one writer at a time anyway. On PostgreSQL it takes all tables at once or none, so that it never waits for somebody
 * who waits for it.
 *
 * @throws Error where others have written without a pause for a minute.
 */
export async function holdingTables<T>(strapi: Core.Strapi, task: (run: Run) => Promise<T>): Promise<T> {
  if (dialectOf(strapi) === 'sqlite') return inTransaction(strapi, task);

  const hold = `lock table ${derivedTables().join(', ')} in share row exclusive mode nowait`;
  const deadline = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    try {
      return await inTransaction(strapi, async (run) => {
        await run(hold);
        return task(run);
      });
    } catch (cause) {
      if (!isTaken(cause) || Date.now() > deadline) throw cause;
      await wait(RETRY_MS);
    }
  }
}
