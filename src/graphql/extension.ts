import type { Core } from '@strapi/strapi';

type Resolver = (parent: never, args: never, context: object) => unknown;

interface Addition {
  /** In GraphQL's schema language. */
  readonly typeDefs: string;
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, Resolver>>>>;
  /** For each `Type.field` what Strapi's resolvers are wrapped in: https://docs.strapi.io/cms/plugins/graphql#customization */
  readonly resolversConfig?: Readonly<Record<string, { readonly auth: { readonly scope: readonly string[] } }>>;
}

interface ShadowCrud {
  field(name: string): { disableOutput(): void };
}

interface Extension {
  shadowCRUD(uid: string): ShadowCrud;
  use(addition: Addition): void;
}

const extensionOf = (strapi: Core.Strapi): Extension => strapi.plugin('graphql').service('extension');

/** Takes Strapi's own field of a content type out of answers, to make room for another of its name; filters keep it. Call it in `register`. */
export function hideField(strapi: Core.Strapi, uid: string, name: string): void {
  extensionOf(strapi).shadowCRUD(uid).field(name).disableOutput();
}

/** Adds to Strapi's GraphQL schema. Call it in `register`. */
export function extendGraphql(strapi: Core.Strapi, addition: Addition): void {
  extensionOf(strapi).use(addition);
}
