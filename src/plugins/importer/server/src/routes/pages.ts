import type { PageEndpoints } from '../../../shared/contracts/pages';
import { z } from 'zod';
import { SEEING } from '../../../shared/contracts/permissions';
import { findRun } from '../history/find-run';
import { checkSeen } from '../controllers/check-seen';
import { checked } from '../controllers/checked';
import type { PanelRoutes } from './panel-route';
import { findOrigins } from '../controllers/pages/find-origins';
import { contentModelOf } from '../store/content-model';
import { viewPage } from '../controllers/pages/view-page';

const MOST_RUNS = 2 ** 31 - 1;

const pageAsked = z.object({ id: z.coerce.number().int().min(1).max(MOST_RUNS), name: z.string().min(1).max(4096) });

const originAsked = z.object({ documentId: z.string().min(1).max(64), locale: z.string().max(16).optional() });

export const pagesRoutes: PanelRoutes<keyof PageEndpoints> = {
  'GET /content-types': {
    permission: null,
    handle: (_context, strapi) => {
      const { article, partner, site } = contentModelOf(strapi);
      return Promise.resolve({ article: article.uid, partner: partner?.uid ?? null, site: site?.uid ?? null });
    },
  },
  'GET /runs/:id/pages': {
    permission: SEEING.runs,
    handle: async (context, strapi) => {
      const { id, name } = checked(pageAsked, { ...context.query, ...context.params });
      checkSeen(context, await findRun(strapi, String(id)));
      return viewPage(context, strapi, id, name);
    },
  },
  'GET /articles/:documentId/origin': {
    permission: 'view',
    handle: (context, strapi) => {
      const { documentId, locale } = checked(originAsked, { ...context.query, ...context.params });
      return findOrigins(strapi, documentId, locale);
    },
  },
};
