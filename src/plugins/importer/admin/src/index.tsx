import { Upload } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { PLUGIN_ID } from './plugin-id';
import { permissionTo, READ_PARTNERS } from './requests/permissions';
import { readTranslations } from './translations';

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Upload,
      intlLabel: { id: 'importer.name', defaultMessage: 'Import' },
      permissions: [permissionTo('view'), READ_PARTNERS],
      Component: () => import('./pages/app').then(({ App }) => ({ default: App })),
      position: 3,
    });
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  registerTrads: ({ locales }: { locales: string[] }) => Promise.resolve(readTranslations(locales)),
};
