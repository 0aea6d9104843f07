import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { recordAction } from '../../history/record-action';
import { personOf } from '../../history/person';
import type { BackgroundService } from '../../services/background';
import type { UploadsService } from '../../services/uploads';
import { checked } from '../checked';
import type { PanelContext, PanelRoute } from '../panel-route';
import { refusing } from '../refusing';
import { userOf } from '../user-of';
import { importOptions } from './options';
import { importOrder } from './order';
import { putFile } from './put-file';

const optionsQuery = z.object({ below: z.string().min(1).max(2000).optional() });

const uploadsOf = (strapi: Core.Strapi) => strapi.plugin('importer').service<UploadsService>('uploads');

/** Starts an import or the preview of one, and keeps who did. */
async function start(context: PanelContext, strapi: Core.Strapi, action: 'import' | 'preview') {
  const user = userOf(context);
  const order = checked(importOrder, context.request.body);
  const background = strapi.plugin('importer').service<BackgroundService>('background');
  const id = await refusing(() =>
    action === 'import' ? background.startImport(order, personOf(user)) : background.startPreview(order, personOf(user)),
  );
  await recordAction(strapi, { user, action, run: id, about: order.source.kind === 'folder' ? order.source.path : null });
  return { id };
}

export const importsRoutes: readonly PanelRoute[] = [
  {
    ...{ method: 'GET', path: '/options', permission: 'view' },
    handle: (context, strapi) => importOptions(strapi, checked(optionsQuery, context.query).below),
  },
  {
    ...{ method: 'POST', path: '/uploads', permission: 'preview' },
    async handle(context, strapi) {
      const user = userOf(context);
      const upload = await uploadsOf(strapi).begin(personOf(user));
      await recordAction(strapi, { user, action: 'upload', run: null, about: upload.id });
      return upload;
    },
  },
  { ...{ method: 'PUT', path: '/uploads/:id/files', permission: 'preview' }, handle: putFile },
  {
    ...{ method: 'DELETE', path: '/uploads/:id', permission: 'preview' },
    async handle(context, strapi) {
      const upload = await uploadsOf(strapi).remove((context.params as { id: string }).id);
      await recordAction(strapi, { user: userOf(context), action: 'remove-upload', run: null, about: upload.id });
      return upload;
    },
  },
  { ...{ method: 'POST', path: '/previews', permission: 'preview' }, handle: (context, strapi) => start(context, strapi, 'preview') },
  { ...{ method: 'POST', path: '/runs', permission: 'run' }, handle: (context, strapi) => start(context, strapi, 'import') },
];
