import type { Core } from '@strapi/strapi';

type Resolver = (parent: never, args: never, context: object) => unknown;

interface Addition {
  /** In GraphQL's schema language. */
  readonly typeDefs: string;
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, Resolver>>>>;
  /** For each `Type.field` what Strapi's resolvers are wrapped in: https://docs.strapi.io/cms/plugins/graphql#customization */
  readonly resolversConfig?: Readonly<Record<string, { readonly auth: { readonly scope: readonly string[] } }>>;
}

/** Adds to Strapi's GraphQL schema. Call it in `register`. */
export function extendGraphql(strapi: Core.Strapi, addition: Addition): void {
  const extension: { use(addition: Addition): void } = strapi.plugin('graphql').service('extension');
  extension.use(addition);
}
