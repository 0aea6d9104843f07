import type { Reader } from '../news/reader/reader';

/** As many addresses a sitemap may hold: https://www.sitemaps.org/protocol.html#index */
const MOST_ADDRESSES = 50_000;

/** Articles that are read at a time. */
const PAGE = 2000;

/** All but those that are dated ahead: counting the few of them takes no time, counting the others by their dates would. */
const COUNT = `select (select count(*) from published_articles) - coalesce(sum(
    (select count(*) from published_articles p where p.locale = l.code and p.newest_first < ?)), 0) as articles from i18n_locale l`;

const FIRST_OF_PART = 'select article_id from published_articles where newest_first >= ? order by article_id limit 1 offset ?';

const ARTICLES = `select p.article_id, p.document_id, p.locale, a.slug, a.updated_at from (
    select article_id, document_id, locale from published_articles where article_id >= ? and newest_first >= ? order by article_id limit ?
  ) p join articles a on a.id = p.article_id order by p.article_id`;

/** An article as a sitemap needs it. */
export interface SitemapArticle {
  readonly documentId: string;
  readonly locale: string;
  readonly slug: string | null;
  readonly updated: Date | null;
}

/** Over how many sitemaps the articles of all languages are spread. @param now the moment by which they are public. */
export async function countParts(reader: Reader, now: number): Promise<number> {
  const [row] = await reader.all(COUNT, [-now]);
  return Math.ceil(Number(row?.['articles']) / MOST_ADDRESSES);
}

/**
 * The articles of one part, read page by page as they are asked for.
 *
 * @param number from 1.
 * @param now the moment by which they are public.
 */
export async function* readPart(reader: Reader, number: number, now: number): AsyncGenerator<SitemapArticle> {
  const [first] = await reader.all(FIRST_OF_PART, [-now, (number - 1) * MOST_ADDRESSES]);
  if (first === undefined) return;
  let from = Number(first['article_id']);
  for (let left = MOST_ADDRESSES; left > 0; left -= PAGE) {
    const rows = await reader.all(ARTICLES, [from, -now, Math.min(PAGE, left)]);
    for (const row of rows) {
      const updated = row['updated_at'] as number | Date | null;
      yield {
        documentId: String(row['document_id']),
        locale: String(row['locale']),
        slug: typeof row['slug'] === 'string' ? row['slug'] : null,
        updated: updated === null ? null : new Date(updated),
      };
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    from = Number(last['article_id']) + 1;
  }
}
