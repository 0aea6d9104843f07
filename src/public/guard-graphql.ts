import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { readLocalizationsTogether } from '../graphql/localizations';
import { publicNow } from '../news/embargo';
import { checkGraphqlArguments } from './check-graphql-arguments';
import { PUBLIC_TYPES, type PublicRules, type PublicType } from './public-types';
import { checkSort } from './restrict-query';
import { isTrusted } from './trusted';

interface GraphqlContext {
  readonly state: unknown;
  readonly rootQueryArgsByPath?: Map<string | number, Record<string, unknown>>;
}

interface ResolveInfo {
  readonly fieldName: string;
  readonly path: { readonly key: string | number };
}

type Arguments = Record<string, unknown>;
type Resolver = (parent: unknown, args: Arguments, context: GraphqlContext, info: ResolveInfo) => unknown;

interface ShadowCrud {
  disable(): void;
  disableMutations(): void;
  field(name: string): { disable(): void; disableFilters(): void };
}

interface Extension {
  shadowCRUD(uid: string): ShadowCrud;
  use(extension: { resolversConfig: Record<string, unknown> }): void;
}

function publishedOnly(args: Arguments, { through, always }: PublicRules, now: string): Arguments {
  checkGraphqlArguments(args);
  checkSort(args['sort'], through);
  const { status: _status, publicationFilter: _filter, hasPublishedVersion: _legacy, ...rest } = args;
  const filters = [rest['filters'], always && { or: always(now) }].filter((part) => part !== undefined && part !== null);
  return { ...rest, status: 'published', ...(filters.length > 0 ? { filters: { and: filters } } : {}) };
}

/**
 * A resolver middleware: what the public asks of a query is asked of published documents. Nested fields read the
 * root query's arguments from the context, so they are replaced there too.
 */
function publishedQuery(strapi: Core.Strapi, rules: PublicRules) {
  return async (next: Resolver, parent: unknown, args: Arguments, context: GraphqlContext, info: ResolveInfo) => {
    if (isTrusted(context.state)) return next(parent, args, context, info);

    const restricted = publishedOnly(args, rules, await publicNow(strapi));
    context.rootQueryArgsByPath?.set(info.path.key, { ...restricted, _originField: info.fieldName });
    return next(parent, restricted, context, info);
  };
}

/** A resolver middleware for fields below a query, which answer with published documents but could be sorted by drafts. */
function checkedArguments(rules: PublicRules) {
  return (next: Resolver, parent: unknown, args: Arguments, context: GraphqlContext, info: ResolveInfo) => {
    checkGraphqlArguments(args);
    checkSort(args['sort'], rules.through);
    return next(parent, args, context, info);
  };
}

/** What readers have no use for: there are no accounts of readers. */
const refused = (): never => {
  throw new errors.ForbiddenError();
};

/** What imports keep for themselves. */
const IMPORTER_TYPES = ['run', 'item', 'entry', 'lease'];

const ACCOUNT_MUTATIONS = ['login', 'register', 'forgotPassword', 'resetPassword', 'changePassword', 'emailConfirmation'];

/**
 * Keeps GraphQL to what the public may see. Call it in `register`.
 *
 * Fields that lead from a file back to whatever uses it are taken out of the schema, and so are filters through
 * `localizations`: both reach drafts. Mutations of the news types are left to the panel, REST and the importer.
 */
export function guardGraphql(strapi: Core.Strapi): void {
  const extension: Extension = strapi.plugin('graphql').service('extension');

  extension.shadowCRUD('plugin::upload.file').field('related').disable();
  for (const uid of ['api::views.view-count', ...IMPORTER_TYPES.map((name) => `plugin::importer.${name}`)]) {
    extension.shadowCRUD(uid).disable();
  }
  for (const [uid, rules] of Object.entries(PUBLIC_TYPES) as [PublicType, PublicRules][]) {
    const type = extension.shadowCRUD(uid);
    type.disableMutations();
    type.field('localizations').disableFilters();
    const middlewares = [publishedQuery(strapi, rules)];
    const guarded = rules.queries.map((query) => [`Query.${query}`, { middlewares }] as const);
    const localized = [checkedArguments(rules), readLocalizationsTogether(strapi, uid, rules)];
    const nested = ['localizations', 'localizations_connection'].map(
      (field) => [`${rules.graphqlType}.${field}`, { middlewares: localized }] as const,
    );
    extension.use({ resolversConfig: Object.fromEntries<object>([...guarded, ...nested]) });
  }
  const middlewares: readonly (() => never)[] = [refused];
  extension.use({ resolversConfig: Object.fromEntries(ACCOUNT_MUTATIONS.map((name) => [`Mutation.${name}`, { middlewares }])) });
}
