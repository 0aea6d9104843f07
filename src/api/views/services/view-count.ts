import type { Core } from '@strapi/strapi';

const UID = 'api::views.view-count';

interface ViewCount {
  readonly article: string;
  readonly views: number;
}

/** How often articles were read, by `documentId`. Counts stand apart from articles, so that saving one loses none. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** The counts of the given articles. One that was never read has none in the answer. */
  async read(documentIds: readonly string[]): Promise<Map<string, number>> {
    const where = { article: { $in: [...documentIds] } };
    const counts: ViewCount[] = documentIds.length === 0 ? [] : await strapi.db.query(UID).findMany({ where });
    return new Map(counts.map(({ article, views }) => [article, views]));
  },

  /** Makes the count of an article at least `views`. A higher count stays. */
  async raise(documentId: string, views: number): Promise<void> {
    const current: ViewCount | null = await strapi.db.query(UID).findOne({ where: { article: documentId } });
    if (current === null) {
      await strapi.db.query(UID).create({ data: { article: documentId, views } });
    } else if (current.views < views) {
      await strapi.db.query(UID).update({ where: { article: documentId }, data: { views } });
    }
  },

  /** Forgets the count of an article that no longer exists. */
  async forget(documentId: string): Promise<void> {
    await strapi.db.query(UID).deleteMany({ where: { article: documentId } });
  },
});
