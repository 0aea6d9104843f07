import { categoryTerm } from '../engine/search-engine';
import { AHEAD, type IndexWriter, toQueued } from './index-writer';
import { places, rowsIn } from '../../derived/queue/rows';

/** Writes FTS5. It keeps no text: a row is taken out by its number. https://sqlite.org/fts5.html#contentless_delete_tables */
export const sqliteWriter: IndexWriter = {
  async take(trx, limit) {
    const front = (await rowsIn(trx, 'select id, document_id, locale from search_queue order by id limit ?', [limit])).map(toQueued);
    const [first, last] = [front.at(0), front.at(-1)];
    if (first === undefined || last === undefined) return front;
    await trx.raw('delete from search_queue where id <= ?', [last.id]);
    const documents = [...new Set(front.map(({ documentId }) => documentId))];
    const same = `delete from search_queue where id between ? and ? and document_id in (${places(documents.length)})
      returning id, document_id, locale`;
    return [...front, ...(await rowsIn(trx, same, [last.id + 1, first.id + AHEAD, ...documents])).map(toQueued)];
  },

  async remove(trx, standing) {
    const orders = standing.map(({ order }) => order);
    if (orders.length === 0) return;
    await trx.raw(`delete from search_words where rowid in (${places(orders.length)})`, orders);
    await trx.raw(`delete from search_entries where ord in (${places(orders.length)})`, orders);
  },

  async add(trx, articles) {
    if (articles.length === 0) return;
    // FTS5 gathers in memory what comes in the order of row numbers, and writes at once what does not.
    const ordered = articles.toSorted((one, other) => one.order - other.order);
    const entries = ordered.map(({ order, documentId, locale, terms }) => [
      order,
      documentId,
      locale,
      terms.headline.join(' '),
      terms.lead.join(' '),
    ]);
    const words = ordered.map(({ order, category, terms }) => [
      ...[order, terms.headline.join(' '), terms.story.join(' ')],
      category === null ? '' : categoryTerm(category),
    ]);
    const rows = (count: number) => ordered.map(() => `(${places(count)})`).join(', ');
    await trx.raw(`insert into search_entries (ord, document_id, locale, headline, lead) values ${rows(5)}`, entries.flat());
    await trx.raw(`insert into search_words (rowid, headline, story, category) values ${rows(4)}`, words.flat());
  },
};
