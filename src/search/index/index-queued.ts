import type { Core } from '@strapi/strapi';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Dialect } from '../../derived/derived-part';
import { dialectOf } from '../../derived/in-transaction';
import { bySize, sizeInSql } from '../../plugins/importer/server/src/database/by-size';
import type { IndexWriter } from './index-writer';
import { type IndexedArticle, keyOf, toIndexed } from './indexed-article';
import { placeArticles, type Standing } from './place-articles';
import { postgresWriter } from './postgres-writer';
import { places, rowsIn, type Transaction } from '../../derived/queue/rows';
import { sqliteWriter } from './sqlite-writer';

const published = (dialect: Dialect, count: number) =>
  `select a.id, ${sizeInSql(dialect, 'a.body')} as size from articles a
    where a.published_at is not null and a.document_id in (${places(count)}) order by a.id`;

const texts = (count: number) =>
  `select a.document_id, a.locale, a.title, a.lead, a.body, a.date_published, p.category
    from articles a left join published_articles p on p.article_id = a.id
    where a.id in (${places(count)}) order by a.id`;

interface Found {
  readonly id: unknown;
  readonly size: unknown;
}

const toFound = ({ id, size }: Readonly<Record<string, unknown>>): Found => ({ id, size });

/** Bytes of bodies that are read together, and analysed before others get a turn. */
const MOST_BYTES = 2_000_000;

/** The published versions of some documents as they go into the index. */
async function readArticles(trx: Transaction, dialect: Dialect, documents: readonly string[]): Promise<IndexedArticle[]> {
  const articles: IndexedArticle[] = [];
  for (const group of bySize((await rowsIn(trx, published(dialect, documents.length), documents)).map(toFound), MOST_BYTES)) {
    if (articles.length > 0) await nextTurn();
    const ids = group.map(({ id }) => Number(id));
    articles.push(...(await rowsIn(trx, texts(ids.length), ids)).map(toIndexed));
  }
  return articles;
}

const standing = (count: number) => `select ord, document_id, locale from search_entries where document_id in (${places(count)})`;

async function indexBatch(trx: Transaction, dialect: Dialect, limit: number): Promise<number> {
  const writer: IndexWriter = dialect === 'sqlite' ? sqliteWriter : postgresWriter;
  const queued = await writer.take(trx, limit);
  if (queued.length === 0) return 0;

  const keys = new Set(queued.map(({ documentId, locale }) => keyOf(documentId, locale)));
  const documents = [...new Set(queued.map(({ documentId }) => documentId))];
  const articles = (await readArticles(trx, dialect, documents)).filter(({ key }) => keys.has(key));
  const entries = (await rowsIn(trx, standing(documents.length), documents))
    .map((row): Standing => ({ key: keyOf(String(row['document_id']), String(row['locale'])), order: Number(row['ord']) }))
    .filter(({ key }) => keys.has(key));
  const findTaken = async (orders: readonly number[]) =>
    (await rowsIn(trx, `select ord from search_entries where ord in (${places(orders.length)})`, orders)).map(({ ord }) => Number(ord));
  // Of two rows of one document and language, the later counts.
  const latest = [...new Map(articles.map((article) => [article.key, article])).values()];
  const placed = await placeArticles(latest, entries, findTaken);
  await writer.remove(trx, entries);
  await writer.add(trx, placed);
  return queued.length;
}

/**
 * Brings the index up to date with the front of the queue, in one transaction. Any number of nodes may do so at once.
 *
 * @returns how many rows it has taken out of the queue; 0 when nothing was left to do.
 */
export async function indexQueued(strapi: Core.Strapi, limit: number): Promise<number> {
  return strapi.db.transaction(({ trx }: { trx: Transaction }) => indexBatch(trx, dialectOf(strapi), limit));
}
