import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { Database } from 'better-sqlite3';
import { sqliteFileOf } from './sqlite-file';
import { createTurnstile, isBusy } from './turnstile';

interface Options {
  readonly connection?: Database;
}

/** Knex's own parts, as far as they are changed here: https://github.com/knex/knex/tree/master/lib/execution */
interface KnexTransaction {
  begin(connection: Database): Promise<unknown>;
  acquireConnection(options: Options | undefined, work: (connection: Database) => Promise<unknown>): Promise<unknown>;
}

interface Runner {
  run(): Promise<unknown>;
}

interface Client {
  acquireConnection(): Promise<Database>;
  releaseConnection(connection: Database): Promise<void>;
  transaction(...parameters: readonly unknown[]): KnexTransaction;
  runner(statement: unknown): Runner;
  emit(event: string, ...values: readonly unknown[]): boolean;
  destroy(callback?: () => void): Promise<void>;
}

/** What the Document Service does in a transaction without writing anything. */
const READINGS = ['findMany', 'findFirst', 'findOne', 'count'];

const isReading = new AsyncLocalStorage<boolean>();

/** Transactions that `work` begins are there to read: on SQLite they wait for nobody who writes, and keep nobody from writing. */
export const asReader = <Result>(work: () => Result): Result => isReading.run(true, work);

/** Knex would begin as a reader, whose first write fails at once where another process has written meanwhile. */
async function beginWriting(client: Client, given: Database | undefined): Promise<Database> {
  const connection = given ?? (await client.acquireConnection());
  try {
    connection.exec('begin immediate');
    return connection;
  } catch (cause) {
    if (given === undefined) await client.releaseConnection(connection);
    throw cause;
  }
}

/**
 * Has transactions on SQLite begin as writers, and statements outside of one wait, until it is their turn. Meanwhile the process does
 * other work, and the one connection that Strapi has is free for whoever reads. Call it in `register`, before other document middlewares.
 */
export function queueSqliteWriters(strapi: Core.Strapi): void {
  if (strapi.db.dialect.client !== 'sqlite') return;
  const client = strapi.db.connection.client as Client;
  const turnstile = createTurnstile(sqliteFileOf(strapi));

  // What is tried again is no failure yet.
  const emit = client.emit.bind(client);
  client.emit = (event, ...values) => (event === 'query-error' && isBusy(values[0]) ? false : emit(event, ...values));
  const inTurn = async <Result>(begin: () => Promise<Result>): Promise<Result> => {
    try {
      return await turnstile.pass(begin);
    } catch (cause) {
      if (isBusy(cause)) emit('query-error', cause);
      throw cause;
    }
  };

  const createTransaction = client.transaction.bind(client);
  client.transaction = (...parameters) => {
    const transaction = createTransaction(...parameters);
    if (isReading.getStore() === true) return transaction;
    const withConnection = transaction.acquireConnection.bind(transaction);
    transaction.begin = () => Promise.resolve();
    transaction.acquireConnection = async (options, work) => {
      const given = options?.connection;
      const connection = await inTurn(() => beginWriting(client, given));
      try {
        return await withConnection({ ...options, connection }, work);
      } finally {
        if (given === undefined) await client.releaseConnection(connection);
      }
    };
    return transaction;
  };

  strapi.documents.use((context, next) => isReading.run(READINGS.includes(context.action), next));

  const createRunner = client.runner.bind(client);
  client.runner = (statement) => {
    const runner = createRunner(statement);
    const run = runner.run.bind(runner);
    runner.run = async () => {
      try {
        return await run();
      } catch (cause) {
        if (!isBusy(cause)) throw cause;
        return inTurn(() => createRunner(statement).run());
      }
    };
    return runner;
  };

  const destroy = client.destroy.bind(client);
  client.destroy = async (callback) => {
    await destroy(callback);
    turnstile.close();
  };
}
