import { Upload } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PERMISSIONS } from '../../shared/contracts/permissions';
import { PLUGIN_ID } from './plugin-id';
import { readTranslations } from './translations';

const allowed = (...names: (keyof typeof PERMISSIONS)[]) => names.map((name) => ({ action: PERMISSIONS[name], subject: null }));

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Upload,
      intlLabel: { id: `${PLUGIN_ID}.name`, defaultMessage: 'Import' },
      permissions: allowed('view'),
      Component: () => import('./pages/app').then(({ App }) => ({ default: App })),
      position: 3,
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  registerTrads: ({ locales }: { locales: string[] }) => Promise.resolve(readTranslations(locales)),
};
