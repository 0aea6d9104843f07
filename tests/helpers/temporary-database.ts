import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client } from 'pg';

/** The PostgreSQL server that tests run on; undefined for SQLite. Set by `npm run test:postgres`. */
const SERVER = process.env.TEST_POSTGRES_URL;

export const isPostgres = SERVER !== undefined;

interface TemporaryDatabase {
  readonly variables: Readonly<Record<string, string>>;
  drop(): Promise<void>;
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** A database that nothing is in yet: a file in the folder, or one on the PostgreSQL server of the tests. */
export async function makeDatabase(folder: string): Promise<TemporaryDatabase> {
  if (SERVER === undefined) {
    const variables = { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: path.join(folder, 'test.db'), DATABASE_URL: '' };
    return { variables, drop: () => Promise.resolve() };
  }
  const name = `newsroom_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(SERVER, `create database ${name}`);
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  const variables = { DATABASE_CLIENT: 'postgres', DATABASE_URL: url.toString() };
  return { variables, drop: () => onServer(SERVER, `drop database ${name} with (force)`) };
}
