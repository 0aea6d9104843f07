/** What keeps a database from doing its work, whatever was asked of it. */
export type FaultKind = 'unreachable' | 'refused' | 'busy' | 'full' | 'read-only' | 'unusable';

export interface DatabaseFault {
  readonly kind: FaultKind;
  /** The database's own reason, in one line and without the statement. */
  readonly reason: string;
}

/** Codes of PostgreSQL: https://www.postgresql.org/docs/current/errcodes-appendix.html. A class stands for all that begin with it. */
const SQL_STATES: readonly (readonly [FaultKind, RegExp])[] = [
  ['unreachable', /^(?:08...|57P0[1-5]|53300|25P03)$/],
  ['refused', /^(?:28...|3D000|3F000|42501)$/],
  ['busy', /^(?:55P03|57014|40P01|40001)$/],
  ['full', /^(?:53[124]00|53000)$/],
  ['read-only', /^25006$/],
  ['unusable', /^(?:58...|XX00[12])$/],
];

/** Codes of SQLite: https://www.sqlite.org/rescode.html. A full disk may be noticed first by the log or its index, as an I/O error. */
const SQLITE_CODES: readonly (readonly [FaultKind, RegExp])[] = [
  ['busy', /^SQLITE_(?:BUSY|LOCKED|PROTOCOL)/],
  ['full', /^SQLITE_(?:FULL|IOERR_WRITE|IOERR_SHMSIZE)/],
  ['read-only', /^SQLITE_READONLY/],
  ['unusable', /^SQLITE_(?:CANTOPEN|NOTADB|CORRUPT|IOERR|PERM|AUTH|NOLFS)/],
];

/** What the drivers say without a code, of a connection that has ended or that was not to be had. */
const LOST = [
  /^Connection terminated/,
  /^Client has encountered a connection error/,
  /^Client was closed and is not queryable/,
  /^timeout expired$/,
  /^Knex: Timeout acquiring a connection/,
  /^Transaction query already complete/,
  /^Unable to acquire a connection/,
  /^aborted$/,
];

const REFUSALS = [/^SASL: /, /^The server does not support SSL connections/];

const NETWORK = /^(?:ECONN|EPIPE$|ETIMEDOUT$|ENOTFOUND$|EAI_|EHOST|ENET|EADDR)/;

/** The drivers' errors. Others have the same codes of the network: those of a mail server, say. */
const ofDatabase = new WeakSet<Error>();

/** The databases put the whole statement before the reason why it failed. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  // Where a name has several addresses, none of which answers, Node says nothing but the code.
  const message = cause.message === '' && 'code' in cause ? String(cause.code) : cause.message;
  return (message.split(' - ').at(-1) ?? '').split('\n')[0] ?? '';
}

const codeOf = (cause: Error): string => ('code' in cause && typeof cause.code === 'string' ? cause.code : '');

function kindOf(cause: Error): FaultKind | undefined {
  const code = codeOf(cause);
  const codes = code.startsWith('SQLITE_') ? SQLITE_CODES : SQL_STATES;
  const coded = codes.find(([, pattern]) => pattern.test(code));
  if (coded !== undefined) return coded[0];
  if (NETWORK.test(code) && ofDatabase.has(cause)) return 'unreachable';
  const reason = reasonOf(cause);
  if (LOST.some((pattern) => pattern.test(reason))) return 'unreachable';
  return REFUSALS.some((pattern) => pattern.test(reason)) ? 'refused' : undefined;
}

/** Whether an error, or what has caused it, is the database's condition, and not the fault of what was asked. */
export function databaseFaultOf(cause: unknown): DatabaseFault | null {
  if (!(cause instanceof Error)) return null;
  const kind = kindOf(cause);
  return kind === undefined ? databaseFaultOf(cause.cause) : { kind, reason: reasonOf(cause) };
}

/** The same of an error that a driver has thrown. */
export function driverFaultOf(cause: unknown): DatabaseFault | null {
  if (cause instanceof Error) ofDatabase.add(cause);
  return databaseFaultOf(cause);
}
