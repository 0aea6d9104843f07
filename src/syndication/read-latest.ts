import type { ArticleSummary } from '../news/articles/article-schema';
import { ARTICLE_COLUMNS, ARTICLE_JOINS } from '../news/articles/article-sql';
import { toSummary } from '../news/articles/to-article';
import { findCategory } from '../news/feed/find-category';
import type { Reader, Value } from '../news/reader/reader';
import { errors } from '@strapi/utils';

/** Older articles are no news: https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap */
const HOURS_48 = 48 * 3600 * 1000;

/** No more are allowed in one sitemap of news. */
const MOST_NEWS = 1000;

interface LatestOf {
  readonly locale?: string | undefined;
  /** Slug or document id of a category. */
  readonly category?: string | undefined;
}

const statementOf = (hasCategory: boolean) => `select ${ARTICLE_COLUMNS} from (
    select article_id, newest_first from published_articles
    where locale = ? and newest_first between ? and ?${hasCategory ? ' and category = ?' : ''} order by newest_first limit ${MOST_NEWS}
  ) p join articles a on a.id = p.article_id ${ARTICLE_JOINS} order by p.newest_first`;

/** Articles of the 48 hours before a moment, newest first, at most 1000. @throws errors.NotFoundError for an unknown category. */
export async function readLatest(reader: Reader, { locale, category }: LatestOf, now: number): Promise<ArticleSummary[]> {
  const all = locale === undefined ? await reader.all('select code from i18n_locale order by id', []) : [{ code: locale }];
  const found: ArticleSummary[] = [];
  let isKnown = category === undefined;
  for (const code of all.map((row) => String(row['code']))) {
    const values: Value[] = [code, -now, HOURS_48 - now];
    if (category !== undefined) {
      const documentId = await findCategory(reader, code, category).catch(unlessUnknown);
      if (documentId === undefined) continue;
      isKnown = true;
      values.push(documentId);
    }
    found.push(...(await reader.all(statementOf(category !== undefined), values)).map(toSummary));
  }
  if (!isKnown) throw new errors.NotFoundError('There is no such category');
  const newestFirst = (article: ArticleSummary) => -Date.parse(article.datePublished ?? '');
  return found.sort((one, other) => newestFirst(one) - newestFirst(other)).slice(0, MOST_NEWS);
}

function unlessUnknown(cause: unknown): undefined {
  if (!(cause instanceof errors.NotFoundError)) throw cause;
}
