import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Environment } from '../environment/environment';
import { faultError } from './database-error';
import { databaseFaultOf, type DatabaseFault, type FaultKind, reasonOf } from '../plugins/importer/server/src/database/database-fault';

/** So long another process may write, in milliseconds. */
const PATIENCE_MS = 10_000;

/** What the system says of a file or a folder. */
const SYSTEM: Readonly<Record<string, FaultKind>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
};

function faultOf(cause: unknown): DatabaseFault {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return databaseFaultOf(cause) ?? { kind: SYSTEM[code] ?? 'unusable', reason: reasonOf(cause) };
}

/** Opens a file as a SQLite database, and sees that it can be written. A file that is not there yet is made. */
function tryToWrite(file: string): void {
  const connection = new BetterSqlite3(file, { timeout: PATIENCE_MS });
  try {
    connection.exec('begin immediate; rollback');
  } finally {
    connection.close();
  }
}

/**
 * Sees that the file of SQLite can be used, before Strapi opens it: of what stands in the way Strapi says much, and nothing in one line.
 *
 * @throws DatabaseError
 */
export function checkFile(environment: Environment): void {
  if (environment.DATABASE_CLIENT !== 'sqlite') return;
  const file = path.resolve(environment.DATABASE_FILENAME);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) throw new Error('it is a folder');
    tryToWrite(file);
  } catch (cause) {
    throw faultError(faultOf(cause), environment, cause);
  }
}
