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

/** The name of the parameter, for a message; empty where the zero byte stands in the path. */
function parameterWithZero(querystring: string): string {
  const name = querystring.split('&').find((pair) => pair.includes('%00'))?.split('=')[0];
  return name === undefined ? '' : `${new URLSearchParams(name).keys().next().value?.replaceAll('\u0000', '') ?? ''}: `;
}

interface BodyFault {
  /** Of the parsers of JSON and of other texts. */
  readonly status?: unknown;
  /** Of the parser of forms. */
  readonly httpCode?: unknown;
  readonly type?: unknown;
}

/** What a parser of bodies says about a body; undefined for whatever else went wrong. */
function bodyFault(cause: unknown): Error | undefined {
  if (!(cause instanceof Error) || cause instanceof errors.ApplicationError || cause instanceof errors.HttpError) return undefined;
  const { status, httpCode, type } = cause as BodyFault;
  if (status === 413 || httpCode === 413 || type === 'entity.too.large') return new errors.PayloadTooLargeError('The body is too large');
  if (status !== 400 && httpCode !== 400) return undefined;
  return new errors.ValidationError('The body can\'t be read', { source: 'body' });
}

/**
 * Middleware: refuses addresses that hold a zero byte, which PostgreSQL takes in no text, or what is no UTF-8, forms whose parts
 * can't be told apart, and bodies that can't be read. Strapi would answer and log them as crashes of its own.
 *
 * @throws errors.ValidationError (400) from the middleware.
 */
export const refuseOddRequests: Core.MiddlewareHandler = async (context, next) => {
  if (context.url.includes('%00')) throw new errors.ValidationError(`${parameterWithZero(context.querystring)}A zero byte stands in no address`);
  if (context.path.includes('%') && !isDecodable(context.path)) throw new errors.ValidationError('The path is no UTF-8');
  const type = context.get('content-type');
  if (type.startsWith('multipart/') && !/;\s*boundary=[^\s;]/i.test(type)) {
    throw new errors.ValidationError('A form in parts needs a boundary', { source: 'header', param: 'Content-Type' });
  }
  try {
    await next();
  } catch (cause) {
    throw bodyFault(cause) ?? cause;
  }
};
