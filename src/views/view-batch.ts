import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { dayOf } from '../derived/most-read/move-windows';
import type { Value } from '../news/reader/reader';

/** How often each document was read since the last batch, by its id. */
export type Reads = ReadonlyMap<string, number>;

interface Transaction {
  raw(sql: string, values: readonly Value[]): PromiseLike<unknown>;
}

type Row = Readonly<Record<string, unknown>>;

const times = (count: number, row: string) => Array.from({ length: count }, () => row).join(', ');

/** The conflict makes of two nodes that count the first view at once one row. */
const countsOf = (
  count: number,
  dialect: string,
) => `insert into view_counts (document_id, article, views, created_at, updated_at, published_at)
  values ${times(count, `(?, ?, ?, ${dialect === 'sqlite' ? '?, ?, ?' : 'to_timestamp(? / 1000.0), to_timestamp(? / 1000.0), to_timestamp(? / 1000.0)'})`)}
  on conflict (article) do update set views = view_counts.views + excluded.views
  returning article, views`;

const daysOf = (count: number) => `insert into views_by_day (article, day, views) values ${times(count, '(?, ?, ?)')}
  on conflict (article, day) do update set views = views_by_day.views + excluded.views`;

const rowsOf = (answer: unknown): readonly Row[] => (Array.isArray(answer) ? (answer as Row[]) : ((answer as { rows?: Row[] }).rows ?? []));

/** An id like those of Strapi's documents; nobody asks for a count by it. */
const newId = () => `v${randomUUID().replaceAll('-', '')}`.slice(0, 24);

/**
 * Adds to the counts of articles and of the present day, all in one transaction: nothing of an article itself is read, locked or
 * written. Rows are written in the order of their keys, so that nodes wait for each other and never in a circle.
 *
 * @returns the new count of each document, committed.
 */
export async function writeViews(strapi: Core.Strapi, reads: Reads): Promise<Map<string, number>> {
  const now = Date.now();
  const sorted = [...reads].sort(([one], [other]) => (one < other ? -1 : 1));
  const counts = sorted.flatMap(([article, count]) => [newId(), article, count, now, now, now]);
  const days = sorted.flatMap(([article, count]) => [article, dayOf(now), count]);
  const rows = await strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
    const counted = await trx.raw(countsOf(sorted.length, strapi.db.dialect.client), counts);
    await trx.raw(daysOf(sorted.length), days);
    return rowsOf(counted);
  });
  return new Map(rows.map((row) => [String(row['article']), Number(row['views'])]));
}
