import { categoryTerm } from '../engine/search-engine';
import { spansOf } from '../engine/time-spans';
import type { IndexedArticle } from './indexed-article';
import { AHEAD, type IndexWriter, toQueued } from './index-writer';
import { places, rowsIn } from '../../derived/queue/rows';
import { WORDS_INDEX } from './search-index';

/** `tsvector` keeps no more places of a word, and none that is later. https://www.postgresql.org/docs/current/textsearch-limitations.html */
const MOST_PLACES = 255;
const LAST_PLACE = 16_383;

/** Between parts of an article, so that no phrase reaches from one into the other. */
const GAP = 2;

function vectorOf({ terms, category, order }: IndexedArticle): string {
  const placesOf = new Map<string, number[]>();
  let place = 1;
  for (const part of [terms.headline, terms.story]) {
    for (const term of part) {
      const known = placesOf.get(term) ?? [];
      if (known.length === 0) placesOf.set(term, known);
      if (known.length < MOST_PLACES) known.push(Math.min(place, LAST_PLACE));
      place += 1;
    }
    place += GAP;
  }
  const words = [...placesOf].map(([term, standing]) => `'${term}':${standing.join(',')}`);
  const others = [...spansOf(order), ...(category === null ? [] : [categoryTerm(category)])].map((term) => `'${term}'`);
  return [...words, ...others].join(' ');
}

/** Only one node at a time indexes a document: it then reads what the last one to write it has committed. */
const LOCK = 'select pg_advisory_xact_lock(hashtextextended(document, 20541337)) from unnest(?::text[]) document';

/**
 * GIN takes a term of many rows at once in half the time that it takes them one by one in: it gathers them in a list. Searches read that
 * list whole, so it is gone before they see it. https://www.postgresql.org/docs/current/gin-implementation.html#GIN-FAST-UPDATE
 */
const CLEAN = 'select gin_clean_pending_list(?::regclass)';

const FRONT = 'select id from search_queue order by id limit ? for update skip locked';
const SAME = 'select id from search_queue where id between ? and ? and document_id = any(?::text[]) for update skip locked';

const deleted = (rows: string) => `delete from search_queue where id in (${rows}) returning id, document_id, locale`;

/** Writes `tsvector`s. */
export const postgresWriter: IndexWriter = {
  async take(trx, limit) {
    const front = (await rowsIn(trx, deleted(FRONT), [limit])).map(toQueued);
    if (front.length === 0) return front;
    const documents = [...new Set(front.map(({ documentId }) => documentId))].sort();
    await trx.raw(LOCK, [documents]);
    const first = Math.min(...front.map(({ id }) => id));
    const same = await rowsIn(trx, deleted(SAME), [first, first + AHEAD, documents]);
    return [...front, ...same.map(toQueued)];
  },

  async remove(trx, standing) {
    const orders = standing.map(({ order }) => order);
    if (orders.length > 0) await trx.raw(`delete from search_entries where ord in (${places(orders.length)})`, orders);
  },

  async add(trx, articles) {
    if (articles.length === 0) return;
    const values = articles.flatMap((article) => [
      ...[article.order, article.documentId, article.locale, article.terms.headline.join(' '), article.terms.lead.join(' ')],
      vectorOf(article),
    ]);
    const rows = articles.map(() => '(?, ?, ?, ?, ?, ?::tsvector)').join(', ');
    await trx.raw(`insert into search_entries (ord, document_id, locale, headline, lead, words) values ${rows}`, values);
    await trx.raw(CLEAN, [WORDS_INDEX]);
  },
};
