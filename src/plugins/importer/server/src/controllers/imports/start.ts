import type { Core } from '@strapi/strapi';
import { personOf } from '../../history/person';
import { recordBefore } from '../../history/record-before';
import type { PanelContext } from '../../routes/panel-route';
import type { BackgroundService } from '../../services/background';
import { checked } from '../checked';
import { refusing } from '../refusing';
import { userOf } from '../user-of';
import { importOrder } from './order';

/** Starts an import or the preview of one, and keeps who did. */
export async function start(context: PanelContext, strapi: Core.Strapi, action: 'import' | 'preview') {
  const user = userOf(context);
  const order = checked(importOrder, context.request.body);
  const background = strapi.plugin('importer').service<BackgroundService>('background');
  const about = order.source.kind === 'folder' ? order.source.path : null;
  const begin = () =>
    refusing(() => (action === 'import' ? background.startImport(order, personOf(user)) : background.startPreview(order, personOf(user))));
  const id = await recordBefore(strapi, { user, action, run: null, about }, begin, (run) => ({ run }));
  return { id };
}
