import { asInStrapi } from '../collation';
import type { DerivedPart, Dialect } from '../derived-part';
import { writeInsertTrigger, writeTrigger } from '../trigger';

/** Spans that articles are ranked over, in days with the present one; 0 is all time. */
const WINDOWS = [1, 7, 30] as const;

export const LONGEST_WINDOW = Math.max(...WINDOWS);

const RANKED = 'a.published_at is not null and a.locale is not null';

/** How often articles were read, in each of their published languages and over each span. @param condition says which, of `articles a`. */
export const readings = (condition: string): string =>
  `select 0 as days, a.locale, a.document_id, v.views from articles a join view_counts v on v.article = a.document_id
    where v.views > 0 and ${RANKED} and ${condition}
  union
  select w.days, a.locale, a.document_id, sum(d.views) from articles a
    join views_by_day d on d.article = a.document_id join most_read_windows w on d.day > w.as_of - w.days
    where ${RANKED} and ${condition} group by w.days, a.locale, a.document_id, a.id having sum(d.views) > 0`;

/**
 * In SQLite one writes at a time, and a document stands in the queue once. In PostgreSQL it stands there for everyone who has written: a row
 * that another transaction finds there may be taken out before that one has committed.
 */
const QUEUES = {
  sqlite: { columns: '(document_id text primary key) without rowid', again: ' on conflict do nothing' },
  postgres: { columns: '(id bigserial primary key, document_id varchar(255) not null)', again: '' },
};

/**
 * `views_by_day`: how often an article was read on a day. It follows from nothing: whoever counts a view adds it here and to
 * `view_counts`, in one transaction:
 *
 *     insert into views_by_day (article, day, views) values (<documentId>, <day>, <count>)
 *       on conflict (article, day) do update set views = views_by_day.views + excluded.views
 *
 * `day` counts days of UTC since 1970 (`dayOf`). When a count is taken out of `view_counts`, its days go too. Counts that were
 * imported have no days.
 *
 * `most_read`: the same summed up, a row for each published language of a document and each span of days: 0 for all time, and
 * `WINDOWS`. The articles that were read most are a range of its index. `most_read_windows` tells the day on which each span
 * ends; `moveWindows` moves it on.
 *
 * `most_read_queue`: documents that were read, published or withdrawn since they were ranked. A view that had to move its article in four
 * orders at once would cost several times as much: triggers only write it down, and `rankQueued` ranks each article once
 * for all that it was read meanwhile.
 */
export function mostRead(dialect: Dialect): DerivedPart {
  const text = { sqlite: 'text', postgres: 'varchar(255) collate "C"' }[dialect];
  const today = { sqlite: `cast(strftime('%s', 'now') as integer) / 86400`, postgres: 'floor(extract(epoch from now()) / 86400)::integer' }[
    dialect
  ];
  const trigger = writeTrigger.bind(undefined, dialect);
  const table = QUEUES[dialect];
  const queue = (article: string, condition = 'true') =>
    `insert into most_read_queue (document_id) select ${article} where ${condition}${table.again}`;

  return {
    name: 'most-read',
    tables: [
      `create table if not exists views_by_day (article ${text} not null, day integer not null, views integer not null, primary key (article, day))`,
      'create index if not exists views_by_day_day_idx on views_by_day (day)',
      `create table if not exists most_read (
        days integer not null, locale ${text} not null, document_id ${text} not null, views bigint not null,
        primary key (document_id, locale, days)
      )`,
      'create index if not exists most_read_order_idx on most_read (days, locale, views desc, document_id)',
      'create table if not exists most_read_windows (days integer primary key, as_of integer not null)',
      ...WINDOWS.map((days) => `insert into most_read_windows (days, as_of) values (${days}, ${today}) on conflict (days) do nothing`),
      `create table if not exists most_read_queue ${table.columns}`,
    ],
    triggers: [
      writeInsertTrigger(dialect, {
        name: 'most_read_count',
        table: 'view_counts',
        when: (row) => `${row}.views > 0`,
        body: (row, rows) => `insert into most_read_queue (document_id) select ${row}.article${rows}${table.again}`,
      }),
      trigger({
        name: 'most_read_recount',
        table: 'view_counts',
        event: 'update of views',
        when: 'old.views <> new.views',
        body: [queue('new.article')],
      }),
      trigger({
        name: 'most_read_forget',
        table: 'view_counts',
        event: 'delete',
        body: ['delete from views_by_day where article = old.article', queue('old.article')],
      }),
      trigger({ name: 'most_read_day', table: 'views_by_day', event: 'insert', body: [queue('new.article')] }),
      trigger({ name: 'most_read_same_day', table: 'views_by_day', event: 'update of views', body: [queue('new.article')] }),
      writeInsertTrigger(dialect, {
        name: 'most_read_publish',
        table: 'published_articles',
        // Most of what is published was never read.
        when: (row) =>
          `exists (select 1 from view_counts v where v.article = ${asInStrapi(dialect, `${row}.document_id`)} limit 1 offset 0)`,
        body: (row, rows) => `insert into most_read_queue (document_id) select ${row}.document_id${rows}${table.again}`,
      }),
      trigger({
        name: 'most_read_unpublish',
        table: 'published_articles',
        event: 'delete',
        body: [queue('old.document_id', 'exists (select 1 from most_read r where r.document_id = old.document_id)')],
      }),
    ],
    async rebuild(run, first, last) {
      const range = (table: string) => `${table}.id between ${first} and ${last}`;
      await run(`delete from most_read where document_id in (select a.document_id from articles a where ${range('a')})`);
      const standing = `a.document_id in (select b.document_id from articles b where ${range('b')})`;
      await run(`insert into most_read (days, locale, document_id, views) ${readings(standing)}`);
      await run(`delete from most_read where ${first} = 0 and not exists (
        select 1 from articles a where a.document_id = most_read.document_id and a.locale = most_read.locale and a.published_at is not null)`);
    },
  };
}
