import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { withoutEmpty } from '../../../src/environment/environment';
import type { Databases } from './databases';
import { createPostgresDatabases } from './postgres-databases';
import { createSqliteDatabases } from './sqlite-databases';

/** Where a run keeps what it makes. */
export interface Workplace {
  readonly databases: Databases;
  readonly at: (name: string) => string;
  /** Takes all away that was made, unless it is to be kept. */
  close(keep: boolean): Promise<void>;
}

function serverFrom(variables: NodeJS.ProcessEnv): string | undefined {
  const url = withoutEmpty(variables)['DATABASE_URL'];
  if (url === undefined || /^postgres(ql)?:\/\//u.test(url)) return url;
  throw new Error(`DATABASE_URL must be that of a PostgreSQL server, such as postgres://user@host/postgres`);
}

/**
 * Makes a temporary folder, with databases in it, or on the PostgreSQL server of `DATABASE_URL`.
 *
 * @param given a folder that is used instead, with the SQLite databases that are in it. It stays.
 */
export async function openWorkplace(given?: string): Promise<Workplace> {
  const server = serverFrom(process.env);
  if (given !== undefined && server !== undefined) throw new Error('Databases are kept in a folder on SQLite only: unset DATABASE_URL');
  if (given !== undefined) await mkdir(given, { recursive: true });
  const folder = given ?? (await mkdtemp(path.join(tmpdir(), 'newsroom-bench-')));
  const remove = () => (given === undefined ? rm(folder, { recursive: true, force: true, maxRetries: 3 }) : Promise.resolve());
  try {
    const databases = server === undefined ? createSqliteDatabases(folder) : await createPostgresDatabases(server);
    return {
      databases,
      at: (name) => path.join(folder, name),
      async close(keep) {
        await databases.close(keep).finally(() => (keep ? undefined : remove()));
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
