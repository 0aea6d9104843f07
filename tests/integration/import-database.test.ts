import { ALONE } from '../../src/plugins/importer/server/src/import/write/throttle';
import type { ImportRequest } from '../../src/plugins/importer/server/src/import/import-request';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';

const { bench } = useImports();

const isPostgres = process.env['TEST_POSTGRES_URL'] !== undefined;
const onSqlite = isPostgres ? it.skip : it;
const onPostgres = isPostgres ? it : it.skip;

async function rowsOf<Row>(statement: string): Promise<Row[]> {
  const found: unknown = await bench.newsroom.strapi.db.connection.raw(statement);
  return Array.isArray(found) ? (found as Row[]) : (found as { rows: Row[] }).rows;
}

const pages = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.txt`, pageText({ title: `Событие номер ${index}` })]));

/** Where SQLite keeps what it may have to take back, as an import goes on. */
async function settingsDuring(options: Partial<ImportRequest>): Promise<string[]> {
  const seen = new Set<string>();
  const turn = async () => {
    for (const row of await rowsOf('pragma temp_store')) seen.add(JSON.stringify(row));
  };
  await bench.newsroom.importPages([bench.folder], { ...options, throttle: { ...ALONE, turn } });
  return [...seen];
}

describe('the database that an import writes to', () => {
  onSqlite('is left with the settings that it had', async () => {
    const settings = async () => [...(await rowsOf('pragma temp_store')), ...(await rowsOf('pragma wal_autocheckpoint'))];
    const before = await settings();
    writePages(bench.folder, pages(2));
    await bench.newsroom.importPages([bench.folder]);
    expect(await settings()).toEqual(before);
    expect(before).toEqual([{ temp_store: 0 }, { wal_autocheckpoint: 1000 }]);
  });

  onSqlite('notes what it may have to take back in memory, also where temporary tables have stood', async () => {
    await rowsOf('create temporary table made_once (id integer)');
    await rowsOf('drop table made_once');
    writePages(bench.folder, pages(2));
    expect(await settingsDuring({})).toEqual(['{"temp_store":2}']);
  });

  onSqlite('keeps its settings while a preview runs', async () => {
    writePages(bench.folder, pages(2));
    expect(await settingsDuring({ dryRun: true })).toEqual(['{"temp_store":0}']);
  });

  onPostgres('keeps long texts as the quickest of the compressions that the server has', async () => {
    const [offered] = await rowsOf<{ has: boolean }>(
      `select 'lz4' = any(enumvals) as has from pg_settings where name = 'default_toast_compression'`,
    );
    const paragraphs = Array.from({ length: 60 }, (_, index) => `Абзац номер ${index} говорит о том же, что и другие, и не короче их.`);
    writePages(bench.folder, { '1.txt': pageText({ paragraphs }) });
    await bench.newsroom.importPages([bench.folder]);
    const kept = await rowsOf<{ method: string }>('select distinct pg_column_compression(body) as method from articles');
    expect(kept).toEqual([{ method: offered?.has === true ? 'lz4' : 'pglz' }]);
  });

  onPostgres('has looked at the tables that grew, once there is enough in them', async () => {
    const tables = ['articles', 'articles_category_lnk', 'importer_entries', 'importer_items', 'published_articles', 'view_counts'];
    const known = async () =>
      (
        await rowsOf<{ relname: string; reltuples: number }>(
          `select relname, reltuples from pg_class where relkind = 'r' and reltuples >= 250`,
        )
      )
        .map(({ relname }) => relname)
        .filter((name) => tables.includes(name))
        .sort();
    writePages(bench.folder, pages(10));
    await bench.newsroom.importPages([bench.folder]);
    expect(await known()).toEqual([]);
    writePages(bench.folder, pages(600));
    expect((await bench.newsroom.importPages([bench.folder])).counts).toMatchObject({ created: 590 });
    expect(await known()).toEqual(tables);
  });
});
