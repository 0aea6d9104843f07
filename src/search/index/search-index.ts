import type { DerivedPart, Dialect } from '../../derived/derived-part';
import { writeInsertTrigger, writeStatementTrigger, writeTrigger } from '../../derived/trigger';

/** Raise it when articles are analysed in another way: the index is then made anew. */
const ANALYSIS = 2;

/** PostgreSQL's index of terms. What is added waits in a list of its own until somebody cleans that: `postgresWriter` does at once. */
export const WORDS_INDEX = 'search_entries_words_idx';

const ENTRIES = {
  sqlite: [
    `create table if not exists search_entries /* analysis ${ANALYSIS} */ (
      ord integer primary key, document_id text not null, locale text not null, headline text not null, lead text not null
    )`,
    `create virtual table if not exists search_words using fts5(
      headline, story, category, content='', contentless_delete=1, tokenize="ascii tokenchars '_'"
    )`,
    'create table if not exists search_queue (id integer primary key, document_id text not null, locale text not null)',
  ],
  postgres: [
    `create table if not exists search_entries /* analysis ${ANALYSIS} */ (
      ord bigint primary key, document_id varchar(255) not null, locale varchar(255) not null,
      headline text not null, lead text not null, words tsvector not null
    )`,
    `create index if not exists ${WORDS_INDEX} on search_entries using gin (words)`,
    'create table if not exists search_queue (id bigserial primary key, document_id varchar(255) not null, locale varchar(255) not null)',
  ],
};

/** What of a published article's row says in which category it is found. */
const CATEGORISED = 'article_id, document_id, locale, category';

/**
 * What search needs:
 *
 * - `search_queue`: documents that were written or removed since they were indexed, in their languages. Triggers fill it in the
 *   transaction that writes; a document may stand in it more than once. `indexQueued` empties it.
 * - `search_entries`: a row for each published article: its number in the order of dates, and the terms of headline and lead.
 * - all terms: in SQLite in `search_words`, whose row numbers are those of the order; in PostgreSQL in `words` of `search_entries`.
 */
export function searchIndex(dialect: Dialect): DerivedPart {
  const trigger = writeTrigger.bind(undefined, dialect);
  const queue = (row: string) => `insert into search_queue (document_id, locale) values (${row}.document_id, ${row}.locale)`;
  const isPublished = (row: string) => `${row}.published_at is not null and ${row}.document_id is not null and ${row}.locale is not null`;
  const category = { name: 'search_category', table: 'published_articles' };

  return {
    name: 'search-index',
    tables: [...ENTRIES[dialect], 'create unique index if not exists search_entries_document_idx on search_entries (document_id, locale)'],
    triggers: [
      writeInsertTrigger(dialect, {
        name: 'search_insert',
        table: 'articles',
        when: isPublished,
        body: (row, rows) => `insert into search_queue (document_id, locale) select ${row}.document_id, ${row}.locale${rows}`,
      }),
      trigger({ name: 'search_update', table: 'articles', event: 'update', when: isPublished('new'), body: [queue('new')] }),
      trigger({
        name: 'search_withdraw',
        table: 'articles',
        event: 'update of published_at, document_id, locale',
        when: isPublished('old'),
        body: [queue('old')],
      }),
      trigger({ name: 'search_delete', table: 'articles', event: 'delete', when: isPublished('old'), body: [queue('old')] }),
      dialect === 'sqlite'
        ? trigger({ ...category, event: 'update of category', when: 'old.category is not new.category', body: [queue('new')] })
        : writeStatementTrigger({
            ...category,
            event: 'update',
            body: [
              `insert into search_queue (document_id, locale)
                select document_id, locale from (select ${CATEGORISED} from added except select ${CATEGORISED} from replaced) changed`,
            ],
          }),
    ],
    async rebuild(run, first, last) {
      await run(
        `insert into search_queue (document_id, locale) select a.document_id, a.locale from articles a
          where a.id between ${first} and ${last} and ${isPublished('a')}`,
      );
      if (first > 0) return;
      await run(
        `insert into search_queue (document_id, locale) select e.document_id, e.locale from search_entries e where not exists (
          select 1 from articles a where a.document_id = e.document_id and a.locale = e.locale and a.published_at is not null)`,
      );
    },
  };
}
