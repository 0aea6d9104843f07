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
    const ranks = () => database.prepare('select * from most_read order by document_id').all();
    const before = [read(), ranks()];
    database.exec('delete from published_articles; delete from most_read');

    const { code, stdout } = await runCommand('reindex', [], bench.environment);

    expect([code, stdout]).toEqual([0, expect.stringMatching(/published-articles, most-read.*: made anew from 4 rows of articles\n$/)]);
    expect([read(), ranks()]).toEqual(before);
    expect(before[0]).toHaveLength(2);
    database.close();
  });

  it('takes no arguments', async () => {
    expect((await runCommand('reindex', ['x'], bench.environment)).code).toBe(2);
  });
});
