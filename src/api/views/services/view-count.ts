import type { Core } from '@strapi/strapi';
import { rowsOf } from '../../../plugins/importer/server/src/database/rows';

interface ViewCount {
  readonly article: string;
  readonly views: number;
}

/** How often articles were read, by `documentId`. Counts stand apart from articles, so that saving one loses none. */
export interface ViewCounts {
  /** The counts of the given articles. One that was never read has none in the answer. */
  read(documentIds: readonly string[]): Promise<Map<string, number>>;
  /** Makes the count of an article at least `views`. A higher count stays. */
  raise(documentId: string, views: number): Promise<void>;
  /** Forgets the count of an article that no longer exists. */
  forget(documentId: string): Promise<void>;
}

export const viewCountsOf = (strapi: Core.Strapi): ViewCounts => strapi.service('api::views.view-count') as ViewCounts;

export default ({ strapi }: { strapi: Core.Strapi }): ViewCounts => {
  const rows = () => rowsOf<ViewCount>(strapi, 'api::views.view-count');

  return {
    async read(documentIds) {
      const counts = documentIds.length === 0 ? [] : await rows().findMany({ where: { article: { $in: documentIds } } });
      return new Map(counts.map(({ article, views }) => [article, views]));
    },

    async raise(article, views) {
      const current = await rows().findOne({ where: { article } });
      if (current === null) await rows().create({ data: { article, views } });
      else if (current.views < views) await rows().update({ where: { article }, data: { views } });
    },

    async forget(article) {
      await rows().deleteMany({ where: { article } });
    },
  };
};
