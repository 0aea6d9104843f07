import type { Row } from '../reader/reader';
import type { ArticleSummary, WholeArticle } from './article-schema';

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
const numberOf = (value: unknown) => (value === null || value === undefined ? null : Number(value));

/** Milliseconds or a `Date`, by the database. */
export const dateOf = (value: unknown) => (value === null || value === undefined ? null : new Date(value as number | Date).toISOString());

/** JSON as the databases give it: as text. */
export const jsonOf = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : (value ?? null));

function categoryOf(row: Row): ArticleSummary['category'] {
  const documentId = textOf(row['category_id']);
  if (documentId === null) return null;
  return { documentId, name: textOf(row['category_name']) ?? '', slug: textOf(row['category_slug']) };
}

function coverOf(row: Row): ArticleSummary['cover'] {
  const url = textOf(row['cover_url']);
  if (url === null) return null;
  return {
    url,
    alternativeText: textOf(row['cover_text']),
    width: numberOf(row['cover_width']),
    height: numberOf(row['cover_height']),
    formats: jsonOf(row['cover_formats']) as NonNullable<ArticleSummary['cover']>['formats'],
  };
}

/** An article from a row with `ARTICLE_COLUMNS`. */
export function toSummary(row: Row): ArticleSummary {
  return {
    documentId: String(row['document_id']),
    locale: String(row['locale']),
    title: textOf(row['title']) ?? '',
    slug: textOf(row['slug']),
    lead: textOf(row['lead']),
    datePublished: dateOf(row['date_published']),
    byline: textOf(row['byline']),
    category: categoryOf(row),
    cover: coverOf(row),
    views: numberOf(row['views']) ?? 0,
  };
}

/** An article from a row with `ARTICLE_COLUMNS` and `body`. */
export function toWhole(row: Row): WholeArticle {
  return { ...toSummary(row), body: jsonOf(row['body']) as WholeArticle['body'], originalUrl: textOf(row['original_url']) };
}
