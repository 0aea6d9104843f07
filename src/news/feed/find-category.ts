import { errors } from '@strapi/utils';
import type { Reader } from '../reader/reader';

/**
 * The document id of a category that is named by its slug or its document id.
 *
 * @throws errors.NotFoundError where the language has no such category.
 */
export async function findCategory(reader: Reader, locale: string, name: string): Promise<string> {
  const [row] = await reader.all('select document_id from categories where locale = ? and (slug = ? or document_id = ?) limit 1', [
    locale,
    name,
    name,
  ]);
  if (row === undefined) throw new errors.NotFoundError('There is no such category');
  return String(row['document_id']);
}
