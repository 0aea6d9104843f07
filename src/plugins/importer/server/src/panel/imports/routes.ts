import { SEEING } from '../../../../shared/contracts/permissions';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { recordBefore } from '../../history/record-before';
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
  const about = order.source.kind === 'folder' ? order.source.path : null;
  const begin = () =>
    refusing(() => (action === 'import' ? background.startImport(order, personOf(user)) : background.startPreview(order, personOf(user))));
  const id = await recordBefore(strapi, { user, action, run: null, about }, begin, (run) => ({ run }));
  return { id };
}

export const importsRoutes: readonly PanelRoute[] = [
  {
    ...{ method: 'GET', path: '/options', permission: SEEING.order },
    handle: (context, strapi) => importOptions(strapi, checked(optionsQuery, context.query).below),
  },
  {
    ...{ method: 'POST', path: '/uploads', permission: SEEING.order },
    handle(context, strapi) {
      const user = userOf(context);
      const begin = () => uploadsOf(strapi).begin(personOf(user));
      return recordBefore(strapi, { user, action: 'upload', run: null }, begin, ({ id }) => ({ about: id }));
    },
  },
  { ...{ method: 'PUT', path: '/uploads/:id/files', permission: SEEING.order }, handle: putFile },
  {
    ...{ method: 'DELETE', path: '/uploads/:id', permission: SEEING.order },
    handle(context, strapi) {
      const { id } = context.params as { id: string };
      const action = { user: userOf(context), action: 'remove-upload', run: null, about: id } as const;
      return recordBefore(strapi, action, () => uploadsOf(strapi).remove(id));
    },
  },
  { ...{ method: 'POST', path: '/previews', permission: 'preview' }, handle: (context, strapi) => start(context, strapi, 'preview') },
  { ...{ method: 'POST', path: '/runs', permission: 'run' }, handle: (context, strapi) => start(context, strapi, 'import') },
];
