import { z } from 'zod';
import { documentId } from '../news/parameters';
import { defineRoute } from '../news/routing/route';
import { viewRecorderOf } from './record-view';

/** Counts a view. Nothing of the request's body is looked at. */
export const viewsRoute = defineRoute({
  method: 'POST',
  path: '/api/articles/{documentId}/views',
  summary: 'Count a view of an article, and tell how often it was read by now',
  permission: 'api::article.article.findOne',
  parameters: z.strictObject({ documentId }),
  answer: z.object({
    data: z.object({ documentId: z.string(), views: z.int().min(0) }),
    meta: z.object({ counted: z.boolean().describe('False for a known bot, and for a reader who has read it a short time ago') }),
  }),
  caching: false,
  limited: 'views',

  async handle(strapi, { documentId: article }, request) {
    const { counted, ...data } = await viewRecorderOf(strapi).record(article, { ip: request.ip, userAgent: request.header('user-agent') });
    return { body: { data, meta: { counted } } };
  },
});
