import type { Core, Struct, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { readLocalizationsTogether } from '../graphql/localizations';
import { publicNow } from '../news/embargo';
import { checkGraphqlArguments } from './check-graphql-arguments';
import { offeredTypes, PUBLIC_TYPES, rulesOf } from './public-types';
import { attributesIn } from './query';
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

/** How Strapi names what it makes of a content type or a component. */
interface Naming {
  getTypeName(model: Struct.Schema): string;
  getComponentName(model: Struct.Schema): string;
  getFindOneQueryName(model: Struct.Schema): string;
  getFindQueryName(model: Struct.Schema): string;
  getFindConnectionQueryName(model: Struct.Schema): string;
}

/** What the public asks of a content type's entries, checked: of published ones, and of those that are public by now. */
function restrict(strapi: Core.Strapi, uid: string): (args: Arguments) => Promise<Arguments> {
  const [rules, attributesOf] = [rulesOf(strapi, uid), attributesIn(strapi)];
  return async (args) => {
    checkGraphqlArguments(args, uid, rules, attributesOf);
    const { status: _status, publicationFilter: _filter, hasPublishedVersion: _legacy, ...rest } = args;
    const always = rules.always && { or: rules.always(await publicNow(strapi)) };
    const filters = [rest['filters'], always].filter((part) => part !== undefined && part !== null);
    return { ...rest, status: 'published', ...(filters.length > 0 ? { filters: { and: filters } } : {}) };
  };
}

/**
 * A resolver middleware for queries. Nested fields read the root query's arguments from the context, so they are replaced there too.
 */
function publicQuery(strapi: Core.Strapi, uid: string) {
  const restricted = restrict(strapi, uid);
  return async (next: Resolver, parent: unknown, args: Arguments, context: GraphqlContext, info: ResolveInfo) => {
    if (isTrusted(context.state)) return next(parent, args, context, info);
    const asked = await restricted(args);
    context.rootQueryArgsByPath?.set(info.path.key, { ...asked, _originField: info.fieldName });
    return next(parent, asked, context, info);
  };
}

/** A resolver middleware for related entries: what is above them may have no drafts, and be related to both drafts and published ones. */
function publicRelation(strapi: Core.Strapi, uid: string) {
  const restricted = restrict(strapi, uid);
  return async (next: Resolver, parent: unknown, args: Arguments, context: GraphqlContext, info: ResolveInfo) =>
    next(parent, isTrusted(context.state) ? args : await restricted(args), context, info);
}

/** What readers have no use for: there are no accounts of readers. */
const refused = (): never => {
  throw new errors.ForbiddenError();
};

const ACCOUNT_MUTATIONS = ['login', 'register', 'forgotPassword', 'resetPassword', 'changePassword', 'emailConfirmation'];

/**
 * What of Strapi and its plugins stands in the schema: files, which the news show, languages, and readers' accounts, without which
 * their plugin makes no schema.
 */
const SHOWN = ['plugin::upload.file', 'plugin::i18n.locale', 'plugin::users-permissions.user', 'plugin::users-permissions.role'];

type Middlewares = Readonly<Record<string, { readonly middlewares: readonly unknown[] }>>;

/** The fields of a content type or a component that lead to entries of others, guarded. */
function guardRelations(strapi: Core.Strapi, typeName: string, uid: string, offered: readonly string[]): Middlewares {
  const fields = Object.entries(attributesIn(strapi)(uid)).flatMap(([name, { type, target = '' }]) => {
    if (type !== 'relation' || !offered.includes(target)) return [];
    const isLocalized = name === 'localizations';
    const together = isLocalized ? [readLocalizationsTogether(strapi, uid as UID.ContentType, rulesOf(strapi, uid))] : [];
    const middlewares = [publicRelation(strapi, target), ...together];
    return [name, `${name}_connection`].map((field) => [`${typeName}.${field}`, { middlewares }] as const);
  });
  return Object.fromEntries(fields);
}

function guardQueries(strapi: Core.Strapi, naming: Naming, uid: UID.ContentType): Middlewares {
  const model = strapi.contentType(uid);
  const lists = model.kind === 'singleType' ? [] : [naming.getFindQueryName(model), naming.getFindConnectionQueryName(model)];
  const middlewares = [publicQuery(strapi, uid)];
  return Object.fromEntries([naming.getFindOneQueryName(model), ...lists].map((query) => [`Query.${query}`, { middlewares }]));
}

/**
 * Keeps GraphQL to what the public may see, of the content types that a developer adds as well. Call it in `register`.
 *
 * Fields that lead from a file back to whatever uses it are taken out of the schema, and so are filters through
 * `localizations`: both reach drafts. Mutations of the news types are left to the panel, REST and the importer. What Strapi and plugins
 * keep for themselves, such as what imports and their people did, is not in the schema at all, whoever asks.
 */
export function guardGraphql(strapi: Core.Strapi): void {
  const extension: Extension = strapi.plugin('graphql').service('extension');
  const { naming } = strapi.plugin('graphql').service<{ readonly naming: Naming }>('utils');
  const offered = offeredTypes(strapi);

  extension.shadowCRUD('plugin::upload.file').field('related').disable();
  for (const uid of Object.keys(strapi.contentTypes)) {
    if (!offered.includes(uid as UID.ContentType) && !SHOWN.includes(uid)) extension.shadowCRUD(uid).disable();
  }
  for (const uid of offered) {
    const type = extension.shadowCRUD(uid);
    if (uid in PUBLIC_TYPES) type.disableMutations();
    if ('localizations' in strapi.contentType(uid).attributes) type.field('localizations').disableFilters();
    const relations = guardRelations(strapi, naming.getTypeName(strapi.contentType(uid)), uid, offered);
    extension.use({ resolversConfig: { ...guardQueries(strapi, naming, uid), ...relations } });
  }
  for (const [uid, component] of Object.entries(strapi.components as Readonly<Record<string, Struct.Schema>>)) {
    extension.use({ resolversConfig: guardRelations(strapi, naming.getComponentName(component), uid, offered) });
  }
  const middlewares: readonly (() => never)[] = [refused];
  extension.use({ resolversConfig: Object.fromEntries(ACCOUNT_MUTATIONS.map((name) => [`Mutation.${name}`, { middlewares }])) });
}
