import type { Core } from '@strapi/strapi';
import type { HomeEndpoints, SiteSettings } from '../../../shared/contracts/home';
import { configurationOf } from '../configuration';
import { readLastImport } from '../controllers/home/last-import';
import { siteTimeZone } from '../controllers/home/site-time-zone';
import { localesOf } from '../store/site-locales';
import type { PanelRoutes } from './panel-route';

const settingsOf = async (strapi: Core.Strapi): Promise<SiteSettings> => ({
  locales: await localesOf(strapi),
  timeZone: await siteTimeZone(strapi),
});

export const homeRoutes: PanelRoutes<keyof HomeEndpoints> = {
  'GET /home/last-import': { permission: 'view', handle: (_context, strapi) => readLastImport(strapi) },
  'GET /home/most-read': {
    permission: 'view',
    handle: async (_context, strapi) => configurationOf(strapi).home.mostReadToday(strapi, await settingsOf(strapi)),
  },
  'GET /home/months': {
    permission: 'view',
    handle: async (_context, strapi) => configurationOf(strapi).home.countByMonth(strapi, await settingsOf(strapi)),
  },
};
