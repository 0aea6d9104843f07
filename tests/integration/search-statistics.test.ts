import { indexerOf } from '../../src/search/index/indexer';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';

const { bench } = useImports();

const onPostgres = process.env['TEST_POSTGRES_URL'] === undefined ? it.skip : it;

/** How many rows PostgreSQL takes a table to have; -1 for one that it has not looked at. */
async function knownRows(table: string): Promise<number> {
  const found: unknown = await bench.newsroom.strapi.db.connection.raw('select reltuples from pg_class where relname = ?', [table]);
  const { rows } = found as { readonly rows: readonly { readonly reltuples: number }[] };
  return Number(rows[0]?.reltuples);
}

onPostgres('PostgreSQL has looked at what search reads, once much of it was indexed', async () => {
  const pages = Array.from({ length: 300 }, (_, index) => [`${index}.txt`, pageText({ title: `Событие номер ${index}` })] as const);
  writePages(bench.folder, Object.fromEntries(pages));
  await bench.newsroom.importPages([bench.folder]);
  expect(await knownRows('search_entries')).toBe(-1);
  await indexerOf(bench.newsroom.strapi).finish();
  expect(await knownRows('search_entries')).toBeGreaterThan(100);
});
