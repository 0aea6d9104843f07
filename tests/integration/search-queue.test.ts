import { indexQueued } from '../../src/search/index/index-queued';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';
import { isPostgres } from '../helpers/temporary-database';

const { bench } = useImports();

const inQueue = () => bench.newsroom.strapi.db.connection('search_queue').count({ rows: '*' }).first();

/** What the index of terms keeps aside until somebody puts it in order: it would be read whole by each search. */
async function pagesAside(): Promise<number> {
  const found: unknown = await bench.newsroom.strapi.db.connection.raw(
    `select count(*) as pages from generate_series(1, pg_relation_size('search_entries_words_idx') / 8192 - 1) page,
      gin_page_opaque_info(get_raw_page('search_entries_words_idx', page::int)) info where 'list' = any(info.flags)`,
  );
  return Number((found as { readonly rows: readonly { readonly pages: string }[] }).rows[0]?.pages);
}

beforeEach(async () => {
  writePages(bench.folder, Object.fromEntries([1, 2, 3, 4].map((page) => [`${page}.txt`, pageText({ title: `Событие ${page}` })])));
  await bench.newsroom.importPages([bench.folder]);
});

it('an article that was queued twice is indexed once: its later row is taken out together with its first', async () => {
  const { connection } = bench.newsroom.strapi.db;
  const rows = (await connection('search_queue').select('document_id').orderBy('id')).map(
    (row: { document_id: string }) => row.document_id,
  );
  expect(rows.length).toBeGreaterThan(new Set(rows).size);
  const ofFirst = rows.filter((document) => document === rows[0]).length;
  expect(ofFirst).toBeGreaterThan(1);

  expect(await indexQueued(bench.newsroom.strapi, 1)).toBe(ofFirst);
  expect(Number((await inQueue())?.['rows'])).toBe(rows.length - ofFirst);
  for (let taken = -1; taken !== 0;) taken = await indexQueued(bench.newsroom.strapi, 1);
  expect(await connection('search_entries').count({ rows: '*' })).toMatchObject([{ rows: isPostgres ? '4' : 4 }]);
});

it('of many rows that a statement writes, those are queued whose category is another', async () => {
  const { connection } = bench.newsroom.strapi.db;
  const queuedAfter = async (change: () => PromiseLike<unknown>) => {
    await connection('search_queue').delete();
    await change();
    return Number((await inQueue())?.['rows']);
  };
  const lowest = connection('published_articles').min('article_id');
  const categorise = (category: string | null) => connection('published_articles').where('article_id', '>', lowest).update({ category });

  expect(await queuedAfter(() => connection('published_articles').update({ newest_first: 5 }))).toBe(0);
  expect(await queuedAfter(() => categorise('another'))).toBe(3);
  expect(await queuedAfter(() => categorise('another'))).toBe(0);
  expect(await queuedAfter(() => categorise(null))).toBe(3);
});

(isPostgres ? it : it.skip)('PostgreSQL has put in order what was indexed, so that no search reads it whole', async () => {
  await bench.newsroom.strapi.db.connection.raw('create extension if not exists pageinspect');
  for (let taken = -1; taken !== 0;) taken = await indexQueued(bench.newsroom.strapi, 64);
  expect(await pagesAside()).toBe(0);
});
