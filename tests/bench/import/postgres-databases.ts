import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Databases, TemporaryDatabase } from './databases';

/** Databases on a server, with names that no other run has. */
export async function createPostgresDatabases(server: string): Promise<Databases> {
  const client = new Client({ connectionString: server });
  await client.connect();
  const run = randomUUID().replaceAll('-', '').slice(0, 12);
  const made = new Set<string>();

  const nameOf = ({ place }: TemporaryDatabase) => new URL(place).pathname.slice(1);
  const create = async (name: string, template: string): Promise<TemporaryDatabase> => {
    const full = `newsroom_bench_${run}_${name}`;
    await client.query(`create database ${full} ${template}`);
    made.add(full);
    const address = new URL(server);
    address.pathname = `/${full}`;
    const place = address.toString();
    return { place, variables: { DATABASE_CLIENT: 'postgres', DATABASE_URL: place } };
  };
  const drop = async (name: string) => {
    await client.query(`drop database ${name} with (force)`);
    made.delete(name);
  };

  return {
    kind: 'postgres',
    async version() {
      const { rows } = await client.query<{ server_version: string }>('show server_version');
      return `PostgreSQL ${rows[0]?.server_version ?? ''}`;
    },
    make: (name) => create(name, ''),
    copy: (original, name) => create(name, `template ${nameOf(original)}`),
    drop: (database) => drop(nameOf(database)),
    async close(keep) {
      if (!keep) for (const name of [...made]) await drop(name);
      await client.end();
    },
  };
}
