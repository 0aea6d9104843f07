import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Upload } from '../../../../shared/contracts/imports';
import type { UploadsService } from '../../services/uploads';
import type { PanelContext } from '../panel-route';

/** The length that a request says it has; null where it does not say. */
function lengthOf(context: PanelContext): number | null {
  const given = context.get('content-length');
  return /^\d{1,15}$/.test(given) ? Number(given) : null;
}

/** Takes in a file whose bytes are the body. They never are in memory together: nothing has read the body before. */
export async function putFile(context: PanelContext, strapi: Core.Strapi): Promise<Upload> {
  if (!context.is('application/octet-stream')) {
    throw new errors.ValidationError('The bytes of a file are expected as the body, with the content type application/octet-stream');
  }
  const { name } = context.query;
  if (typeof name !== 'string' || name === '') throw new errors.ValidationError('name: the name of the file is expected');
  const { id } = context.params as { id: string };
  return strapi.plugin('importer').service<UploadsService>('uploads').put(id, name, context.req, lengthOf(context));
}
