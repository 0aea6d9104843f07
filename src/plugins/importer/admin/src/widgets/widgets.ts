import { ChartBubble, Eye, Upload } from '@strapi/icons';
import type { WidgetArgs } from '@strapi/strapi/admin';
import { PLUGIN_ID } from '../plugin-id';
import { permissionTo } from '../requests/permissions';
import type { Word } from '../translations/use-words';

const word = (id: Word, defaultMessage: string) => ({ id, defaultMessage });

/** What stands on the panel's first page, for those who may see imports. */
export const WIDGETS: WidgetArgs[] = [
  {
    ...{ pluginId: PLUGIN_ID, id: 'last-import', icon: Upload, permissions: [permissionTo('view')] },
    title: word('importer.home.last-import.title', 'Last import'),
    link: { label: word('importer.home.last-import.all', 'All imports'), href: `/plugins/${PLUGIN_ID}/runs` },
    component: () => import('./last-import-widget').then(({ LastImportWidget }) => LastImportWidget),
  },
  {
    ...{ pluginId: PLUGIN_ID, id: 'most-read', icon: Eye, permissions: [permissionTo('view')] },
    title: word('importer.home.most-read.title', 'Most read today'),
    component: () => import('./most-read-widget').then(({ MostReadWidget }) => MostReadWidget),
  },
  {
    ...{ pluginId: PLUGIN_ID, id: 'archive', icon: ChartBubble, permissions: [permissionTo('view')] },
    title: word('importer.home.archive.title', 'Archive by month'),
    component: () => import('./archive/archive-widget').then(({ ArchiveWidget }) => ArchiveWidget),
  },
];
