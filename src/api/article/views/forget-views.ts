import type { Core } from '@strapi/strapi';
import { rowsOf } from '../../../plugins/importer/server/src/database/rows';
import { viewCountsOf } from '../../views/services/view-count';

const ARTICLE = 'api::article.article';

/** When the last locale of an article is deleted, its count goes too. Call it in `register`. */
export function forgetViewsOfDeleted(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    const answer = await next();
    if (context.uid === ARTICLE && context.action === 'delete') {
      const { documentId } = context.params as { documentId: string };
      const left = await rowsOf(strapi, ARTICLE).count({ where: { documentId } });
      if (left === 0) await viewCountsOf(strapi).forget(documentId);
    }
    return answer;
  });
}
