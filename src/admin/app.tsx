import type { StrapiApp } from '@strapi/strapi/admin';
import { arrangeColumns } from './article-list/arrange-columns';
import { translateDescriptions } from './descriptions';
import { addEmbargoPanel } from './embargo-panel';
import { prepareFrame } from './frame';
import { knowAzerbaijaniFormats } from './languages/azerbaijani-formats';
import { followBrowser } from './languages/follow-browser';
import { offerAzerbaijani } from './languages/offer-azerbaijani';
import logo from './logo.svg';
import { translations } from './translations';
import { addViewsPanel } from './views-panel';

export default {
  config: {
    auth: { logo },
    menu: { logo },
    locales: ['ru', 'az'],
    translations,
    tutorials: false,
    notifications: { releases: false },
  },

  register() {
    offerAzerbaijani();
    knowAzerbaijaniFormats();
    followBrowser(Object.keys(translations));
    prepareFrame();
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    translateDescriptions(app);
    arrangeColumns(app);
    addEmbargoPanel(app);
    addViewsPanel(app);
  },
};
