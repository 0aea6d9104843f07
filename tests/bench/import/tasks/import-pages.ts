import type { Core } from '@strapi/strapi';
import { stop } from '../../../../src/cli/stop';
import { STATEMENTS_IN_MEMORY } from '../../../../src/plugins/importer/server/src/throttle/writing-settings';
import { bootNewsroomForWork } from '../boot-newsroom';
import { importFolder } from '../import-folder';
import { startStopwatch } from '../stopwatch';
import { grownTables, readFills } from '../table-growth';
import { watchMemory } from '../watch-memory';

/** What a connection is set to. Whoever writes the same rows is to have the same. */
const PRAGMAS = ['journal_mode', 'synchronous', 'foreign_keys', 'cache_size', 'mmap_size', 'temp_store', 'wal_autocheckpoint'];

/** What Newsroom sets for its connections to PostgreSQL. */
const POSTGRES_SETTING = 'default_toast_compression';

async function readPragmas(strapi: Core.Strapi): Promise<Record<string, string | number>> {
  if (strapi.db.dialect.client !== 'sqlite') {
    const { rows } = await strapi.db.connection.raw<{ rows: { value: string }[] }>('select current_setting(?) as value', [
      POSTGRES_SETTING,
    ]);
    return rows[0] === undefined ? {} : { [POSTGRES_SETTING]: rows[0].value };
  }
  const pragmas: Record<string, string | number> = {};
  for (const name of PRAGMAS) {
    const [row] = await strapi.db.connection.raw<Record<string, string | number>[]>(`pragma ${name}`);
    const [value] = Object.values(row ?? {});
    if (value !== undefined) pragmas[name] = value;
  }
  return { ...pragmas, ...STATEMENTS_IN_MEMORY };
}

/**
 * Boots, and imports a folder. The time is that of the import from the first look at the folder to its report, without the
 * boot, which takes the same few seconds however many pages there are.
 */
export async function importPages({ folder }: { readonly folder: string }) {
  const booting = startStopwatch();
  const strapi = await bootNewsroomForWork();
  const bootSeconds = booting();
  const [before, pragmas] = [await readFills(strapi), await readPragmas(strapi)];

  const memory = watchMemory();
  const importing = startStopwatch();
  const counts = await importFolder(strapi, folder);
  const figures = { seconds: importing(), memory: memory(), bootSeconds, counts };

  const tables = grownTables(strapi, before, await readFills(strapi));
  await stop(strapi);
  return { figures, tables, pragmas };
}
