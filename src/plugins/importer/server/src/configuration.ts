import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DATE_ORDERS, DEFAULT_PROFILE } from './pipeline/profile';

const MEBIBYTE = 1024 * 1024;

/** What the plugin takes from `config/plugins.ts`. */
const configuration = z.strictObject({
  /** The IANA zone that is chosen unless another is. */
  timeZone: z.string(),
  /** What comes first in dates of figures, unless something else is chosen; null where the pages tell. */
  dateOrder: z.enum(DATE_ORDERS).nullable(),
  /** Folders on the server that may be imported in the panel, with all that is below them. Those that are not there are passed over. */
  folders: z.array(z.string().min(1)),
  uploads: z.strictObject({
    /** Full path of the folder that uploads are kept in. */
    folder: z.string().min(1),
    /** What the files of one upload may have together. */
    bytes: z.number().int().positive(),
    files: z.number().int().positive(),
  }),
});

export type Configuration = z.infer<typeof configuration>;

export const DEFAULT_CONFIGURATION: Configuration = {
  timeZone: DEFAULT_PROFILE.timeZone,
  dateOrder: null,
  folders: ['seeds'],
  uploads: { folder: path.resolve('.tmp/imports'), bytes: 2048 * MEBIBYTE, files: 100_000 },
};

/** @throws ZodError when the configuration can't be used. */
export const checkConfiguration = (config: unknown): Configuration => configuration.parse(config);

/** The plugin's configuration, as it stands. */
export function configurationOf(strapi: Core.Strapi): Configuration {
  const { config } = strapi.plugin('importer');
  return { timeZone: config('timeZone'), dateOrder: config('dateOrder'), folders: config('folders'), uploads: config('uploads') };
}
