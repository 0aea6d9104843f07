import { rm } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';

/**
 * Removes the files of a form from the temporary folder once the request is answered. Strapi removes only those that are called `files`,
 * and only where nothing failed: anybody could fill the disk with forms that are refused. It stands behind `strapi::body`, which forgets
 * the files when all behind it is done.
 */
export default (): Core.MiddlewareHandler => async (context, next) => {
  try {
    await next();
  } finally {
    const files = Object.values(context.request.files ?? {}).flat();
    await Promise.all(files.map(({ filepath }) => rm(filepath, { force: true })));
  }
};
