import type { PanelRoute } from '../panel-route';
import { readLastImport } from './last-import';
import { countByMonth } from './months';
import { readMostReadToday } from './most-read';

export const homeRoutes: readonly PanelRoute[] = [
  { method: 'GET', path: '/home/last-import', permission: 'view', handle: (_context, strapi) => readLastImport(strapi) },
  { method: 'GET', path: '/home/most-read', permission: 'view', handle: (_context, strapi) => readMostReadToday(strapi) },
  { method: 'GET', path: '/home/months', permission: 'view', handle: (_context, strapi) => countByMonth(strapi) },
];
