/** An error of a database or of the way to it, as far as it tells what it is. */
const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';

const messageIn = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'message' in cause ? String(cause.message) : String(cause);

/** Class 08 and 57P01 to 57P05 of PostgreSQL, too many connections, and what the system says of a socket. */
const UNREACHABLE = /^(?:08...|57P0[1-5]|53300|E(?:CONNRESET|CONNREFUSED|CONNABORTED|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN))$/;

/** The driver and the pool have no codes for it. */
const LOST = /connection terminated|connection error and is not queryable|client was closed|timeout acquiring a connection/iu;

/**
 * Serialization failures, deadlocks, locks that were not to be had, what another has written or deleted meanwhile, and what is said of
 * the statements after these:
 * https://www.postgresql.org/docs/current/errcodes-appendix.html, https://www.sqlite.org/rescode.html
 */
const CROSSED = /^(?:40001|40P01|55P03|23505|23503|25P02|25P03|SQLITE_(?:BUSY|LOCKED).*)$/;

/** Whether the database could not be reached, which is no fault of what was to be written. */
export const isUnreachable = (cause: unknown): boolean => UNREACHABLE.test(codeOf(cause)) || LOST.test(messageIn(cause));

/** Whether another writer was in the way. */
export const isCrossed = (cause: unknown): boolean => CROSSED.test(codeOf(cause));
