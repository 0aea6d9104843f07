import type { DerivedPart, Dialect } from '../derived-part';
import { writeInsertTrigger, writeStatementTrigger, writeTrigger } from '../trigger';

/** The order of articles without a date: after all others. JavaScript knows no date that is earlier. */
const UNDATED = 8_640_000_000_000_000;

/** A category's document id, from the link of a row of `articles`. While a link is replaced there may be two: the newer counts. */
const categoryOf = (article: string) =>
  `(select c.document_id from articles_category_lnk l join categories c on c.id = l.category_id where l.article_id = ${article} order by l.id desc limit 1)`;

const orderOf = (dialect: Dialect, row: string) => {
  const milliseconds = {
    sqlite: `-cast(${row}.date_published as integer)`,
    postgres: `-floor(extract(epoch from ${row}.date_published) * 1000)::bigint`,
  };
  return `coalesce(${milliseconds[dialect]}, ${UNDATED})`;
};

const COLUMNS = '(article_id, document_id, locale, category, newest_first)';

/**
 * `published_articles`: one row for each published row of `articles`.
 *
 * - `article_id`: the row's number, which changes with every publishing;
 * - `document_id`, `locale`;
 * - `category`: the category's document id, or null;
 * - `newest_first`: minus the milliseconds of `datePublished` since 1970, so that ascending order is newest first; `UNDATED`
 *   where there is no date. Together with `document_id` it is the order of every feed.
 *
 * Each feed is a range of one of its two indexes.
 */
export function publishedArticles(dialect: Dialect): DerivedPart {
  const text = { sqlite: 'text', postgres: 'varchar(255) collate "C"' }[dialect];
  const insert = (row: string, category: string, rows = '') =>
    `insert into published_articles ${COLUMNS} select ${row}.id, ${row}.document_id, ${row}.locale, ${category}, ${orderOf(dialect, row)}${rows}`;
  const isPublished = (row: string) => `${row}.published_at is not null and ${row}.document_id is not null and ${row}.locale is not null`;
  const trigger = writeTrigger.bind(undefined, dialect);
  const relink = (article: string) => `update published_articles set category = ${categoryOf(article)} where article_id = ${article}`;
  const relinkAdded = `update published_articles set category = ${categoryOf('published_articles.article_id')}
    where article_id = any (array(select added.article_id from added))`;
  const remove = 'delete from published_articles where article_id = old.id';

  const link = { name: 'published_articles_link', table: 'articles_category_lnk', event: 'insert' } as const;

  return {
    name: 'published-articles',
    tables: [
      `create table if not exists published_articles (
        article_id integer primary key,
        document_id ${text} not null,
        locale ${text} not null,
        category ${text},
        newest_first bigint not null
      )`,
      'create index if not exists published_articles_feed_idx on published_articles (locale, newest_first, document_id)',
      `create index if not exists published_articles_category_idx on published_articles (locale, category, newest_first, document_id)
        where category is not null`,
    ],
    triggers: [
      writeInsertTrigger(dialect, {
        name: 'published_articles_insert',
        table: 'articles',
        when: isPublished,
        body: (row, rows) => insert(row, 'null', rows),
      }),
      trigger({
        name: 'published_articles_update',
        table: 'articles',
        event: 'update of id, document_id, locale, published_at, date_published',
        when: 'old.published_at is not null and new.published_at is not null',
        body: [
          `update published_articles set article_id = new.id, document_id = new.document_id, locale = new.locale,
            newest_first = ${orderOf(dialect, 'new')} where article_id = old.id`,
        ],
      }),
      trigger({
        name: 'published_articles_publish',
        table: 'articles',
        event: 'update of published_at',
        when: `old.published_at is null and ${isPublished('new')}`,
        body: [insert('new', categoryOf('new.id'))],
      }),
      trigger({
        name: 'published_articles_unpublish',
        table: 'articles',
        event: 'update of published_at',
        when: 'old.published_at is not null and new.published_at is null',
        body: [remove],
      }),
      trigger({
        name: 'published_articles_delete',
        table: 'articles',
        event: 'delete',
        when: 'old.published_at is not null',
        body: [remove],
      }),
      dialect === 'sqlite'
        ? trigger({ ...link, body: [relink('new.article_id')] })
        : writeStatementTrigger({ ...link, body: [relinkAdded] }),
      trigger({
        name: 'published_articles_relink',
        table: 'articles_category_lnk',
        event: 'update',
        body: [relink('old.article_id'), relink('new.article_id')],
      }),
      trigger({ name: 'published_articles_unlink', table: 'articles_category_lnk', event: 'delete', body: [relink('old.article_id')] }),
    ],
    async rebuild(run, first, last) {
      await run(`delete from published_articles where article_id between ${first} and ${last}`);
      await run(
        `insert into published_articles ${COLUMNS} select a.id, a.document_id, a.locale, ${categoryOf('a.id')}, ${orderOf(dialect, 'a')}
          from articles a where a.id between ${first} and ${last} and ${isPublished('a')}`,
      );
    },
  };
}
