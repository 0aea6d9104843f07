import type { Core } from '@strapi/strapi';
import { readEnvironment } from '../../environment/environment';
import { publicNow } from '../../news/embargo';
import { rowsOf } from '../../plugins/importer/server/src/database/rows';

const ARTICLE = 'api::article.article';

/** What the panel tells of a published article that readers do not see yet. */
export interface EmbargoInPanel {
  /** When they will, in ISO 8601. */
  readonly from: string;
  /** The site's zone, in which that is told. */
  readonly timeZone: string;
}

interface Article {
  readonly documentId: string;
  readonly locale?: string | null | undefined;
}

const keyOf = ({ documentId, locale }: Article) => `${documentId} ${locale ?? ''}`;

/** The embargoes of articles in their languages, in the order of the articles; null for what is out, or not published. */
export async function embargoesOf(strapi: Core.Strapi, articles: readonly Article[]): Promise<(EmbargoInPanel | null)[]> {
  const where = { documentId: { $in: articles.map(({ documentId }) => documentId) }, publishedAt: { $notNull: true } };
  const found = await rowsOf<Article & { datePublished: string }>(strapi, ARTICLE).findMany({
    select: ['documentId', 'locale', 'datePublished'],
    where: { ...where, datePublished: { $gt: await publicNow(strapi) } },
  });
  const dates = new Map(found.map((row) => [keyOf(row), row.datePublished]));
  const timeZone = readEnvironment().SITE_TIME_ZONE;
  return articles.map((article) => {
    const from = dates.get(keyOf(article));
    return from === undefined ? null : { from, timeZone };
  });
}
