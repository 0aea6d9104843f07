import type { Core } from '@strapi/strapi';
import { viewCountsOf } from '../../views/services/view-count';

/** Adds `views` to articles with one look-up for all of them. */
export async function attachViews<T extends { documentId: string }>(strapi: Core.Strapi, articles: readonly T[]) {
  const counts = await viewCountsOf(strapi).read(articles.map(({ documentId }) => documentId));
  return articles.map((article) => ({ ...article, views: counts.get(article.documentId) ?? 0 }));
}
