import DataLoader from 'dataloader';
import type { Core } from '@strapi/strapi';
import { dialectOf } from '../derived/in-transaction';
import { embargoOf } from '../news/embargo';
import { positionOf, readPages } from '../news/feed/read-page';
import { numberList, readerOf, type Row } from '../news/reader/reader';
import { toNode } from './article-node';

/** What came before or after an article. */
interface NeighbourKey {
  /** Number of the article's row. */
  readonly article: number;
  readonly side: 'previous' | 'next';
  readonly sameCategory: boolean;
  readonly first: number;
}

const PLACES = 'select article_id, locale, category, newest_first, document_id from published_articles where article_id in';

function pageBeside(place: Row | undefined, { side, sameCategory, first }: NeighbourKey, now: number) {
  if (place === undefined) return undefined;
  const category = typeof place['category'] === 'string' ? place['category'] : undefined;
  if (sameCategory && category === undefined) return undefined;
  return {
    locale: String(place['locale']),
    category: sameCategory ? category : undefined,
    from: positionOf(place),
    backwards: side === 'next',
    now,
    limit: first,
  };
}

/** Looks up the neighbours of many articles with two statements. A draft has none. */
export function createNeighbourLoader(strapi: Core.Strapi) {
  return new DataLoader<NeighbourKey, ReturnType<typeof toNode>[], string>(
    async (keys) => {
      const reader = readerOf(strapi);
      const ids = [...new Set(keys.map(({ article }) => article))];
      const rows = await reader.all(`${PLACES} ${numberList(strapi)}`, [JSON.stringify(ids)]);
      const places = new Map(rows.map((row) => [Number(row['article_id']), row]));
      const now = await embargoOf(strapi).now();
      const requests = keys.map((key) => pageBeside(places.get(key.article), key, now));
      const asked = requests.filter((request) => request !== undefined);
      const pages = (await readPages(reader, dialectOf(strapi), asked)).values();
      return requests.map((request) => (request === undefined ? [] : (pages.next().value?.rows ?? []).map(toNode)));
    },
    { cacheKeyFn: (key) => JSON.stringify(key) },
  );
}
