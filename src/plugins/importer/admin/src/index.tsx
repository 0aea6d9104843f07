import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { Upload } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { OriginPanel } from './article-origin/origin-panel';
import { PERMISSIONS } from '../../shared/contracts/permissions';
import { PLUGIN_ID } from './plugin-id';
import { readTranslations } from './translations';
import { WIDGETS } from './widgets/widgets';

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
    app.widgets.register(WIDGETS);
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const { addEditViewSidePanel } = app.getPlugin('content-manager').apis as Pick<ContentManagerPlugin, 'addEditViewSidePanel'>;
    addEditViewSidePanel([OriginPanel]);
  },

  registerTrads: ({ locales }: { locales: string[] }) => Promise.resolve(readTranslations(locales)),
};
