import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { MonthCount, MostRead, SiteSettings } from '../../shared/contracts/home';
import { contentConfiguration } from './content-configuration';
import { DATE_ORDERS, DEFAULT_PROFILE } from './import/profile';

const MEBIBYTE = 1024 * 1024;

/** A count that the application makes of its readers or its archive, in its own way. */
type Count<Answer> = (strapi: Core.Strapi, site: SiteSettings) => Promise<Answer[]>;

const count = <Answer>() => z.custom<Count<Answer>>((value) => typeof value === 'function', 'expected a function');

const days = z.number().int().positive().nullable();

/** What the plugin takes from `config/plugins.ts`. */
const configuration = z.strictObject({
  /** The content types that are written. */
  content: contentConfiguration,
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
  /** For how many days things are kept that an import has written besides articles and ledger; null for good. */
  retention: z.strictObject({
    /** What a run did with each page, with what stood there before: so long it can be undone. */
    runs: days,
    /** Uploads, since the last run that has read them. */
    uploads: days,
    previews: days,
  }),
  /** What the panel's home page tells besides the last import. */
  home: z.strictObject({
    /** The articles that were read most today, at most five. */
    mostReadToday: count<MostRead>(),
    /** How many articles came out in each month, the oldest first, months without one too. */
    countByMonth: count<MonthCount>(),
  }),
});

/** But for the content types: see `contentModelOf`. */
export type Configuration = Omit<z.infer<typeof configuration>, 'content'>;

/** Strapi fills what a configuration leaves out, in the depth too. A content type is named as a whole: it is filled where it is read. */
export const DEFAULT_CONFIGURATION: Configuration = {
  timeZone: DEFAULT_PROFILE.timeZone,
  dateOrder: null,
  folders: ['seeds'],
  uploads: { folder: path.resolve('.tmp/imports'), bytes: 2048 * MEBIBYTE, files: 100_000 },
  retention: { runs: 90, uploads: 365, previews: 7 },
  home: { mostReadToday: () => Promise.resolve([]), countByMonth: () => Promise.resolve([]) },
};

/** @throws ZodError when the configuration can't be used. */
export const checkConfiguration = (config: unknown): Configuration => configuration.parse(config);

/** The plugin's configuration, as it stands. */
export function configurationOf(strapi: Core.Strapi): Configuration {
  const { config } = strapi.plugin('importer');
  return {
    ...{ timeZone: config('timeZone'), dateOrder: config('dateOrder'), folders: config('folders') },
    ...{ uploads: config('uploads'), retention: config('retention'), home: config('home') },
  };
}
