import type { Core } from '@strapi/strapi';
import { IANAZone } from 'luxon';
import { rowsOf } from '../../database/rows';
import { contentModelOf } from '../../store/content-model';

/** The zone that the site's times are shown in: the one that an editor set, or that of the configuration. */
export async function siteTimeZone(strapi: Core.Strapi): Promise<string> {
  const { site } = contentModelOf(strapi);
  const sites = site === null ? [] : await rowsOf<Record<string, unknown>>(strapi, site.uid).findMany({ orderBy: { id: 'asc' } });
  const zones = sites.map((row) => site?.fromRow(row).timeZone);
  const set = zones.find((zone): zone is string => typeof zone === 'string' && IANAZone.isValidZone(zone));
  return set ?? strapi.plugin('importer').config<string>('timeZone');
}
