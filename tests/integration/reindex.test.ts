import Database from 'better-sqlite3';
import { useCommands } from '../helpers/command-bench';
import { runCommand } from '../helpers/run-command';

jest.setTimeout(120_000);

describe('reindex', () => {
  const bench = useCommands();

  it('makes anew what the news API reads, and tells of how much', async () => {
    expect((await runCommand('import', [bench.pages], bench.environment)).code).toBe(0);
    const database = new Database(bench.environment['DATABASE_FILENAME'] ?? '');
    const read = () => database.prepare('select locale, newest_first, article_id from published_articles order by article_id').all();
    const ranks = () => database.prepare('select days, locale, views from most_read').all();
    const before = read();
    database.exec('delete from published_articles; delete from most_read');

    const { code, stdout } = await runCommand('reindex', [], bench.environment);

    expect([code, stdout]).toEqual([0, expect.stringMatching(/published-articles, most-read.*: made anew from 4 rows of articles\n$/)]);
    expect(read()).toEqual(before);
    expect(before).toHaveLength(2);
    expect(ranks()).toEqual([
      { days: 0, locale: 'ru', views: 42 },
      { days: 0, locale: 'ru', views: 42 },
    ]);
    database.close();
  });

  it('takes no arguments', async () => {
    expect((await runCommand('reindex', ['x'], bench.environment)).code).toBe(2);
  });
});
