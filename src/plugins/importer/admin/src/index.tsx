import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin';
import { Upload } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { SEEING } from '../../shared/contracts/permissions';
import { OriginPanel } from './article-origin/origin-panel';
import { PLUGIN_ID } from './plugin-id';
import { permissionTo } from './requests/permissions';
import { readTranslations } from './translations';
import { WIDGETS } from './widgets/widgets';

/**
 * Partner links are content: who may read them in the content manager finds them here. The menu is made before the server is asked for the
 * site's own content type: where it is another one, these people need a right to see imports, too.
 */
const READ_PARTNERS = { action: 'plugin::content-manager.explorer.read', subject: 'api::partner-link.partner-link' };

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: Upload,
      intlLabel: { id: 'importer.name', defaultMessage: 'Import' },
      permissions: [...SEEING.runs.map(permissionTo), READ_PARTNERS],
      Component: () => import('./pages/app').then(({ App }) => ({ default: App })),
      position: 3,
    });
    // First, as what people come for: Strapi's own were registered before.
    app.widgets.register((others) => [...WIDGETS, ...others]);
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const { addEditViewSidePanel } = app.getPlugin('content-manager').apis as Pick<ContentManagerPlugin, 'addEditViewSidePanel'>;
    addEditViewSidePanel([OriginPanel]);
  },

  registerTrads: ({ locales }: { locales: string[] }) => Promise.resolve(readTranslations(locales)),
};
