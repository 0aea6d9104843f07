import { randomUUID } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
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

const SQLITE = { DATABASE_CLIENT: 'sqlite', DATABASE_URL: '' };

/** What a new database on the server is made from: nothing, or another one. */
async function makeOnServer(server: string, template?: string): Promise<TemporaryDatabase> {
  const name = `newsroom_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}${template === undefined ? '' : ` template ${template}`}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const variables = { DATABASE_CLIENT: 'postgres', DATABASE_URL: url.toString() };
  return { variables, drop: () => onServer(server, `drop database ${name} with (force)`) };
}

/** A database that nothing is in yet: a file in the folder, or one on the PostgreSQL server of the tests. */
export async function makeDatabase(folder: string): Promise<TemporaryDatabase> {
  if (SERVER !== undefined) return makeOnServer(SERVER);
  return { variables: { ...SQLITE, DATABASE_FILENAME: path.join(folder, 'test.db') }, drop: () => Promise.resolve() };
}

/** A database on which Newsroom has booted once, and nothing else has happened. To copy it takes a moment, to make it takes seconds. */
export async function copyPrepared(folder: string): Promise<TemporaryDatabase> {
  const template = process.env.TEST_TEMPLATE;
  if (template === undefined) throw new Error('No database was prepared: run tests by Jest, with the project’s configuration');
  if (SERVER !== undefined) return makeOnServer(SERVER, template);
  const database = path.join(folder, 'test.db');
  await copyFile(template, database);
  return { variables: { ...SQLITE, DATABASE_FILENAME: database }, drop: () => Promise.resolve() };
}
