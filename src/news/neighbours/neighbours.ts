import type { Core } from '@strapi/strapi';
import { embargoOf } from '../embargo';
import { positionOf, readPage } from '../feed/read-page';
import { readerOf, type Row } from '../reader/reader';
import { DEFAULT_LOCALE } from '../../setup/make-locales';

/** The languages that a document is public in, the wanted one first. */
const PLACES = `select p.locale, p.category, p.newest_first, p.document_id from articles a join published_articles p on p.article_id = a.id
  where a.document_id = ? and p.newest_first >= ? order by case when p.locale = ? then 0 else 1 end, p.locale`;

export interface NeighboursRequest {
  readonly documentId: string;
  /** Undefined: the default language, or another one that the article is published in. */
  readonly locale?: string | undefined;
  readonly sameCategory: boolean;
  readonly limit: number;
  /** `previous`: what came out before the article; `next`: what came out after it. */
  readonly side: 'previous' | 'next';
}

/** The articles around one in its language, nearest first, as rows with `ARTICLE_COLUMNS`; undefined where it is not public. */
export async function readNeighbours(strapi: Core.Strapi, request: NeighboursRequest): Promise<readonly Row[] | undefined> {
  const { documentId, locale, sameCategory, limit, side } = request;
  const reader = readerOf(strapi);
  const now = await embargoOf(strapi).now();
  const [place] = await reader.all(PLACES, [documentId, -now, locale ?? DEFAULT_LOCALE]);
  if (place === undefined || (locale !== undefined && place['locale'] !== locale)) return undefined;

  const category = typeof place['category'] === 'string' ? place['category'] : undefined;
  if (sameCategory && category === undefined) return [];
  const { rows } = await readPage(reader, {
    locale: String(place['locale']),
    category: sameCategory ? category : undefined,
    from: positionOf(place),
    backwards: side === 'next',
    now,
    limit,
  });
  return rows;
}
