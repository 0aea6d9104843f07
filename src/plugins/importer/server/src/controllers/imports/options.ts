import type { Core } from '@strapi/strapi';
import type { ImportOptions } from '../../../../shared/contracts/imports';
import { configurationOf } from '../../configuration';
import { listFolders } from '../../services/server-folders';
import { DEFAULT_PROFILE } from '../../import/profile';
import { runningNow } from '../../store/lease/lease';
import { localesOf } from '../../store/site-locales';

/** What can be chosen for an import. */
export async function importOptions(strapi: Core.Strapi): Promise<ImportOptions> {
  const { timeZone, dateOrder, folders, uploads, retention } = configurationOf(strapi);
  const locales = await localesOf(strapi);
  return {
    hasFolders: (await listFolders(folders, { page: 1, pageSize: 1 })).total > 0,
    locales: DEFAULT_PROFILE.locales.filter((code) => locales.includes(code)),
    timeZone,
    dateOrder,
    timeZones: Intl.supportedValuesOf('timeZone'),
    limits: { bytes: uploads.bytes, files: uploads.files },
    retention,
    running: (await runningNow(strapi))?.run ?? null,
  };
}
