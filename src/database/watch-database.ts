import type { Core } from '@strapi/strapi';
import { driverFaultOf, type DatabaseFault, reasonOf } from '../plugins/importer/server/src/database/database-fault';

/** Where a request's state tells that the database failed meanwhile. */
export const DATABASE_FAULT = 'newsroomDatabaseFault';

/** While it lasts, a fault is logged so often. */
const LOG_EVERY_MS = 30_000;

interface Client {
  on(event: 'query-error', listener: (cause: unknown) => void): void;
  acquireConnection(): Promise<unknown>;
}

interface Commit {
  readonly onCommit: (work: () => unknown) => void;
}

/** Logs a fault when it begins, and again while it lasts: each request would have its own line otherwise. */
function createFaultLog(strapi: Core.Strapi): (fault: DatabaseFault) => void {
  const logged = new Map<string, number>();
  return ({ kind, reason }) => {
    if (Date.now() - (logged.get(kind) ?? -Infinity) < LOG_EVERY_MS) return;
    logged.set(kind, Date.now());
    strapi.log.error(`The database is ${kind}: ${reason}`);
  };
}

/** Strapi waits for ever for a connection that breaks while it is set up, and the process ends by it. */
function endSetUp({ db }: Core.Strapi): void {
  const initialize = db.dialect.initialize.bind(db.dialect);
  db.dialect.initialize = async (connection) => {
    // What is done next with the connection, in `config/database.ts`, fails likewise, and is heard.
    await initialize(connection).catch(() => undefined);
  };
}

interface Transactor {
  commit(value?: unknown): Promise<unknown>;
  /** Fulfilled when all is committed or rolled back, and rejected when that has failed. */
  readonly executionPromise: Promise<unknown>;
}

type Begin = (work: (transactor: Transactor) => unknown, ...others: unknown[]) => unknown;

/** Knex tells whoever commits by hand, as Strapi does, that all is well, also when the database has refused it: that would be lost. */
function refuseWhatIsNotCommitted({ db }: Core.Strapi): void {
  const client = db.connection.client as { transaction: Begin };
  const begin = client.transaction.bind(client);
  client.transaction = (work, ...others) =>
    begin(
      (transactor) => {
        const result = work(transactor);
        // Knex itself commits what answers with a promise, and looks whether that was done.
        if (result !== undefined) return result;
        const commit = transactor.commit.bind(transactor);
        transactor.commit = async (value) => {
          await commit(value);
          await transactor.executionPromise;
        };
        return undefined;
      },
      ...others,
    );
}

interface SqliteConnection {
  readonly inTransaction: boolean;
  exec(sql: string): unknown;
}

/** SQLite leaves a transaction open that it could not commit, and Knex gives the connection to the next who wants it. */
function endOpenTransactions({ db }: Core.Strapi): void {
  if (db.dialect.client !== 'sqlite') return;
  const client = db.connection.client as { validateConnection(connection: SqliteConnection): boolean };
  client.validateConnection = (connection) => {
    if (connection.inTransaction) connection.exec('rollback');
    return true;
  };
}

/** Strapi tells others of a change after its commit, and does not listen whether reading it once more for them fails. */
function hearAfterCommit({ db, log }: Core.Strapi): void {
  const transaction = db.transaction.bind(db) as (work?: (commit: Commit) => unknown) => Promise<unknown>;
  const hearing = (work: () => unknown) => async () => {
    try {
      await work();
    } catch (cause) {
      log.error(`A change was written, but could not be announced: ${reasonOf(cause)}`);
    }
  };
  const heard = (work?: (commit: Commit) => unknown) => {
    if (work === undefined) return transaction();
    return transaction((commit) => work({ ...commit, onCommit: (after) => commit.onCommit(hearing(after)) }));
  };
  db.transaction = heard as typeof db.transaction;
}

/**
 * Lets Newsroom live through a database that is lost for a while: what Strapi leaves unheard is heard, and each request remembers
 * that the database failed it, whatever Strapi makes of that. Call it first in `register`, before there is a connection.
 */
export function watchDatabase(strapi: Core.Strapi): void {
  endSetUp(strapi);
  refuseWhatIsNotCommitted(strapi);
  endOpenTransactions(strapi);
  hearAfterCommit(strapi);
  const log = createFaultLog(strapi);
  const remember = (cause: unknown) => {
    const fault = driverFaultOf(cause);
    if (fault === null) return;
    log(fault);
    const context = strapi.requestContext.get();
    if (context) context.state[DATABASE_FAULT] = fault;
  };

  const client = strapi.db.connection.client as Client;
  client.on('query-error', remember);
  const acquire = client.acquireConnection.bind(client);
  client.acquireConnection = async () => {
    try {
      return await acquire();
    } catch (cause) {
      remember(cause);
      throw cause;
    }
  };
}
