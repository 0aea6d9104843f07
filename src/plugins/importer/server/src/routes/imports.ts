import type { FoldersQuery, ImportEndpoints } from '../../../shared/contracts/imports';
import type { PageQuery } from '../../../shared/contracts/list';
import { SEEING } from '../../../shared/contracts/permissions';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { configurationOf } from '../configuration';
import { listFolders } from '../folders/server-folders';
import { recordBefore } from '../history/record-before';
import { personOf } from '../history/person';
import type { BackgroundService } from '../services/background';
import type { UploadsService } from '../services/uploads';
import { checked, pageAsked } from '../controllers/checked';
import type { PanelContext, PanelRoutes } from './panel-route';
import { refusing } from '../controllers/refusing';
import { userOf } from '../controllers/user-of';
import { importOptions } from '../controllers/imports/options';
import { importOrder } from '../controllers/imports/order';
import { putFile } from '../controllers/imports/put-file';

const foldersAsked = pageAsked.extend({ below: z.string().min(1).max(2000).optional() } satisfies Record<
  Exclude<keyof FoldersQuery, keyof PageQuery>,
  z.ZodType
>);

const uploadsOf = (strapi: Core.Strapi) => strapi.plugin('importer').service<UploadsService>('uploads');

/** Starts an import or the preview of one, and keeps who did. */
async function start(context: PanelContext, strapi: Core.Strapi, action: 'import' | 'preview') {
  const user = userOf(context);
  const order = checked(importOrder, context.request.body);
  const background = strapi.plugin('importer').service<BackgroundService>('background');
  const about = order.source.kind === 'folder' ? order.source.path : null;
  const begin = () =>
    refusing(() => (action === 'import' ? background.startImport(order, personOf(user)) : background.startPreview(order, personOf(user))));
  const id = await recordBefore(strapi, { user, action, run: null, about }, begin, (run) => ({ run }));
  return { id };
}

export const importsRoutes: PanelRoutes<keyof ImportEndpoints> = {
  'GET /options': {
    permission: SEEING.order,
    handle: (_context, strapi) => importOptions(strapi),
  },
  'GET /folders': {
    permission: SEEING.order,
    handle: (context, strapi) => listFolders(configurationOf(strapi).folders, checked(foldersAsked, context.query)),
  },
  'POST /uploads': {
    permission: SEEING.order,
    handle(context, strapi) {
      const user = userOf(context);
      const begin = () => uploadsOf(strapi).begin(personOf(user));
      return recordBefore(strapi, { user, action: 'upload', run: null }, begin, ({ id }) => ({ about: id }));
    },
  },
  'PUT /uploads/:id/files': {
    permission: SEEING.order,
    handle: putFile,
  },
  'DELETE /uploads/:id': {
    permission: SEEING.order,
    handle(context, strapi) {
      const { id } = context.params as { id: string };
      const action = { user: userOf(context), action: 'remove-upload', run: null, about: id } as const;
      return recordBefore(strapi, action, () => uploadsOf(strapi).remove(id));
    },
  },
  'POST /previews': {
    permission: 'preview',
    handle: (context, strapi) => start(context, strapi, 'preview'),
  },
  'POST /runs': {
    permission: 'run',
    handle: (context, strapi) => start(context, strapi, 'import'),
  },
};
