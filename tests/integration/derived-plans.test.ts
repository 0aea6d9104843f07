import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import type { Transaction } from '../../src/plugins/importer/server/src/bulk/rows/tables';
import { mostReadStatement } from '../../src/news/most-read/most-read';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';

const { bench } = useImports();

const onPostgres = process.env['TEST_POSTGRES_URL'] === undefined ? it.skip : it;

/** What grows with the archive. */
const LARGE = ['articles', 'articles_category_lnk', 'published_articles', 'view_counts', 'views_by_day'];

/** Enough of everything for an index to be worth it. */
const FILL = [
  `insert into articles (document_id, locale, title, published_at) select 'many' || n, 'ru', 'One of many', now() from generate_series(1, 3000) n`,
  `insert into articles_category_lnk (article_id, category_id) select a.id, c.id from articles a, categories c where a.title = 'One of many'`,
  `insert into view_counts (document_id, article, views) select 'count' || n, 'many' || n, 1 from generate_series(1, 3000) n`,
  `insert into views_by_day (article, day, views) select 'many' || n, 1, 1 from generate_series(1, 3000) n`,
  `analyze ${LARGE.join(', ')}`,
];

const CHANGES: readonly (readonly [string, string])[] = [
  [
    'publishing',
    `insert into articles (document_id, locale, title, published_at) select document_id, locale, title, now() from articles where id = :draft`,
  ],
  ['another date', 'update articles set date_published = now() where id = :published'],
  ['another rubric', 'update articles_category_lnk set category_id = category_id where article_id = :published'],
  ['a view', `update view_counts set views = views + 1 where article = (select document_id from articles where id = :published)`],
  ['no views', `delete from view_counts where article = (select document_id from articles where id = :published)`],
  ['withdrawing', 'delete from articles where id = :published'],
];

describe('what triggers do on PostgreSQL, where large tables could be read whole,', () => {
  onPostgres.each(CHANGES)('uses their indexes: %s', async (_what, statement) => {
    const { strapi } = bench.newsroom;
    writePages(bench.folder, { '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder]);
    const idOf = async (status: 'draft' | 'published') => {
      const where = { publishedAt: status === 'draft' ? { $null: true } : { $notNull: true } };
      return (await rowsOf<{ id: number }>(strapi, 'api::article.article').findMany({ where }))[0]?.id ?? 0;
    };
    const ids = { draft: await idOf('draft'), published: await idOf('published') };

    const whole = await strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
      for (const fill of FILL) await trx.raw(fill);
      const read = async () => {
        const { rows } = await trx.raw<{ rows: { relname: string; seq_scan: string }[] }>(
          'select relname, seq_scan from pg_stat_xact_user_tables where relname = any(?)',
          [LARGE],
        );
        return new Map(rows.map(({ relname, seq_scan: scans }) => [relname, Number(scans)]));
      };
      const before = await read();
      await trx.raw(statement, ids);
      const after = await read();
      return LARGE.filter((table) => (after.get(table) ?? 0) > (before.get(table) ?? 0));
    });
    expect(whole).toEqual([]);
  });

  onPostgres('and so does the question what was read most', async () => {
    const { strapi } = bench.newsroom;
    await strapi.documents('api::category.category').create({ data: { name: 'One' }, locale: 'ru' });
    const plan = await strapi.db.transaction(async ({ trx }: { trx: Transaction }) => {
      for (const fill of FILL) await trx.raw(fill);
      const { rows } = await trx.raw<{ rows: object[] }>(`explain ${mostReadStatement('postgres')}`, [0, 'ru', -Date.now(), 10]);
      return JSON.stringify(rows);
    });
    expect(plan).toContain('articles_documents_idx');
    expect(plan).not.toMatch(/Seq Scan on (articles|view_counts)/);
  });
});
