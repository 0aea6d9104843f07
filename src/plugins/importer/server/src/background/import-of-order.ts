import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { ImportOrder } from '../../../shared/contracts/imports';
import { configurationOf } from '../configuration';
import { checkFolder } from '../services/server-folders';
import type { ImportRequest } from '../import/import-request';
import { type DateOrder, DEFAULT_PROFILE, type SiteProfile } from '../import/profile';
import { refuse } from '../messages/refuse';
import type { UploadsService } from '../services/uploads';
import { localesOf } from '../store/site-locales';

/** What an import is asked to do, but for who asks and how it is carried out. */
export type OrderedImport = Pick<ImportRequest, 'paths' | 'base' | 'label' | 'profile' | 'status' | 'order' | 'redo'>;

/** How pages are to be read; null where it is to be learnt from the pages. */
interface ReadingOptions {
  readonly timeZone: string;
  readonly locale: string | null;
  readonly dateOrder: DateOrder | null;
}

/** The profile that pages are read with. */
export const profileOf = ({ timeZone, locale, dateOrder }: ReadingOptions): SiteProfile => ({
  ...{ ...DEFAULT_PROFILE, timeZone },
  ...(locale === null ? {} : { locale }),
  ...(dateOrder === null ? {} : { dateOrder }),
});

/**
 * The import that somebody orders in the panel.
 *
 * @throws errors.ValidationError or errors.NotFoundError when its source can't be imported.
 */
export async function importOfOrder(strapi: Core.Strapi, order: ImportOrder): Promise<OrderedImport> {
  const { source, status, locale } = order;
  const locales = await localesOf(strapi);
  if (locale !== null && !locales.includes(locale)) {
    throw refuse(errors.ValidationError, 'language-missing', { locale, locales: locales.join(', ') });
  }
  const reading = { profile: profileOf(order), status, order };
  if (source.kind === 'folder') return { ...reading, paths: [await checkFolder(configurationOf(strapi).folders, source.path)] };
  const { folder, name } = await strapi.plugin('importer').service<UploadsService>('uploads').open(source.id);
  return { ...reading, paths: [folder], base: folder, label: [name] };
}
