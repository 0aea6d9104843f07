import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch (cause) {
    if (cause instanceof URIError) return false;
    throw cause;
  }
}

/**
 * Middleware: refuses addresses that hold a zero byte, which PostgreSQL takes in no text, or what is no UTF-8, and forms whose parts
 * can't be told apart. Strapi would answer them as crashes of its own.
 *
 * @throws errors.ValidationError (400) from the middleware.
 */
export const refuseOddRequests: Core.MiddlewareHandler = async (context, next) => {
  if (context.url.includes('%00')) throw new errors.ValidationError('A zero byte stands in no address');
  if (context.path.includes('%') && !isDecodable(context.path)) throw new errors.ValidationError('The path is no UTF-8');
  const type = context.get('content-type');
  if (type.startsWith('multipart/') && !/;\s*boundary=[^\s;]/i.test(type)) {
    throw new errors.ValidationError('A form in parts needs a boundary', { source: 'header', param: 'Content-Type' });
  }
  await next();
};
