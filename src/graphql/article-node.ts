import type { ArticleSummary } from '../news/articles/article-schema';
import { dateOf, toSummary } from '../news/articles/to-article';
import type { Row } from '../news/reader/reader';

/** What resolvers of `Article` are given: a row of Strapi's, or one of the news API's own, which knows more. */
export interface ArticleParent {
  /** Number of the row in `articles`. */
  readonly id: number;
  readonly documentId: string;
  readonly body?: unknown;
  readonly views?: number;
  /** Numbers of the rows of category and cover, where they are known already. */
  readonly links?: { readonly category: number | null; readonly cover: number | null };
}

const numberOrNull = (value: unknown) => (typeof value === 'number' ? value : null);

/** An `Article` of GraphQL from a row with `ARTICLE_COLUMNS`. Its category, cover and body are loaded when they are asked for. */
export function toNode(row: Row): ArticleParent & Omit<ArticleSummary, 'category' | 'cover'> & { readonly dateModified: string | null } {
  const { category: _category, cover: _cover, ...fields } = toSummary(row);
  const timestamps = { createdAt: row['created_at'], updatedAt: row['updated_at'], publishedAt: row['published_at'] };
  return {
    ...fields,
    ...timestamps,
    dateModified: dateOf(row['date_modified']),
    id: Number(row['article_id']),
    ...{ originalUrl: row['original_url'] },
    links: { category: numberOrNull(row['category_row']), cover: numberOrNull(row['cover_row']) },
  };
}
