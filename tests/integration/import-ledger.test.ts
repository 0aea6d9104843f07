import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEFAULT_PROFILE } from '../../src/plugins/importer/server/src/import/profile';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';

const ITEM = 'plugin::importer.item';

describe('what the ledger keeps', () => {
  const { bench, onlyArticle, readArticles } = useImports();
  const items = () =>
    rowsOf<Record<string, unknown>>(bench.newsroom.strapi, ITEM).findMany({ where: { targetId: { $ne: '' } }, orderBy: { id: 'asc' } });
  const pageItems = async () => (await items()).filter(({ page }) => !String(page).startsWith('@'));

  it('is page, document, hashes, version, status and run', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    const { run } = await bench.newsroom.importPages([bench.folder]);
    const { documentId } = await onlyArticle();
    const hash = expect.stringMatching(/^[0-9a-f]{32}$/) as string;
    expect(await pageItems()).toMatchObject([
      {
        ...{
          page: expect.stringContaining('1.txt') as string,
          targetId: documentId,
          targetLocale: 'ru',
          storyKey: hash,
          contentHash: hash,
          pageHash: hash,
        },
        ...{ written: { title: hash, slug: hash, lead: hash, body: hash, datePublished: hash, category: hash }, status: 'imported', run },
      },
    ]);
  });

  it('lets failed and quarantined pages be tried again, and forgets that they were when they are mended', async () => {
    writePages(bench.folder, { '1.txt': pageText({ meta: '31.02.2021 Культура' }) });
    const first = await bench.newsroom.importPages([bench.folder]);
    const second = await bench.newsroom.importPages([bench.folder]);
    for (const { counts } of [first, second]) expect(counts).toMatchObject({ quarantined: 1, problems: 1 });
    const where = { status: 'quarantined' };
    expect(await rowsOf(bench.newsroom.strapi, ITEM).findMany({ where })).toMatchObject([
      { status: 'quarantined', problems: [{ rule: 'date-invalid' }] },
    ]);

    writePages(bench.folder, { '1.txt': pageText() });
    expect((await bench.newsroom.importPages([bench.folder])).counts).toMatchObject({ created: 1, problems: 0 });
    expect(await rowsOf(bench.newsroom.strapi, ITEM).findMany({ where: { status: 'quarantined' } })).toEqual([]);
  });

  it('lets a page that can not be written fail alone, and tries it again', async () => {
    writePages(
      bench.folder,
      Object.fromEntries(
        ['Первая', 'Вторая', 'Третья'].map((title, index) => [`${index}.txt`, pageText({ title: `${title} новость дня` })]),
      ),
    );
    const table = 'articles';
    const knex = bench.newsroom.strapi.db.connection;
    const isPostgres = bench.newsroom.strapi.db.dialect.client === 'postgres';
    const guard = isPostgres
      ? `create or replace function no_second() returns trigger as $$ begin if new.title like 'Вторая%' then raise exception 'not this one'; end if; return new; end $$ language plpgsql; create trigger no_second before insert on ${table} for each row execute function no_second()`
      : `create trigger no_second before insert on ${table} when new.title like 'Вторая%' begin select raise(abort, 'not this one'); end`;
    await knex.raw(guard);
    try {
      const { counts, pages } = await bench.newsroom.importPages([bench.folder]);
      expect(counts).toMatchObject({ created: 2, quarantined: 1, problems: 1 });
      expect(pages[1]).toMatchObject({
        reason: 'writing failed',
        problems: [{ rule: 'write-failed', found: expect.stringContaining('not this one') as string }],
      });
    } finally {
      await knex.raw(isPostgres ? `drop trigger no_second on ${table}` : 'drop trigger no_second');
    }
    expect((await bench.newsroom.importPages([bench.folder])).counts).toMatchObject({ created: 1, unchanged: 2, problems: 0 });
  });

  it('lets a newer importer leave what an older one did, until it is asked to redo it', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder]);
    // What an older importer might have read: another headline.
    const { documentId } = await onlyArticle();
    await bench.newsroom.strapi.db
      .query(ITEM)
      .updateMany({ where: { targetId: documentId }, data: { importerVersion: 1, contentHash: 'another', storyKey: 'another' } });

    expect((await bench.newsroom.importPages([bench.folder])).counts).toMatchObject({ unchanged: 1 });
    expect((await bench.newsroom.importPages([bench.folder], { redo: true })).counts).toMatchObject({ updated: 1 });
    expect((await bench.newsroom.importPages([bench.folder], { redo: true })).counts).toMatchObject({ unchanged: 1 });
  });

  it('reads pages anew when something else is known about their site', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    await bench.newsroom.importPages([bench.folder]);
    const { counts } = await bench.newsroom.importPages([bench.folder], { profile: { ...DEFAULT_PROFILE, timeZone: 'Europe/London' } });
    expect(counts).toMatchObject({ updated: 1 });
    expect(await onlyArticle()).toMatchObject({ datePublished: '2021-06-05T09:15:00.000Z' });
  });

  it('counts the highest views of a story, whichever page of it comes first', async () => {
    const saved = ['42', '1 099', '7'].map(
      (views, index) => [`${index}.txt`, pageText({ meta: `${views} 05.06.2021 10:15 Культура A A` })] as const,
    );
    writePages(bench.folder, Object.fromEntries(saved));
    expect((await bench.newsroom.importPages([bench.folder])).counts).toMatchObject({ created: 1, duplicates: 2 });
    expect(await readArticles()).toMatchObject([{ views: 1099 }]);
  });

  it('tells of near-duplicates as a group, and merges none', async () => {
    const words = (from: number) => Array.from({ length: 120 }, (_, index) => `слово${from + index}`).join(' ');
    const [text, corrected] = [words(0), words(0).replace('слово50 слово51', 'другое иное')];
    writePages(bench.folder, {
      '1.txt': pageText({ title: 'Мост закрыт на день', paragraphs: [text] }),
      '2.txt': pageText({ title: 'Мост закрыт на весь день', paragraphs: [corrected] }),
      '3.txt': pageText({ title: 'О другом', paragraphs: [words(500)] }),
    });
    const predicted = await bench.newsroom.importPages([bench.folder], { dryRun: true });
    const { nearDuplicates, counts } = await bench.newsroom.importPages([bench.folder]);
    const again = await bench.newsroom.importPages([bench.folder]);

    expect(counts).toMatchObject({ created: 3 });
    const names = ['1.txt', '2.txt'].map((name) => ({ page: expect.stringContaining(name) as string }));
    for (const found of [predicted.nearDuplicates, nearDuplicates])
      expect(found).toMatchObject({ count: 1, groups: [{ size: 2, pages: names }] });
    expect(again.nearDuplicates).toEqual({ count: 0, groups: [] });
  });
});

describe('the end of a run', () => {
  const { bench } = useImports();

  it('is one event, whatever was written, and none for a dry run', async () => {
    writePages(bench.folder, { '1.txt': pageText(), '2.txt': pageText({ title: 'Мост закрыт на день' }) });
    const events: { name: string; data: unknown }[] = [];
    const stop = bench.newsroom.strapi.eventHub.subscribe((name: string, data: unknown) => {
      events.push({ name, data });
      return Promise.resolve();
    });
    await bench.newsroom.importPages([bench.folder], { dryRun: true });
    const { run } = await bench.newsroom.importPages([bench.folder]);
    await bench.newsroom.importer.undo({ run: run ?? 0, dryRun: false, by: 'tests' });
    stop();

    const ends = events.filter(({ name }) => name === 'importer.run.finished').map(({ data }) => data);
    expect(ends).toMatchObject([
      { kind: 'import', run, counts: { created: 2 } },
      { kind: 'undo', undoes: run },
    ]);
    // Partners and texts of the site are few, and written as the panel writes them.
    expect(events.filter(({ data }) => (data as { uid?: string }).uid === 'api::article.article')).toEqual([]);
  });

  it('is told to webhooks that were set on it', async () => {
    const received: unknown[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        received.push(JSON.parse(body));
        response.end();
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { strapi } = bench.newsroom;
    const webhook = {
      id: 'tests',
      name: 'Tests',
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      headers: {},
      isEnabled: true,
    };
    const runner = strapi.get<{ add(hook: object): void; remove(hook: object): void }>('webhookRunner');
    runner.add({ ...webhook, events: ['importer.run.finished'] });
    writePages(bench.folder, { '1.txt': pageText() });

    const { run } = await bench.newsroom.importPages([bench.folder]);
    while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));

    expect(received).toMatchObject([{ event: 'importer.run.finished', kind: 'import', run, counts: { created: 1 } }]);
    expect(strapi.get<{ allowedEvents: Map<string, string> }>('webhookStore').allowedEvents.get('IMPORTER_RUN_FINISHED')).toBe(
      'importer.run.finished',
    );
    runner.remove({ ...webhook, events: ['importer.run.finished'] });
    server.close();
  });
});
