import type { ClientBase } from 'pg';
import type { Core } from '@strapi/strapi';
import { MOST_STATEMENTS, type Reader, type Row } from './reader';

interface Client {
  acquireConnection(): Promise<ClientBase>;
  releaseConnection(connection: ClientBase): Promise<void>;
  emit(event: 'query', query: { readonly sql: string; readonly bindings: readonly unknown[] }): void;
  emit(event: 'query-error', cause: unknown): void;
}

interface Prepared {
  /** Each connection keeps what it has planned under a name until it is closed. */
  readonly name?: string;
  readonly text: string;
}

/** Takes connections from Strapi's pool, and passes by knex: named statements are planned once for each connection. */
export function openPostgresReader(strapi: Core.Strapi): Reader {
  const client = strapi.db.connection.client as Client;
  const statements = new Map<string, Prepared>();

  const prepare = (sql: string): Prepared => {
    let places = 0;
    const text = sql.replaceAll('?', () => `$${(places += 1)}`);
    if (statements.size >= MOST_STATEMENTS) return { text };
    const prepared = { name: `newsroom_${statements.size}`, text };
    statements.set(sql, prepared);
    return prepared;
  };

  return {
    async all(sql, values) {
      const prepared = statements.get(sql) ?? prepare(sql);
      client.emit('query', { sql, bindings: values });
      const connection = await client.acquireConnection();
      try {
        return (await connection.query<Row>({ ...prepared, values: [...values] })).rows;
      } catch (cause) {
        client.emit('query-error', cause);
        throw cause;
      } finally {
        await client.releaseConnection(connection);
      }
    },
    close: () => undefined,
  };
}
