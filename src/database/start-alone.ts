import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import BetterSqlite3 from 'better-sqlite3';
import { Client, type ClientConfig } from 'pg';
import { readEnvironment } from '../environment/environment';
import { sqliteFileOf } from '../plugins/importer/server/src/database/sqlite-file';
import { DatabaseError, faultError } from './database-error';
import { databaseFaultOf, driverFaultOf } from '../plugins/importer/server/src/database/database-fault';
import { processName } from './process-name';

/** Any number that nothing else locks by. */
const LOCK = 20_541_336;

const LOOK_EVERY_MS = 100;
const TELL_EVERY_MS = 3_000;

/** One process at a time has it, until it lets it go or ends. */
interface Turn {
  /** Takes it if nobody has it. */
  take(): Promise<boolean>;
  /** Who has it, if that can be known. */
  holder(): Promise<string>;
  /** Who has locked what this process waits for, if that can be known. */
  blocker(): Promise<string>;
  letGo(): Promise<void>;
}

const TAKE = 'select pg_try_advisory_lock($1, hashtext(current_schema())) as taken, current_setting($2) as read_only';
const HOLDER = `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.database = (select oid from pg_database where datname = current_database())`;
const BLOCKER = `select b.application_name as name from pg_stat_activity a
  cross join unnest(pg_blocking_pids(a.pid)) blocking join pg_stat_activity b on b.pid = blocking
  where a.application_name = $1 and a.datname = current_database() and a.state_change < now() - interval '2 seconds'`;

/** A lock of PostgreSQL that ends with its connection, and so with the process. */
async function openServerTurn(settings: ClientConfig & { readonly schema?: string }): Promise<Turn> {
  const { schema, ...connection } = settings;
  const client = new Client({ ...connection, application_name: processName() });
  // Losing it while others start, too, is noticed by Strapi's own connections.
  client.on('error', () => undefined);
  await client.connect();
  if (schema !== undefined) await client.query('select set_config($1, $2, false)', ['search_path', schema]);
  return {
    async take() {
      const { rows } = await client.query<{ taken: boolean; read_only: string }>(TAKE, [LOCK, 'transaction_read_only']);
      if (rows[0]?.read_only === 'on') throw Object.assign(new Error('the server is read-only'), { code: '25006' });
      return rows[0]?.taken === true;
    },
    holder: async () => (await client.query<{ name: string }>(HOLDER, [LOCK])).rows[0]?.name ?? '',
    blocker: async () => (await client.query<{ name: string }>(BLOCKER, [processName()])).rows[0]?.name ?? '',
    letGo: () => client.end(),
  };
}

/** A transaction in a file of its own beside SQLite's, which the system ends with the process. Strapi writes the other one meanwhile. */
function openFileTurn(file: string): Turn {
  const connection = new BetterSqlite3(`${file}-starting`, { timeout: 0 });
  return {
    take() {
      try {
        connection.exec('begin exclusive');
        return Promise.resolve(true);
      } catch (cause) {
        if (databaseFaultOf(cause)?.kind === 'busy') return Promise.resolve(false);
        throw cause;
      }
    },
    holder: () => Promise.resolve(''),
    blocker: () => Promise.resolve(''),
    letGo: () => Promise.resolve(connection.close()).then(() => undefined),
  };
}

const openTurn = (strapi: Core.Strapi): Promise<Turn> => {
  if (strapi.db.dialect.client === 'sqlite') return Promise.resolve().then(() => openFileTurn(sqliteFileOf(strapi)));
  const { connectionSettings } = strapi.db.connection.client as { readonly connectionSettings: ClientConfig };
  return openServerTurn({ ...connectionSettings });
};

async function waitForTurn(strapi: Core.Strapi, turn: Turn): Promise<void> {
  const { START_WAIT_SECONDS } = readEnvironment();
  const deadline = Date.now() + START_WAIT_SECONDS * 1000;
  let isTold = false;
  while (!(await turn.take())) {
    const holder = await turn.holder();
    const who = holder === '' ? 'Another Newsroom' : `Another Newsroom (${holder})`;
    if (Date.now() > deadline) {
      throw new DatabaseError(
        `${who} has been starting on this database for more than ${START_WAIT_SECONDS} s. If it hangs, end it, and give the same command again.`,
      );
    }
    if (!isTold) strapi.log.warn(`${who} is starting on this database: waiting for it, ${START_WAIT_SECONDS} s at most`);
    isTold = true;
    await wait(LOOK_EVERY_MS);
  }
}

/** Says now and then whom a start waits for that has its turn: somebody who works with the database, and may hang. */
function tellOfBlockers(strapi: Core.Strapi, turn: Turn): () => void {
  const look = async () => {
    // A connection that is lost is noticed by those that do the work.
    const blocker = await turn.blocker().catch(() => '');
    if (blocker !== '') strapi.log.warn(`Waiting for a lock of the database that ${blocker} holds`);
  };
  const timer = setInterval(() => void look(), TELL_EVERY_MS).unref();
  return () => clearInterval(timer);
}

interface Held {
  readonly turn: Turn;
  readonly stopTelling: () => void;
}

const turns = new WeakMap<Core.Strapi, Held>();

/**
 * Lets one process at a time start on a database: two that make tables, languages, roles and permissions at once make some of them
 * twice, or fail. Strapi's reading and writing begin when this process has its turn. Call it in `register`.
 */
export function startAlone(strapi: Core.Strapi): void {
  const initialize = strapi.db.init.bind(strapi.db);
  strapi.db.init = async (options) => {
    try {
      const turn = await openTurn(strapi);
      turns.set(strapi, { turn, stopTelling: tellOfBlockers(strapi, turn) });
      await waitForTurn(strapi, turn);
    } catch (cause) {
      await letOthersStart(strapi);
      const fault = driverFaultOf(cause);
      throw fault === null ? cause : faultError(fault, readEnvironment(), cause);
    }
    return initialize(options);
  };
}

/** Call it when everything stands, and when Strapi ends before. */
export async function letOthersStart(strapi: Core.Strapi): Promise<void> {
  const held = turns.get(strapi);
  turns.delete(strapi);
  held?.stopTelling();
  // A connection that is lost has let it go already.
  await held?.turn.letGo().catch(() => undefined);
}
