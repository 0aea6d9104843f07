import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { BusyError, LeaseLostError } from '../../import/store';
import { rowsOf } from '../../database/rows';
import type { Transaction } from '../../bulk/rows/tables';
import { LEASE, RUN } from '../uids';
import { databaseFaultOf } from '../../database/database-fault';
import { type Holder, isDead, readHolder, thisProcess } from './holder';
import { message } from '../../messages/message';

/** There is one lease: two imports into one database could always meet on the same story. */
const NAME = 'import';

const DEFAULT_TTL_MS = 30_000;
const RENEWALS = 3;

/** So long whoever holds a lease that has expired may go on with the transaction that has locked it. */
const LONGEST_LOCKED_MS = 5_000;
const LOOK_EVERY_MS = 100;

/** The right to write imports into a database, which one process has at a time. */
export interface Lease {
  /**
   * Makes sure of it in a transaction, as its first statement: then no one else can have it before the transaction ends.
   *
   * @throws LeaseLostError when another process has taken it over.
   */
  confirm(transaction: Transaction): Promise<void>;
  /** Tells others which run it is held for. */
  announce(run: number): Promise<void>;
  release(): Promise<void>;
}

interface LeaseRow {
  readonly token: string;
  readonly holder: string;
  readonly run: number | null;
  /** Milliseconds; PostgreSQL tells them as a text. */
  readonly remaining: number | string;
}

/** The database's own clock, in milliseconds: nodes need not agree on the time. */
const CLOCKS: Readonly<Record<string, string>> = {
  sqlite: "cast((julianday('now') - 2440587.5) * 86400000 as integer)",
  postgres: 'cast(extract(epoch from clock_timestamp()) * 1000 as bigint)',
};

const nameOf = (holder: Holder | null) => (holder === null ? '' : `process ${holder.pid} on ${holder.host}`);

async function refusal(strapi: Core.Strapi, { holder, run, remaining }: LeaseRow): Promise<BusyError> {
  const who = readHolder(holder);
  const row = run === null ? null : await rowsOf<{ by: string; startedAt: string }>(strapi, RUN).findOne({ where: { id: run } });
  const holding = {
    holder: nameOf(who),
    seconds: Math.max(1, Math.ceil(Number(remaining) / 1000)),
  };
  if (run === null || row === null) return new BusyError(message('busy', holding));
  return new BusyError(message('busy-run', { run, by: row.by, at: new Date(row.startedAt).toISOString(), ...holding }));
}

/**
 * The run that the lease is held for, by a process that may be alive; null where nobody holds it. The run is null for the
 * moment before its holder has said which.
 */
export async function runningNow(strapi: Core.Strapi): Promise<{ readonly run: number | null } | null> {
  const { tableName } = strapi.db.metadata.get(LEASE);
  const clock = CLOCKS[strapi.db.dialect.client] ?? '';
  const query = strapi.db.connection(tableName).where({ name: NAME }).whereRaw(`expires_at > ${clock}`);
  const [current] = await query.select<Pick<LeaseRow, 'holder' | 'run'>[]>('holder', 'run');
  const holder = current && readHolder(current.holder);
  return current && holder && !isDead(holder) ? { run: current.run } : null;
}

/**
 * Takes the lease. It is renewed until it is released; when its holder dies, it expires, and a holder that certainly has
 * ended on this machine is not waited for.
 *
 * @throws BusyError when another process holds it, or hangs while it has the lease locked.
 */
export async function takeLease(strapi: Core.Strapi, ttlMs = DEFAULT_TTL_MS): Promise<Lease> {
  const { tableName } = strapi.db.metadata.get(LEASE);
  const token = randomUUID();
  const clock = CLOCKS[strapi.db.dialect.client] ?? '';
  const raw = (sql: string, bindings: readonly number[] = []) => strapi.db.connection.raw(sql, [...bindings]);
  const rows = () => strapi.db.connection(tableName);
  const until = () => ({ expires_at: raw(`${clock} + ?`, [ttlMs]) });
  const taken = { token, holder: JSON.stringify(thisProcess()), run: null };

  /** Takes the lease as it was found. On PostgreSQL a row that somebody else has locked is not waited for. */
  const take = async ({ token: found }: LeaseRow): Promise<boolean> => {
    const free = rows().where({ name: NAME, token: found });
    const isPostgres = strapi.db.dialect.client === 'postgres';
    const query = isPostgres ? rows().whereIn('id', free.select('id').forUpdate().noWait()) : free;
    return (await query.update({ ...taken, ...until() })) > 0;
  };

  /** Reading waits for nobody: whoever holds the lease may hang, in a transaction that has locked it. */
  const find = async (): Promise<LeaseRow> => {
    const remaining = raw(`expires_at - ${clock} as remaining`);
    const [current] = await rows().where({ name: NAME }).select<LeaseRow[]>('token', 'holder', 'run', remaining);
    if (current !== undefined) return current;
    await rows().insert({ name: NAME, token: '', holder: '', expires_at: 0 }).onConflict('name').ignore();
    return find();
  };

  const deadline = Date.now() + LONGEST_LOCKED_MS;
  for (;;) {
    const current = await find();
    const holder = readHolder(current.holder);
    const isFree = Number(current.remaining) <= 0 || (holder !== null && isDead(holder));
    if (!isFree) throw await refusal(strapi, current);
    try {
      if (await take(current)) break;
    } catch (cause) {
      if (databaseFaultOf(cause)?.kind !== 'busy') throw cause;
      if (Date.now() > deadline) throw new BusyError(message('busy-hanging', { holder: nameOf(holder) }), { cause });
      await wait(LOOK_EVERY_MS);
    }
  }

  const renewal = setInterval(() => {
    // One that fails is followed by the next, and by that of each chunk.
    rows()
      .where({ name: NAME, token })
      .update(until())
      .then(undefined, () => undefined);
  }, ttlMs / RENEWALS).unref();

  return {
    async confirm(transaction) {
      const held = await rows().transacting(transaction).where({ name: NAME, token }).update(until());
      if (held === 0) throw new LeaseLostError(message('lease-lost', {}));
    },
    async announce(run) {
      await rows().where({ name: NAME, token }).update({ run });
    },
    async release() {
      clearInterval(renewal);
      await rows().where({ name: NAME, token }).update({ expires_at: 0 });
    },
  };
}
