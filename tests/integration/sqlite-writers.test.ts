import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { sqliteFileOf } from '../../src/plugins/importer/server/src/database/sqlite-file';
import { createTurnstile } from '../../src/plugins/importer/server/src/database/turnstile';
import { type Newsroom, startNewsroom, temporaryFolder } from '../helpers/newsroom';
import { isPostgres } from '../helpers/temporary-database';

const ARTICLE = 'api::article.article';

/** Locks the database as another process would, once what this one does in the background lets it. */
async function lockDatabase(file: string): Promise<Database.Database> {
  const other = new Database(file, { timeout: 0 });
  for (;;) {
    try {
      return other.exec('begin immediate');
    } catch {
      await wait(1);
    }
  }
}

const unlock = (other: Database.Database) => other.exec('commit').close();

const sqlite = isPostgres ? describe.skip : describe;

sqlite('while another process writes to SQLite', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
  });

  afterAll(() => newsroom.stop());

  const rows = () => newsroom.strapi.db.query(ARTICLE);
  const writings: readonly [string, () => PromiseLike<unknown>][] = [
    ['a document', () => newsroom.strapi.documents(ARTICLE).create({ data: { title: 'Ждёт своей очереди' }, locale: 'ru' })],
    [
      'a transaction that reads before it writes',
      () =>
        newsroom.strapi.db.transaction(async () => {
          const count = await rows().count();
          await rows().create({ data: { documentId: `counted-${count}`, title: `${count}`, slug: `counted-${count}`, locale: 'ru' } });
        }),
    ],
    ['a statement outside of a transaction', () => newsroom.strapi.db.connection('articles').update({ byline: 'Отдел' })],
    ['a statement of Strapi', () => newsroom.strapi.store({ type: 'core', name: 'test', key: 'waits' }).set({ value: 1 })],
  ];

  it.each(writings)('%s waits, and the process does other work and answers who reads', async (_what, write) => {
    const other = await lockDatabase(sqliteFileOf(newsroom.strapi));
    let isWritten = false;
    const writing = Promise.resolve(write()).then(() => (isWritten = true));
    const answers = [];
    for (let read = 0; read < 5; read += 1) {
      await wait(1);
      answers.push(
        (await newsroom.get('/api/articles?locale=ru')).status,
        (await newsroom.strapi.documents(ARTICLE).findMany({})).length >= 0,
      );
    }
    expect(answers).toEqual(Array.from({ length: 5 }, () => [200, true]).flat());
    expect(isWritten).toBe(false);
    unlock(other);
    await writing;
  });

  it('what is written meanwhile is seen by the transaction that has waited', async () => {
    const { documentId } = await newsroom.strapi.documents(ARTICLE).create({ data: { title: 'Счёт', byline: '1' }, locale: 'ru' });
    const other = await lockDatabase(sqliteFileOf(newsroom.strapi));
    const adding = newsroom.strapi.db.transaction(async () => {
      const row = (await rows().findOne({ where: { documentId } })) as { readonly byline: string };
      await rows().updateMany({ where: { documentId }, data: { byline: String(Number(row.byline) + 1) } });
    });
    await wait(20);
    other.prepare("update articles set byline = '41' where document_id = ?").run(documentId);
    unlock(other);
    await adding;
    expect(await rows().findOne({ where: { documentId } })).toMatchObject({ byline: '42' });
  });

  it('a transaction that fails gives the lock back', async () => {
    const failing = newsroom.strapi.db.transaction(() => Promise.reject(new Error('on purpose')));
    await expect(failing).rejects.toThrow('on purpose');
    unlock(await lockDatabase(sqliteFileOf(newsroom.strapi)));
  });
});

test('who waits gets the next turn, however quickly another takes its own again', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'busy.db');
  const [busy, patient] = [createTurnstile(file), createTurnstile(file)];
  const [one, two] = [new Database(file, { timeout: 0 }), new Database(file, { timeout: 0 })];
  one.pragma('journal_mode = WAL');
  let turns = 0;
  const state = { isOver: false };
  const hog = (async () => {
    while (!state.isOver) {
      await busy.pass(() => one.exec('begin immediate'));
      turns += 1;
      await wait(5);
      one.exec('commit');
    }
  })();
  try {
    for (let time = 0; time < 20; time += 1) {
      await wait(7);
      const before = turns;
      await patient.pass(() => two.exec('begin immediate'));
      // The one that went on when this one came, and at most one that stood at the turnstile already.
      expect(turns - before).toBeLessThanOrEqual(2);
      two.exec('commit');
    }
  } finally {
    state.isOver = true;
    await hog;
    for (const each of [busy, patient, one, two]) each.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
