import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import action from './content-types/action/schema.json';
import entry from './content-types/entry/schema.json';
import item from './content-types/item/schema.json';
import lease from './content-types/lease/schema.json';
import run from './content-types/run/schema.json';
import upload from './content-types/upload/schema.json';
import { offerRunFinished } from './events/announce-run';
import { panelRoutes } from './panel/routes';
import { adminRoutes } from './panel/panel-route';
import { registerPermissions } from './permissions/register-permissions';
import { DEFAULT_PROFILE } from './pipeline/profile';
import importer from './services/importer';

const configuration = z.strictObject({ timeZone: z.string() });

export default {
  config: {
    default: { timeZone: DEFAULT_PROFILE.timeZone },
    validator: (config: unknown) => configuration.parse(config),
  },
  contentTypes: {
    item: { schema: item },
    run: { schema: run },
    entry: { schema: entry },
    lease: { schema: lease },
    action: { schema: action },
    upload: { schema: upload },
  },
  routes: { admin: { type: 'admin', routes: adminRoutes(panelRoutes) } },
  register: ({ strapi }: { strapi: Core.Strapi }) => offerRunFinished(strapi),
  bootstrap: ({ strapi }: { strapi: Core.Strapi }) => registerPermissions(strapi),
  services: { importer },
};
