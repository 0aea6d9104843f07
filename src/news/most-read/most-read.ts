import type { Core } from '@strapi/strapi';
import type { Dialect } from '../../derived/derived-part';
import { asInStrapi } from '../../derived/collation';
import { dialectOf } from '../../derived/in-transaction';
import { dayOf, moveWindows } from '../../derived/most-read/move-windows';
import { rankerOf } from '../../derived/most-read/ranker';
import { ARTICLE_COLUMNS, ARTICLE_JOINS } from '../articles/article-sql';
import { embargoOf } from '../embargo';
import { readerOf, type Row } from '../reader/reader';

/**
 * Selects `ARTICLE_COLUMNS`, given days, locale, `newest_first` of what is public now, and limit. The offset keeps PostgreSQL from
 * looking up all that was ever read where the first few do.
 */
export const mostReadStatement = (dialect: Dialect): string => {
  const isOf = (ranked: string) =>
    `a.document_id = ${asInStrapi(dialect, `${ranked}.document_id`)} and a.locale = ${asInStrapi(dialect, `${ranked}.locale`)}`;
  return `select ${ARTICLE_COLUMNS} from (
    select m.document_id, m.locale, m.views from most_read m where m.days = ? and m.locale = ? and exists (
      select 1 from articles a join published_articles p on p.article_id = a.id
      where ${isOf('m')} and p.newest_first >= ? limit 1 offset 0
    ) order by m.views desc, m.document_id limit ?
  ) r join articles a on ${isOf('r')} and a.published_at is not null ${ARTICLE_JOINS}
  order by r.views desc, r.document_id`;
};

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
  const now = await embargoOf(strapi).now();
  return readerOf(strapi).all(mostReadStatement(dialectOf(strapi)), [days, locale, -now, limit]);
}
