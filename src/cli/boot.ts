import { existsSync } from 'node:fs';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { type Core, createStrapi } from '@strapi/strapi';
import { checkFile } from '../database/check-file';
import { databaseErrorOf } from '../database/database-error';
import { reasonOf } from '../plugins/importer/server/src/services/for-commands';
import { type Environment, readEnvironment } from '../environment/environment';
import { environmentFile, loadEnvironment } from '../environment/load-environment';
import { makeSecrets } from '../environment/make-secrets';
import type { ImporterService } from '../plugins/importer/server/src/services/importer';

/** The folder of the project: the one that `package.json` is in. */
export const ROOT = path.resolve(__dirname, '../../..');

/** Reads and checks the environment, and makes what a first start lacks. */
export function prepareEnvironment(): Environment {
  loadEnvironment();
  const isNew = !existsSync(environmentFile());
  const environment = readEnvironment();
  const made = makeSecrets();
  if (made.length > 0) process.stderr.write(`${isNew ? 'Made' : 'Added to'} ${environmentFile()}: ${made.join(', ')}\n`);
  return environment;
}

/**
 * An import leaves garbage at a rate at which V8 would let the heap grow by hundreds of megabytes before it clears up, if the
 * machine has as much. It may grow by so many per cent of what lives, in this process and all its threads (measured: at 40 % an
 * import takes 5 to 9 % less processor time than at 25 %, and 15 to 20 MiB more; here it is in between).
 */
const HEAP_GROWTH = '--heap-growing-percent=30';

/**
 * Starts Strapi without serving.
 *
 * @throws DatabaseError, or Error with one line that says what else stands in the way.
 */
export async function boot(environment: Environment): Promise<Core.Strapi> {
  setFlagsFromString(HEAP_GROWTH);
  checkFile(environment);
  try {
    return await createStrapi({ appDir: ROOT, distDir: path.join(ROOT, 'dist') }).load();
  } catch (cause) {
    const databaseError = databaseErrorOf(cause, environment);
    if (databaseError !== null) throw databaseError;
    throw new Error(`Newsroom can't start: ${reasonOf(cause)}`, { cause });
  }
}

export const importerOf = (strapi: Core.Strapi): ImporterService => strapi.plugin('importer').service('importer');
