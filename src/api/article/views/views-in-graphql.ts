import DataLoader from 'dataloader';
import type { Core } from '@strapi/strapi';
import { viewCountsOf } from '../../views/services/view-count';

interface GraphqlExtension {
  use(extension: { typeDefs: string; resolvers: object }): void;
}

/** Adds `Article.views` to GraphQL. All articles of one request are looked up together. Call it in `register`. */
export function addViewsToGraphql(strapi: Core.Strapi): void {
  const loaders = new WeakMap<object, DataLoader<string, number>>();

  const loaderOf = (context: object) => {
    const known = loaders.get(context);
    if (known) return known;
    const loader = new DataLoader<string, number>(async (documentIds) => {
      const counts = await viewCountsOf(strapi).read(documentIds);
      return documentIds.map((documentId) => counts.get(documentId) ?? 0);
    });
    loaders.set(context, loader);
    return loader;
  };

  const extension: GraphqlExtension = strapi.plugin('graphql').service('extension');
  extension.use({
    typeDefs: 'extend type Article { "How often the article was read." views: Int! }',
    resolvers: {
      Article: {
        views: (article: { documentId: string }, _args: unknown, context: object) => loaderOf(context).load(article.documentId),
      },
    },
  });
}
