import type { Core } from '@strapi/strapi';
import { publicNow } from '../news/embargo';
import { offeredTypes, type PublicRules, rulesOf } from './public-types';
import { attributesIn } from './query';
import { restrictQuery } from './restrict-query';
import { isTrusted } from './trusted';

interface Route {
  readonly handler: unknown;
  config?: { middlewares?: unknown[] };
}

interface Router {
  readonly routes: readonly Route[];
}

/** How Strapi's own routes, and those that are made like them, name what answers: with the type's uid, or by its name alone. */
const HANDLER = /^(?:api::[\w-]+\.)?([\w-]+)\.(find|findOne|create|update|delete)$/;

/** Route middleware: whoever carries no API token reads what `restrictQuery` leaves of the request's parameters. */
function publicReader(strapi: Core.Strapi, uid: string, rules: PublicRules, isReading: boolean): Core.MiddlewareHandler {
  const attributesOf = attributesIn(strapi);
  return async (context, next) => {
    if (!isTrusted(context.state)) {
      const { filters, ...restricted } = restrictQuery(context.query, uid, rules, attributesOf, await publicNow(strapi));
      const { status = 'published' } = context.query;
      // Whoever may write says whether it is a draft. What was written is what is answered.
      context.query = { ...restricted, ...(isReading ? (filters === undefined ? {} : { filters }) : { status }) };
    }
    await next();
  };
}

/**
 * Keeps Strapi's routes of all content types of the application to what the public may see, those that a developer adds as well.
 * Who may ask at all is up to the public role. Call it in `register`.
 */
export function guardRest(strapi: Core.Strapi): void {
  const offered = offeredTypes(strapi);
  for (const [name, api] of Object.entries(strapi.apis) as [string, { routes: Record<string, Router | ((given: object) => Router)> }][]) {
    for (const [file, given] of Object.entries(api.routes)) {
      const router = typeof given === 'function' ? given({ strapi }) : given;
      api.routes[file] = router;
      for (const route of router.routes) {
        const [, type, action] = HANDLER.exec(String(route.handler)) ?? [];
        const uid = offered.find((one) => one === `api::${name}.${type}`);
        if (uid === undefined) continue;
        const guard = publicReader(strapi, uid, rulesOf(strapi, uid), action === 'find' || action === 'findOne');
        route.config = { ...route.config, middlewares: [...(route.config?.middlewares ?? []), guard] };
      }
    }
  }
}
