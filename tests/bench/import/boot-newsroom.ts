import type { Core } from '@strapi/strapi';
import { boot, prepareEnvironment } from '../../../src/cli/boot';

/** Boots Newsroom on the database that the environment names, as its commands do. */
export const bootNewsroom = (): Promise<Core.Strapi> => boot(prepareEnvironment());
