import type { Core } from '@strapi/strapi';
import type { Database } from 'better-sqlite3';
import type { ClientBase } from 'pg';
import { openPostgresTables } from './postgres-tables';
import { openSqliteTables } from './sqlite-tables';
import type { Tables, Transaction } from './tables';

interface ConnectionOfTransaction {
  acquireConnection(): Promise<unknown>;
}

/**
 * Opens the tables inside a transaction. Knex is passed by: building a statement for each batch takes it longer than the
 * database takes to run it.
 */
export async function openTables(strapi: Core.Strapi, transaction: Transaction): Promise<Tables> {
  const connection = await (transaction.client as ConnectionOfTransaction).acquireConnection();
  const assertOpen = () => {
    if (transaction.isCompleted()) throw new Error('The transaction has ended already');
  };
  if (strapi.db.dialect.client === 'sqlite') return openSqliteTables(connection as Database, assertOpen);
  return openPostgresTables(connection as ClientBase, assertOpen, strapi.db.getSchemaName());
}
