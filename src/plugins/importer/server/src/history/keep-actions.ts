import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { ACTION } from '../store/uids';

const ADDED_AND_READ = ['create', 'findOne', 'findFirst', 'findMany', 'count'];

const isOfImporter = (uid: string) => uid.startsWith('plugin::importer.');

/**
 * Closes the importer's content types to every API, all of which ask Strapi's documents: the content manager too, which shows none of
 * them, but answers an administrator who names one. What people did can be added to and read, and is neither changed nor removed. The
 * importer itself asks for rows. Call it in `register`.
 *
 * @throws errors.ForbiddenError (403) from the documents.
 */
export function keepActions(strapi: Core.Strapi): void {
  strapi.documents.use(({ uid, action }, next) => {
    if (isOfImporter(uid) && !(uid === ACTION && ADDED_AND_READ.includes(action))) {
      throw new errors.ForbiddenError('What the importer keeps is not changed from outside');
    }
    return next();
  });
}
