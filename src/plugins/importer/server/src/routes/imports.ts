import type { FoldersQuery, ImportEndpoints } from '../../../shared/contracts/imports';
import type { PageQuery } from '../../../shared/contracts/list';
import { SEEING } from '../../../shared/contracts/permissions';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { configurationOf } from '../configuration';
import { listFolders } from '../services/server-folders';
import { recordBefore } from '../history/record-before';
import { personOf } from '../history/person';
import type { UploadsService } from '../services/uploads';
import { checked, pageAsked } from '../controllers/checked';
import type { PanelRoutes } from './panel-route';
import { userOf } from '../controllers/user-of';
import { importOptions } from '../controllers/imports/options';
import { putFile } from '../controllers/imports/put-file';
import { start } from '../controllers/imports/start';

const foldersAsked = pageAsked.extend({ below: z.string().min(1).max(2000).optional() } satisfies Record<
  Exclude<keyof FoldersQuery, keyof PageQuery>,
  z.ZodType
>);

const uploadsOf = (strapi: Core.Strapi) => strapi.plugin('importer').service<UploadsService>('uploads');

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
