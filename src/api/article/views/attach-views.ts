import type { Core } from '@strapi/strapi';

interface QueryHolder {
  query: Record<string, unknown>;
}

/** Adds `views` to articles with one look-up for all of them. */
export async function attachViews<T extends { documentId: string }>(strapi: Core.Strapi, articles: readonly T[]) {
  const counts = await strapi.service('api::views.view-count').read(articles.map(({ documentId }) => documentId));
  return articles.map((article) => ({ ...article, views: counts.get(article.documentId) ?? 0 }));
}

/**
 * `views` is asked for like any other field, but is none of the article's own columns. Takes it out of `fields`.
 *
 * @returns whether the answer is to hold `views`: so it is unless fields are chosen without it.
 */
export function takeViewsField(context: QueryHolder): boolean {
  const { fields, ...rest } = context.query;
  if (fields === undefined || fields === '*') return true;

  const names = Array.isArray(fields)
    ? fields.map(String)
    : String(fields)
        .split(',')
        .map((name) => name.trim());
  if (!names.includes('views')) return false;
  const others = names.filter((name) => name !== 'views');
  context.query = { ...rest, fields: others.length > 0 ? others : ['documentId'] };
  return true;
}
