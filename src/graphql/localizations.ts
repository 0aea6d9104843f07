import DataLoader from 'dataloader';
import type { Core, UID } from '@strapi/strapi';
import { publicNow } from '../news/embargo';
import type { PublicRules } from '../public/public-types';
import { isTrusted } from '../public/trusted';
import { rowsOf } from '../plugins/importer/server/src/database/rows';
import { perRequest } from './per-request';

/** A document in one of its languages. */
interface Localized {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string;
}

interface Context {
  readonly state: unknown;
}

interface Arguments {
  /** Nobody is offered them here; they keep to what the public may see. */
  readonly filters?: object;
  readonly pagination?: object;
  readonly sort?: readonly string[];
}

type Resolver = (parent: unknown, args: Arguments, context: Context, info: { readonly fieldName: string }) => unknown;

/** What Strapi's own resolver is wrapped in. */
type Wrapper = (next: Resolver, ...asked: Parameters<Resolver>) => unknown;

/** As Strapi asks for them where a query says nothing. */
const ALL = { start: 0, limit: 25 };

const saysNothing = ({ pagination = {}, sort = [] }: Arguments) => Object.keys(pagination).length === 0 && sort.length === 0;

function createLoader(strapi: Core.Strapi, uid: UID.ContentType, { always }: PublicRules) {
  const published = strapi.contentType(uid).options.draftAndPublish ? { publishedAt: { $notNull: true } } : {};
  return new DataLoader<string, Localized[]>(async (documentIds) => {
    const isPublic = always && { $or: always(await publicNow(strapi)) };
    const where = { documentId: { $in: documentIds }, ...published, ...isPublic };
    const rows = await rowsOf<Localized>(strapi, uid).findMany({ where, orderBy: { id: 'asc' } });
    const found = new Map(documentIds.map((documentId) => [documentId, [] as Localized[]]));
    for (const row of rows) found.get(row.documentId)?.push(row);
    return documentIds.map((documentId) => found.get(documentId) ?? []);
  });
}

/**
 * Wraps Strapi's resolvers of `localizations` and `localizations_connection`, which ask once for each document: what the public
 * asks of many documents is read with one statement. Who asks for an order or for pages, or may see drafts, is answered by Strapi.
 */
export function readLocalizationsTogether(strapi: Core.Strapi, uid: UID.ContentType, rules: PublicRules): Wrapper {
  const loaderOf = perRequest(() => createLoader(strapi, uid, rules));
  const { always } = rules;

  return async (next, parent, args, context, info) => {
    if (isTrusted(context.state)) return next(parent, args, context, info);
    if (!saysNothing(args)) {
      return next(parent, always === undefined ? args : { ...args, filters: { or: always(await publicNow(strapi)) } }, context, info);
    }
    const { documentId, locale } = parent as Localized;
    const nodes = (await loaderOf(context).load(documentId)).filter((row) => row.locale !== locale);
    return info.fieldName === 'localizations' ? nodes : { nodes, info: { args: ALL, resourceUID: uid } };
  };
}
