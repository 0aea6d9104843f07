import type { HomeEndpoints } from '../../../shared/contracts/home';
import type { PanelRoutes } from './panel-route';
import { readLastImport } from '../controllers/home/last-import';
import { countByMonth } from '../controllers/home/months';
import { readMostReadToday } from '../controllers/home/most-read';

export const homeRoutes: PanelRoutes<keyof HomeEndpoints> = {
  'GET /home/last-import': { permission: 'view', handle: (_context, strapi) => readLastImport(strapi) },
  'GET /home/most-read': { permission: 'view', handle: (_context, strapi) => readMostReadToday(strapi) },
  'GET /home/months': { permission: 'view', handle: (_context, strapi) => countByMonth(strapi) },
};
