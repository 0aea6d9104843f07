import type { Core } from '@strapi/strapi';
import { DateTime } from 'luxon';
import type { MonthCount, SiteSettings } from '../../plugins/importer/shared/contracts/home';
import { readerOf } from '../reader/reader';

/** A chart of more would not be read; an article with a mistyped year must not stretch it. */
const MOST_YEARS = 50;

/** Both ends of a language's archive. `newest_first` is minus the milliseconds since 1970. */
const EDGE = {
  newest: 'select newest_first as edge from published_articles where locale = ? and newest_first > ? order by newest_first limit 1',
  oldest: 'select newest_first as edge from published_articles where locale = ? and newest_first < ? order by newest_first desc limit 1',
};

/** Counts ranges of the feed's index, one for each pair of first and last `newest_first` in a JSON list. */
const COUNT = {
  sqlite: `select key as place, (select count(*) from published_articles where locale = ?
      and newest_first between json_extract(value, '$[0]') and json_extract(value, '$[1]')) as articles
    from json_each(?)`,
  postgres: `select place - 1 as place, (select count(*) from published_articles where locale = ?
      and newest_first between (value->>0)::bigint and (value->>1)::bigint) as articles
    from json_array_elements(?::json) with ordinality as months (value, place)`,
};

/** The first moments of all months from the oldest article to the newest, of those that have come and are not too long ago. */
async function monthsOf(strapi: Core.Strapi, locales: readonly string[], now: DateTime): Promise<DateTime[]> {
  const bound = { newest: -now.toMillis(), oldest: -now.minus({ years: MOST_YEARS }).toMillis() };
  const edges = async (end: 'newest' | 'oldest') => {
    const found = await Promise.all(locales.map((locale) => readerOf(strapi).all(EDGE[end], [locale, bound[end]])));
    return found.flat().map(({ edge }) => -Number(edge));
  };
  const [newest, oldest] = [Math.max(...(await edges('newest'))), Math.min(...(await edges('oldest')))];
  const months = [];
  const first = DateTime.fromMillis(Number.isFinite(oldest) ? oldest : 1, { zone: now.zone }).startOf('month');
  for (let month = first; month.toMillis() <= newest; month = month.plus({ months: 1 })) months.push(month);
  return months;
}

/**
 * How many published articles came out in each month of the site's time zone, the oldest first, months without one too. One in
 * two languages counts twice, as it stands in two feeds; one without a date, or with one to come, does not count.
 */
export async function countByMonth(strapi: Core.Strapi, { locales, timeZone }: SiteSettings): Promise<MonthCount[]> {
  const months = await monthsOf(strapi, locales, DateTime.now().setZone(timeZone));
  if (months.length === 0) return [];

  const now = Date.now();
  const ranges = JSON.stringify(months.map((month) => [Math.max(1 - month.plus({ months: 1 }).toMillis(), -now), -month.toMillis()]));
  const sql = COUNT[strapi.db.dialect.client === 'sqlite' ? 'sqlite' : 'postgres'];
  const found = await Promise.all(locales.map((locale) => readerOf(strapi).all(sql, [locale, ranges])));
  const counts = months.map(() => 0);
  for (const { place, articles } of found.flat()) counts[Number(place)] = (counts[Number(place)] ?? 0) + Number(articles);
  return months.map((month, place) => ({ month: month.toFormat('yyyy-MM'), articles: counts[place] ?? 0 }));
}
