import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { MOST_FILES_TOGETHER, type Upload } from '../../../../shared/contracts/imports';
import type { ReceivedFile, UploadsService } from '../../services/uploads';
import { checked } from '../checked';
import type { PanelContext } from '../../routes/panel-route';

/** The length that a request says it has; null where it does not say. */
function lengthOf(context: PanelContext): number | null {
  const given = context.get('content-length');
  return /^\d{1,15}$/.test(given) ? Number(given) : null;
}

/** A file of a form, as Strapi's body parser leaves it in the temporary folder. */
const partShape = z.object({ filepath: z.string(), size: z.number(), originalFilename: z.string() });
const filesShape = z.object({ files: z.union([partShape.transform((one) => [one]), z.array(partShape)]) });

const namesShape = z.object({
  names: z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue('A list of names is expected, as JSON');
        return z.NEVER;
      }
    })
    .pipe(z.array(z.string().min(1)).min(1).max(MOST_FILES_TOGETHER)),
});

/** The files of a form. A browser would change what they are called, so that each is called by its place in the list of names. */
function filesOf(context: PanelContext): ReceivedFile[] {
  const { names } = checked(namesShape, context.request.body);
  const { files } = checked(filesShape, context.request.files ?? {});
  const parts = new Map(files.map((part) => [part.originalFilename, part]));
  return names.map((name, index) => {
    const part = parts.get(String(index));
    if (part === undefined || files.length !== names.length)
      throw new errors.ValidationError(`files: one file is expected for each of the ${names.length} names, called 0 and so on`);
    return { name, file: part.filepath, size: part.size };
  });
}

/**
 * Takes in files. One comes as the body, as its bytes, which never are in memory together: nothing has read the body before. Small
 * ones come some together, in a form.
 */
export async function putFile(context: PanelContext, strapi: Core.Strapi): Promise<Upload> {
  const { id } = context.params as { id: string };
  const uploads = strapi.plugin('importer').service<UploadsService>('uploads');
  if (context.is('multipart/form-data')) return uploads.putAll(id, filesOf(context));
  if (!context.is('application/octet-stream')) {
    throw new errors.ValidationError('The bytes of a file are expected as the body, with the content type application/octet-stream');
  }
  const { name } = context.query;
  if (typeof name !== 'string' || name === '') throw new errors.ValidationError('name: the name of the file is expected');
  return uploads.put(id, name, context.req, lengthOf(context));
}
