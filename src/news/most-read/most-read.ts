import type { Core } from '@strapi/strapi';
import type { Dialect } from '../../derived/derived-part';
import { asInStrapi } from '../../derived/collation';
import { dialectOf } from '../../derived/in-transaction';
import { dayOf, moveWindows } from '../../derived/most-read/move-windows';
import { rankerOf } from '../../derived/most-read/ranker';
import { ARTICLE_COLUMNS, ARTICLE_JOINS } from '../articles/article-sql';
import { readerOf, type Row } from '../reader/reader';

/** Selects `ARTICLE_COLUMNS`, given days, locale and limit. */
export const mostReadStatement = (dialect: Dialect): string => `select ${ARTICLE_COLUMNS} from (
    select document_id, locale, views from most_read where days = ? and locale = ? order by views desc, document_id limit ?
  ) r join articles a on a.document_id = ${asInStrapi(dialect, 'r.document_id')} and a.locale = ${asInStrapi(dialect, 'r.locale')}
    and a.published_at is not null ${ARTICLE_JOINS}
  order by r.views desc, r.document_id`;

const WINDOWS_BEHIND = 'select 1 from most_read_windows where as_of < ? limit 1';

/** What has to be done before `most_read` is read: spans end today, and views that wait are ranked. */
export async function bringRankingsUpToDate(strapi: Core.Strapi, days: number): Promise<void> {
  const today = dayOf(Date.now());
  const behind = days === 0 ? [] : await readerOf(strapi).all(WINDOWS_BEHIND, [today]);
  if (behind.length > 0) await moveWindows(strapi, today);
  await rankerOf(strapi).catchUp();
}

/**
 * The articles of a language that were read most over a span of days, the present one (of UTC) included.
 *
 * @returns rows with `ARTICLE_COLUMNS`.
 * @param days 1, 7 or 30; 0 for all time.
 */
export async function readMostRead(strapi: Core.Strapi, days: number, locale: string, limit: number): Promise<Row[]> {
  await bringRankingsUpToDate(strapi, days);
  return readerOf(strapi).all(mostReadStatement(dialectOf(strapi)), [days, locale, limit]);
}
