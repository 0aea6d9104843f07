import type { DerivedPart, Dialect } from '../derived-part';
import { writeTrigger } from '../trigger';

/** Spans that articles are ranked over, in days with the present one; 0 is all time. */
export const WINDOWS = [1, 7, 30] as const;

/** Any number that nothing else locks by. */
export const WINDOWS_LOCK = 20_541_338;

const CONFLICT = 'on conflict (document_id, locale, days) do update set views';

/** The published languages of a document, joined to whatever has a row for the document. */
const languagesOf = (article: string) => `a.document_id = ${article} and a.published_at is not null and a.locale is not null`;

const allTime = (condition: string) =>
  `insert into most_read (days, locale, document_id, views)
    select 0, a.locale, a.document_id, v.views from articles a join view_counts v on v.article = a.document_id
    where v.views > 0 and ${condition}
    ${CONFLICT} = excluded.views`;

const spans = (condition: string) =>
  `insert into most_read (days, locale, document_id, views)
    select w.days, a.locale, a.document_id, sum(d.views) from articles a
      join views_by_day d on d.article = a.document_id join most_read_windows w on d.day > w.as_of - w.days
    where ${condition} group by w.days, a.locale, a.document_id having sum(d.views) > 0
    ${CONFLICT} = excluded.views`;

/**
 * `views_by_day`: how often an article was read on a day. It follows from nothing: whoever counts a view adds it here and to
 * `view_counts`, in one transaction, and triggers do the rest:
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
 */
export function mostRead(dialect: Dialect): DerivedPart {
  const text = { sqlite: 'text', postgres: 'varchar(255) collate "C"' }[dialect];
  const today = { sqlite: `cast(strftime('%s', 'now') as integer) / 86400`, postgres: 'floor(extract(epoch from now()) / 86400)::integer' }[
    dialect
  ];
  const trigger = writeTrigger.bind(undefined, dialect);
  // Spans that are being moved on must not miss a count that is being written.
  const wait = { sqlite: [], postgres: [`perform pg_advisory_xact_lock_shared(${WINDOWS_LOCK})`] }[dialect];
  const add = (article: string, day: string, views: string) =>
    `insert into most_read (days, locale, document_id, views)
      select w.days, a.locale, a.document_id, ${views} from articles a join most_read_windows w on ${day} > w.as_of - w.days
      where ${languagesOf(article)}
      ${CONFLICT} = most_read.views + excluded.views`;
  const count = [allTime(languagesOf('new.article'))];
  // The condition stands before the trigger: within its statement it would not keep SQLite from going through all of `days = 0`.
  const forgetCount = ['delete from most_read where days = 0 and document_id = new.article'];
  // An import publishes thousands of articles a second: nothing is looked up here that the row tells by itself.
  const publish = [
    `insert into most_read (days, locale, document_id, views)
      select 0, new.locale, new.document_id, v.views from view_counts v where v.article = new.document_id and v.views > 0
      ${CONFLICT} = excluded.views`,
    `insert into most_read (days, locale, document_id, views)
      select w.days, new.locale, new.document_id, sum(d.views) from views_by_day d join most_read_windows w on d.day > w.as_of - w.days
      where exists (select 1 from views_by_day e where e.article = new.document_id) and d.article = new.document_id
      group by w.days having sum(d.views) > 0
      ${CONFLICT} = excluded.views`,
  ];

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
    ],
    triggers: [
      trigger({ name: 'most_read_count', table: 'view_counts', event: 'insert', when: 'new.views > 0', body: count }),
      trigger({
        name: 'most_read_recount',
        table: 'view_counts',
        event: 'update of views',
        when: 'old.views <> new.views and new.views > 0',
        body: count,
      }),
      trigger({ name: 'most_read_uncount', table: 'view_counts', event: 'update of views', when: 'new.views <= 0', body: forgetCount }),
      trigger({
        name: 'most_read_forget',
        table: 'view_counts',
        event: 'delete',
        body: ['delete from views_by_day where article = old.article', 'delete from most_read where document_id = old.article'],
      }),
      trigger({
        name: 'most_read_day',
        table: 'views_by_day',
        event: 'insert',
        body: [...wait, add('new.article', 'new.day', 'new.views')],
      }),
      trigger({
        name: 'most_read_same_day',
        table: 'views_by_day',
        event: 'update of views',
        body: [...wait, add('new.article', 'new.day', 'new.views - old.views')],
      }),
      trigger({ name: 'most_read_publish', table: 'published_articles', event: 'insert', body: publish }),
      trigger({
        name: 'most_read_unpublish',
        table: 'published_articles',
        event: 'delete',
        body: [
          `delete from most_read where document_id = old.document_id and locale = old.locale and not exists (
            select 1 from articles a where a.document_id = old.document_id and a.locale = old.locale and a.published_at is not null)`,
        ],
      }),
    ],
    async rebuild(run, first, last) {
      const range = `a.id between ${first} and ${last}`;
      await run(`delete from most_read where document_id in (select a.document_id from articles a where ${range})`);
      const standing = `a.published_at is not null and a.locale is not null and a.document_id in (select b.document_id from articles b where ${range.replaceAll('a.', 'b.')})`;
      await run(allTime(standing));
      await run(spans(standing));
      await run(`delete from most_read where ${first} = 0 and not exists (
        select 1 from articles a where a.document_id = most_read.document_id and a.locale = most_read.locale and a.published_at is not null)`);
    },
  };
}
