import { copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Databases, TemporaryDatabase } from './databases';

/** What is still beside a database file goes into it. */
function foldIn(file: string): void {
  const database = new Database(file);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

/** Databases as files in a folder, which goes away with the folder. */
export function createSqliteDatabases(folder: string): Databases {
  const databaseAt = (name: string): TemporaryDatabase => {
    const place = path.join(folder, `${name}.db`);
    return { place, variables: { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: place } };
  };

  return {
    kind: 'sqlite',
    version() {
      const database = new Database(':memory:');
      const version = database.prepare('select sqlite_version()').pluck().get() as string;
      database.close();
      return Promise.resolve(`SQLite ${version}`);
    },
    make: (name) => Promise.resolve(databaseAt(name)),
    async copy(original, name) {
      const copy = databaseAt(name);
      foldIn(original.place);
      await copyFile(original.place, copy.place);
      return copy;
    },
    async drop({ place }) {
      for (const file of [place, `${place}-wal`, `${place}-shm`]) await rm(file, { force: true });
    },
    close: () => Promise.resolve(),
  };
}
