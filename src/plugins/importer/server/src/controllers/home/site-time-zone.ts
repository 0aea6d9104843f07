import type { Core } from '@strapi/strapi';
import { IANAZone } from 'luxon';
import { rowsOf } from '../../database/rows';
import { SITE } from '../../store/uids';

/** The zone that the site's times are shown in: the one that an editor set, or that of the configuration. */
export async function siteTimeZone(strapi: Core.Strapi): Promise<string> {
  const sites = await rowsOf<{ timeZone: string | null }>(strapi, SITE).findMany({ select: ['timeZone'], orderBy: { id: 'asc' } });
  const set = sites.map(({ timeZone }) => timeZone ?? '').find((zone) => IANAZone.isValidZone(zone));
  return set ?? strapi.plugin('importer').config<string>('timeZone');
}
