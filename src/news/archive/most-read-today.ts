import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { bringRankingsUpToDate } from '../most-read/most-read';
import { readerOf } from '../reader/reader';
import type { MostRead, SiteSettings } from '../../plugins/importer/shared/contracts/home';

const MOST = 5;

const STATEMENT = `select r.document_id, r.locale, r.views, a.title from (
    select document_id, locale, views from most_read where days = 1 and locale = ? order by views desc, document_id limit ?
  ) r join articles a on a.document_id = r.document_id and a.locale = r.locale and a.published_at is not null`;

const row = z.object({ document_id: z.string(), locale: z.string(), title: z.string().nullable(), views: z.coerce.number() });

/** What was read most today, in any language, with how often it was read today. A day is one of UTC, as readers see it too. */
export async function readMostReadToday(strapi: Core.Strapi, { locales }: SiteSettings): Promise<MostRead[]> {
  await bringRankingsUpToDate(strapi, 1);
  const found = await Promise.all(locales.map((locale) => readerOf(strapi).all(STATEMENT, [locale, MOST])));
  return found
    .flat()
    .map((one) => row.parse(one))
    .map(({ document_id: documentId, locale, title, views }) => ({ documentId, locale, title: title ?? '', views }))
    .sort((a, b) => b.views - a.views || a.documentId.localeCompare(b.documentId))
    .slice(0, MOST);
}
