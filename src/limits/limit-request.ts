import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { GraphQLError } from 'graphql';
import { type Limited, rateLimitsOf } from './rate-limits';

/** A request of Koa's, as far as it is needed here. */
interface RequestContext {
  readonly request: { readonly ip: string };
  set(header: string, value: string): void;
}

const MESSAGE = 'Too many requests, please try again later.';

/**
 * Counts a request over REST.
 *
 * @throws errors.RateLimitError (429), with `Retry-After` in the answer.
 */
export async function limitRest(strapi: Core.Strapi, what: Limited, context: RequestContext): Promise<void> {
  const seconds = await rateLimitsOf(strapi).take(what, context.request.ip);
  if (seconds === 0) return;
  context.set('Retry-After', String(seconds));
  throw new errors.RateLimitError(MESSAGE);
}

/**
 * Counts a field that is asked for over GraphQL.
 *
 * @throws GraphQLError which makes the answer a 429 with `Retry-After`.
 */
export async function limitGraphql(strapi: Core.Strapi, what: Limited, context: object): Promise<void> {
  const { koaContext } = context as { readonly koaContext: RequestContext };
  const seconds = await rateLimitsOf(strapi).take(what, koaContext.request.ip);
  if (seconds === 0) return;
  throw new GraphQLError(MESSAGE, {
    extensions: {
      code: 'RATE_LIMITED',
      error: { name: 'RateLimitError', message: MESSAGE, details: {} },
      http: { status: 429, headers: new Map([['retry-after', String(seconds)]]) },
    },
  });
}
