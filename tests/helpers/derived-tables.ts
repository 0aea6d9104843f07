import type { Core } from '@strapi/strapi';
import { rankerOf } from '../../src/derived/most-read/ranker';

type Row = Readonly<Record<string, unknown>>;

const UNDATED = 8_640_000_000_000_000;

const sorted = (rows: readonly (readonly unknown[])[]) => rows.map((row) => JSON.stringify(row)).sort();

/** `published_articles` and `most_read` as they stand when all is ranked, without what has no meaning of its own. */
export async function derivedTables(strapi: Core.Strapi) {
  await rankerOf(strapi).finish();
  const { connection } = strapi.db;
  const articles = await connection('published_articles').select<Row[]>('*');
  const read = await connection('most_read').select<Row[]>('*');
  return {
    published: sorted(
      articles.map((row) => [row['article_id'], row['document_id'], row['locale'], row['category'], Number(row['newest_first'])]),
    ),
    mostRead: sorted(read.map((row) => [row['days'], row['locale'], row['document_id'], Number(row['views'])])),
  };
}

/** The same, worked out of the tables that they follow from. */
export async function expectedTables({ db: { connection } }: Core.Strapi) {
  const rows = await connection('articles').whereNotNull('published_at').select<Row[]>('*');
  const links = await connection('articles_category_lnk as l')
    .join('categories as c', 'c.id', 'l.category_id')
    .select<Row[]>('l.article_id', 'c.document_id');
  const categories = new Map(links.map((link) => [link['article_id'], link['document_id']]));
  const counts = await connection('view_counts').select<Row[]>('article', 'views');
  const days = await connection('views_by_day').select<Row[]>('*');
  const windows = await connection('most_read_windows').select<Row[]>('*');

  const order = (date: unknown) => (date === null ? UNDATED : -new Date(date as number | Date).getTime());
  const sums = (documentId: unknown): [number, number][] => [
    [0, Number(counts.find(({ article }) => article === documentId)?.['views'] ?? 0)],
    ...windows.map((window): [number, number] => {
      const inside = days.filter(
        ({ article, day }) => article === documentId && Number(day) > Number(window['as_of']) - Number(window['days']),
      );
      return [Number(window['days']), inside.reduce((sum, { views }) => sum + Number(views), 0)];
    }),
  ];
  return {
    published: sorted(
      rows.map((row) => [row['id'], row['document_id'], row['locale'], categories.get(row['id']) ?? null, order(row['date_published'])]),
    ),
    mostRead: sorted(
      rows.flatMap((row) =>
        sums(row['document_id'])
          .filter(([, views]) => views > 0)
          .map(([span, views]) => [span, row['locale'], row['document_id'], views]),
      ),
    ),
  };
}
