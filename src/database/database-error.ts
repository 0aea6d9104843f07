import { type DatabaseFault, databaseFaultOf, type FaultKind } from '../plugins/importer/server/src/database/database-fault';
import type { Environment } from '../environment/environment';

/** Newsroom can't work with its database. Its message is one line that says which, why and what to do. */
export class DatabaseError extends Error {}

const ADVICE: Readonly<Record<FaultKind, Readonly<Record<'sqlite' | 'postgres', string>>>> = {
  unreachable: {
    sqlite: 'Try again in a moment',
    postgres: 'Check that the server runs and takes connections, and DATABASE_URL or DATABASE_HOST and DATABASE_PORT',
  },
  refused: {
    sqlite: 'Check the rights of the file and its folder',
    postgres: 'Check name, user, password and rights: DATABASE_URL, or DATABASE_NAME, DATABASE_USERNAME and DATABASE_PASSWORD',
  },
  busy: {
    sqlite: 'Another process has locked it: let it end, or end it, and give the same command again',
    postgres: 'Another process has locked what is needed: let it end, or end it, and give the same command again',
  },
  full: {
    sqlite: 'Make room on the disk, and give the same command again',
    postgres: 'Make room on the disk of the server, and give the same command again',
  },
  'read-only': {
    sqlite: 'Newsroom must be able to write the file and its folder: give it the right, and the same command again',
    postgres: 'Newsroom must be able to write: name a server that is not read-only, and give the same command again',
  },
  unusable: {
    sqlite: 'Check DATABASE_FILENAME: it must be a SQLite file, or none yet, in a folder that can be written',
    postgres: 'The log of the server tells more',
  },
};

const withoutPassword = (url: string) => (URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : 'DATABASE_URL');

/** What people call the database. */
function nameOf(environment: Environment): string {
  const { DATABASE_CLIENT, DATABASE_FILENAME, DATABASE_URL, DATABASE_NAME, DATABASE_HOST, DATABASE_PORT } = environment;
  if (DATABASE_CLIENT === 'sqlite') return `the SQLite file ${DATABASE_FILENAME}`;
  return `the PostgreSQL database ${DATABASE_URL === undefined ? `${DATABASE_HOST}:${DATABASE_PORT}/${DATABASE_NAME}` : withoutPassword(DATABASE_URL)}`;
}

export function faultError({ kind, reason }: DatabaseFault, environment: Environment, cause?: unknown): DatabaseError {
  const advice = ADVICE[kind][environment.DATABASE_CLIENT];
  return new DatabaseError(`Newsroom can't use ${nameOf(environment)}: ${reason}. ${advice}.`, { cause });
}

/** The same for an error that the database's condition has led to; null for any other. */
export function databaseErrorOf(cause: unknown, environment: Environment): DatabaseError | null {
  if (cause instanceof DatabaseError) return cause;
  const fault = databaseFaultOf(cause);
  return fault === null ? null : faultError(fault, environment, cause);
}
