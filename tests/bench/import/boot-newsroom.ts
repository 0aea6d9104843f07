import type { Core } from '@strapi/strapi';
import { boot, prepareEnvironment } from '../../../src/cli/boot';

/** Boots Newsroom on the database that the environment names, as a server does that imports and serves. */
export const bootNewsroom = (): Promise<Core.Strapi> => boot(prepareEnvironment());

/** The same for work that has the process to itself, as an import does. */
export const bootNewsroomForWork = (): Promise<Core.Strapi> => boot(prepareEnvironment());
