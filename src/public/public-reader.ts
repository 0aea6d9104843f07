import type { Core, UID } from '@strapi/strapi';
import { publicNow } from '../news/embargo';
import type { PublicRules } from './public-types';
import { restrictQuery } from './restrict-query';
import { isTrusted } from './trusted';

/** Route middleware: whoever carries no API token reads what `restrictQuery` leaves of the request's parameters. */
export function publicReader(uid: UID.ContentType, rules: PublicRules): Core.MiddlewareHandler {
  return async (context, next) => {
    if (!isTrusted(context.state)) {
      const attributesOf = (name: string) => strapi.getModel(name as UID.ContentType).attributes;
      const now = await publicNow(strapi);
      context.query = restrictQuery(context.query, uid, rules, attributesOf, now);
    }
    await next();
  };
}
