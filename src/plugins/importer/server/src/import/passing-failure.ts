import { driverFaultOf } from '../database/database-fault';

/**
 * Serialization failures, deadlocks, locks that were not to be had, what another has written or deleted meanwhile, and what is said of
 * the statements after these:
 * https://www.postgresql.org/docs/current/errcodes-appendix.html, https://www.sqlite.org/rescode.html
 */
const CROSSED = /^(?:40001|40P01|55P03|23505|23503|25P02|25P03|SQLITE_(?:BUSY|LOCKED).*)$/;

/** Whether the database could not be reached, which is no fault of what was to be written. */
export const isUnreachable = (cause: unknown): boolean => driverFaultOf(cause)?.kind === 'unreachable';

/** Whether another writer was in the way. */
export const isCrossed = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'code' in cause && CROSSED.test(String(cause.code));
