import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { attachViews } from './attach-views';

const article = z.looseObject({ documentId: z.string() });
const answer = z.looseObject({ data: z.union([article, z.array(article)]) });

const namesIn = (fields: unknown): string[] => {
  if (typeof fields === 'string') return fields.split(',').map((name) => name.trim());
  return Array.isArray(fields) ? fields.filter((name) => typeof name === 'string') : [];
};

/**
 * `views` is asked for like any other field, but is none of the article's own columns. Takes it out of `fields`.
 *
 * @returns the query without it, and whether the answer is to hold `views`: so it is unless fields are chosen without it.
 */
function takeViewsField(query: Record<string, unknown>): { wanted: boolean; query: Record<string, unknown> } {
  const { fields, ...rest } = query;
  const names = namesIn(fields);
  if (fields === undefined || names.includes('*')) return { wanted: true, query };
  if (!names.includes('views')) return { wanted: false, query };

  const others = names.filter((name) => name !== 'views');
  return { wanted: true, query: { ...rest, fields: others.length > 0 ? others : ['documentId'] } };
}

/** Route middleware: adds `views` to the articles of an answer. */
export const viewsInRest: Core.MiddlewareHandler = async (context, next) => {
  const { wanted, query } = takeViewsField(context.query);
  context.query = query;
  await next();

  const found = wanted ? answer.safeParse(context.body) : undefined;
  if (!found?.success) return;
  const { data } = found.data;
  const [first, ...others] = await attachViews(strapi, [data].flat());
  context.body = { ...found.data, data: Array.isArray(data) ? [first, ...others].filter((one) => one !== undefined) : first };
};
