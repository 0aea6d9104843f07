import BetterSqlite3, { type Statement } from 'better-sqlite3';
import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { sqliteFileOf } from '../../plugins/importer/server/src/database/sqlite-file';
import { MOST_STATEMENTS, type Reader, type Row } from './reader';

interface Client {
  emit(event: 'query', query: { readonly sql: string; readonly bindings: readonly unknown[] }): void;
}

/** A connection of its own: Strapi has one, and whoever wants it waits until the transaction on it has ended. */
export function openSqliteReader(strapi: Core.Strapi): Reader {
  const client = strapi.db.connection.client as Client;
  const connection = new BetterSqlite3(sqliteFileOf(strapi), { readonly: true });
  connection.pragma('busy_timeout = 10000');
  const statements = new LRUCache<string, Statement>({ max: MOST_STATEMENTS });

  return {
    all(sql, values) {
      const statement = statements.get(sql) ?? connection.prepare(sql);
      statements.set(sql, statement);
      client.emit('query', { sql, bindings: values });
      return Promise.resolve(statement.all(...values) as Row[]);
    },
    close: () => connection.close(),
  };
}
