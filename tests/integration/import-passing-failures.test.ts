import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';
import { isPostgres } from '../helpers/temporary-database';
import { tryAgain } from '../../src/plugins/importer/server/src/store/try-again';

const ARTICLE = 'api::article.article';

const withCode = (code: string) => Object.assign(new Error('of the database'), { code });

describe('what fails for a reason that passes', () => {
  it.each(['40001', '40P01', '55P03', '57P01', '08006', 'ECONNRESET', 'SQLITE_BUSY_SNAPSHOT'])('is done again: %s', async (code) => {
    let tries = 0;
    const work = () => {
      tries += 1;
      return tries < 3 ? Promise.reject(withCode(code)) : Promise.resolve('done');
    };
    expect(await tryAgain(work)).toBe('done');
  });

  it('is given up when it does not pass, and what fails for its own reason is not done again', async () => {
    let tries = 0;
    const failing = (code: string) => () => {
      tries += 1;
      return Promise.reject(withCode(code));
    };
    await expect(tryAgain(failing('40001'))).rejects.toMatchObject({ code: '40001' });
    expect(tries).toBe(8);
    await expect(tryAgain(failing('22001'))).rejects.toMatchObject({ code: '22001' });
    expect(tries).toBe(9);
  });
});

(isPostgres ? describe : describe.skip)('an import on PostgreSQL', () => {
  const { bench, readArticles, onlyArticle } = useImports();

  /** Has the first inserts or updates of articles fail. A sequence counts on when a transaction is taken back. */
  async function failing<Result>(statement: string, work: () => Promise<Result>): Promise<Result> {
    const knex = bench.newsroom.strapi.db.connection;
    await knex.raw(`create sequence attempts;
      create function fail_first() returns trigger as $$ begin if nextval('attempts') <= 3 then ${statement}; end if; return new; end $$ language plpgsql;
      create trigger fail_first before insert or update on articles for each row execute function fail_first()`);
    try {
      return await work();
    } finally {
      await knex.raw('drop trigger fail_first on articles; drop function fail_first; drop sequence attempts');
    }
  }

  it.each([
    ['a serialization failure', "raise exception 'crossed' using errcode = '40001'"],
    ['a deadlock', "raise exception 'crossed' using errcode = '40P01'"],
    ['a value that another has taken meanwhile', "raise exception 'crossed' using errcode = '23505'"],
    ['a lost connection', 'perform pg_terminate_backend(pg_backend_pid())'],
  ])('plans and writes pages anew after %s', async (_what, statement) => {
    const titles = ['Первая', 'Вторая', 'Третья'];
    writePages(bench.folder, Object.fromEntries(titles.map((title, page) => [`${page}.txt`, pageText({ title: `${title} новость дня` })])));
    const { counts } = await failing(statement, () => bench.newsroom.importPages([bench.folder]));
    expect(counts).toMatchObject({ created: 3, quarantined: 0, problems: 0 });
    expect(await readArticles()).toHaveLength(3);
  });

  it('decides anew on a page whose article an editor saves at the same moment', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder]);
    const { documentId } = await onlyArticle();
    writePages(bench.folder, { '1.txt': pageText({ paragraphs: ['Другой текст о той же выставке.'] }) });

    const { db, documents } = bench.newsroom.strapi;
    // Outside of the import's transaction, in which the handler is called.
    let begin: () => void = () => undefined;
    const data = { title: 'Заголовок редактора' };
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const saving = begun.then(() => documents(ARTICLE).update({ documentId, locale: 'ru', data, status: 'published' }));
    // The import has decided, and asks for the article's rows to be kept from others.
    const onLock = ({ sql }: { readonly sql: string }) => {
      if (/articles.*for update/iu.test(sql)) begin();
    };
    db.connection.on('query', onLock);
    const { counts, pages } = await bench.newsroom.importPages([bench.folder]);
    db.connection.off('query', onLock);
    expect(await saving).toMatchObject(data);

    expect(counts).toMatchObject({ quarantined: 0, problems: 0 });
    expect(pages.map(({ reason }) => reason)).not.toContain('writing failed');
  });
});
