import type { Core } from '@strapi/strapi';
import { endBackground, goOnWhenServing } from './background/serve-background';
import { checkConfiguration, DEFAULT_CONFIGURATION } from './configuration';
import action from './content-types/action/schema.json';
import correction from './content-types/correction/schema.json';
import entry from './content-types/entry/schema.json';
import item from './content-types/item/schema.json';
import lease from './content-types/lease/schema.json';
import rule from './content-types/rule/schema.json';
import run from './content-types/run/schema.json';
import upload from './content-types/upload/schema.json';
import { queueSqliteWriters } from './database/sqlite-writers';
import { offerRunFinished } from './services/announce-run';
import { keepActions } from './history/keep-actions';
import { panelRoutes } from './routes/panel-routes';
import { isAllowed } from './policies/is-allowed';
import { adminRoutes } from './routes/panel-route';
import { registerPermissions } from './permissions/register-permissions';
import { translatePermissions } from './permissions/translate-permissions';
import background from './services/background';
import importer from './services/importer';
import uploads from './services/uploads';
import { checkContentTypes } from './store/check-content-types';
import { indexConflicts } from './store/index-conflicts';

export default {
  config: { default: DEFAULT_CONFIGURATION, validator: checkConfiguration },
  contentTypes: {
    item: { schema: item },
    run: { schema: run },
    entry: { schema: entry },
    lease: { schema: lease },
    action: { schema: action },
    upload: { schema: upload },
    correction: { schema: correction },
    rule: { schema: rule },
  },
  policies: { isAllowed },
  routes: { admin: { type: 'admin', routes: adminRoutes(panelRoutes) } },
  register({ strapi }: { strapi: Core.Strapi }) {
    queueSqliteWriters(strapi);
    offerRunFinished(strapi);
    keepActions(strapi);
    translatePermissions(strapi);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    checkContentTypes(strapi);
    await registerPermissions(strapi);
    await indexConflicts(strapi);
    goOnWhenServing(strapi);
  },
  destroy: ({ strapi }: { strapi: Core.Strapi }) => endBackground(strapi),
  services: { importer, background, uploads },
};
