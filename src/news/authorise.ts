import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

type Context = Parameters<Core.MiddlewareHandler>[0];

interface Authentication {
  authenticate(context: Context, next: () => Promise<void>): Promise<unknown>;
  verify(auth: unknown, config: { readonly scope: readonly string[] }): Promise<void>;
}

/**
 * Lets in whoever carries a token that allows actions which the public may not do.
 *
 * @throws errors.ForbiddenError (403) without a token or with one that does not allow them, errors.UnauthorizedError (401) with one
 * that is not known.
 */
export async function authorise(strapi: Core.Strapi, context: Context, scope: readonly string[]): Promise<void> {
  if (context.get('authorization') === '') throw new errors.ForbiddenError();
  const authentication = strapi.get<Authentication>('auth');
  context.state.route = { info: { type: 'content-api' }, config: { auth: { scope } } };
  const known: unknown[] = [];
  await authentication.authenticate(context, async () => {
    known.push(context.state.auth);
    await authentication.verify(context.state.auth, { scope });
  });
  if (known.length === 0) throw new errors.UnauthorizedError('Missing or invalid credentials');
}
