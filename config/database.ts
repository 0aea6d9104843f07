import path from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { Client } from 'pg';
import { processName } from '../src/database/process-name';
import { type Environment, readEnvironment } from '../src/environment/environment';
import { foldCaseOf } from '../src/database/sqlite-text';

/** While SQLite itself waits for a lock, the process stands still: only opening does so. Writers are queued by the importer. */
const SQLITE_SETTINGS = ['busy_timeout = 10000', 'journal_mode = WAL', 'synchronous = NORMAL', 'foreign_keys = ON', 'busy_timeout = 0'];

/** Readers go on while a writer writes, and a writer waits for another one for a while instead of failing at once. */
function tuneSqlite(connection: BetterSqlite3.Database, done: (error: Error | null, connection: unknown) => void) {
  try {
    for (const setting of SQLITE_SETTINGS) {
      connection.pragma(setting);
    }
    foldCaseOf(connection);
    done(null, connection);
  } catch (cause) {
    done(cause instanceof Error ? cause : new Error(String(cause)), connection);
  }
}

function sqlite(environment: Environment) {
  const filename = path.resolve(environment.DATABASE_FILENAME);
  return { client: 'sqlite', connection: { filename }, useNullAsDefault: true, pool: { afterCreate: tuneSqlite } };
}

/**
 * A process that hangs in a transaction, halted or on a machine that sleeps, keeps locked what it has written: the server ends the
 * transaction after so many milliseconds without a word of it, and whoever waits for a lock waits a little longer than that.
 */
const LONGEST_SILENCE_MS = 15_000;
const LONGEST_LOCKED_MS = 20_000;

/** With lz4 an import takes a fifth less time. Servers that were built without it don't offer it. */
const SETTINGS = `
  select set_config('idle_in_transaction_session_timeout', '${LONGEST_SILENCE_MS}', false),
    set_config('lock_timeout', '${LONGEST_LOCKED_MS}', false),
    (select set_config(name, 'lz4', false) from pg_settings where name = 'default_toast_compression' and 'lz4' = any(enumvals))`;

/** What is compressed otherwise stays as it is, and is read as before. */
function tunePostgres(connection: Client, done: (error: Error | null, connection: unknown) => void) {
  connection.query(SETTINGS, (error: Error | null) => {
    // Nobody else ends a connection that could not be set up.
    if (error) void connection.end().catch(() => undefined);
    done(error, connection);
  });
}

const LONGEST_CONNECTING_MS = 10_000;
const KEEP_ALIVE_AFTER_MS = 10_000;

/** A request that gets no connection for so long is answered with an error. */
const LONGEST_ACQUIRING_MS = 30_000;

function postgres(environment: Environment) {
  const server = {
    host: environment.DATABASE_HOST,
    port: environment.DATABASE_PORT,
    database: environment.DATABASE_NAME,
    user: environment.DATABASE_USERNAME,
    password: environment.DATABASE_PASSWORD,
  };
  return {
    client: 'postgres',
    connection: {
      ...(environment.DATABASE_URL === undefined ? server : { connectionString: environment.DATABASE_URL }),
      schema: environment.DATABASE_SCHEMA,
      application_name: processName(),
      ssl: environment.DATABASE_SSL === 'true',
      // A server that is gone without a word is noticed, also by a connection that waits for it.
      connectionTimeoutMillis: LONGEST_CONNECTING_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    },
    acquireConnectionTimeout: LONGEST_ACQUIRING_MS,
    pool: { min: environment.DATABASE_POOL_MIN, max: environment.DATABASE_POOL_MAX, afterCreate: tunePostgres },
  };
}

export default () => {
  const environment = readEnvironment();
  return {
    connection: environment.DATABASE_CLIENT === 'postgres' ? postgres(environment) : sqlite(environment),
    settings: { useTypescriptMigrations: true },
  };
};
