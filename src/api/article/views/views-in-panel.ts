import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { embargoesOf } from '../embargo-in-panel';
import { attachViews } from './attach-views';

interface Context {
  readonly method: string;
  readonly params: { readonly model?: string };
  body: unknown;
}

interface Router {
  use(path: string, middleware: (context: Context, next: () => Promise<void>) => Promise<void>): unknown;
}

const article = z.looseObject({ documentId: z.string(), locale: z.string().nullish() });
const listAnswer = z.looseObject({ results: z.array(article) });
const entryAnswer = z.looseObject({ data: article, meta: z.looseObject({}) });

async function withViews(strapi: Core.Strapi, body: unknown): Promise<unknown> {
  const list = listAnswer.safeParse(body);
  if (list.success) {
    const counted = await attachViews(strapi, list.data.results);
    const embargoes = await embargoesOf(strapi, counted);
    return { ...list.data, results: counted.map((row, index) => ({ ...row, embargo: embargoes[index] })) };
  }

  const entry = entryAnswer.safeParse(body);
  if (!entry.success) return body;
  const { data, meta } = entry.data;
  const [counted] = await attachViews(strapi, [data]);
  const [embargo] = await embargoesOf(strapi, [data]);
  // Not in `data`: the panel sends that back when it saves.
  return { ...entry.data, meta: { ...meta, views: counted?.views ?? 0, embargo } };
}

/**
 * Adds `views` and `embargo` to what the panel reads: to each article that it lists, for the columns, and to the `meta` of one that
 * it opens, for what stands beside it. Call it in `register`.
 */
export function addViewsToPanel(strapi: Core.Strapi): void {
  const { router } = strapi.server as { router: Router };
  router.use('/content-manager/collection-types/:model', async (context, next) => {
    await next();
    const isRead = context.method === 'GET' && context.params.model === 'api::article.article';
    if (isRead) context.body = await withViews(strapi, context.body);
  });
}
