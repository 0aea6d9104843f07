import { setTimeout as wait } from 'node:timers/promises';
import { reviveRuns } from '../../src/plugins/importer/server/src/background/revive';
import type { ImportRequest } from '../../src/plugins/importer/server/src/import/import-request';
import { takeLease } from '../../src/plugins/importer/server/src/store/lease/lease';
import { createLedger } from '../../src/plugins/importer/server/src/store/ledger';
import { createRuns, type KeptRun } from '../../src/plugins/importer/server/src/store/runs';
import { viewCountsOf } from '../../src/api/views/services/view-count';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';
import { isPostgres } from '../helpers/temporary-database';

const ARTICLE = 'api::article.article';
const RUN = 'plugin::importer.run';

const ELSEWHERE = { host: 'another-node', machine: 'another', namespace: '', pid: 1, began: '' };

describe('a run ends as what it was', () => {
  const { bench, onlyArticle } = useImports();
  const runs = () => rowsOf<KeptRun>(bench.newsroom.strapi, RUN);
  const newest = async () => (await runs().findMany({ orderBy: { id: 'desc' }, limit: 1 }))[0];
  const pragma = async (name: string) => {
    const [row] = await bench.newsroom.strapi.db.connection.raw<Record<string, number>[]>(`pragma ${name}`);
    return Object.values(row ?? {})[0];
  };

  it('waits for its turn, however long another import takes', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    const { run } = await bench.newsroom.importPages([bench.folder]);
    const waiting = { state: 'interrupted', served: true, revivals: null };
    await runs().update({ where: { id: run ?? 0 }, data: { ...waiting } });
    const lease = await takeLease(bench.newsroom.strapi);
    await bench.newsroom.strapi.db.connection('importer_leases').update({ holder: JSON.stringify(ELSEWHERE) });
    const resumed: number[] = [];
    const resume = ({ id }: KeptRun) => Promise.resolve(resumed.push(id));
    const reviving = { strapi: bench.newsroom.strapi, runs: createRuns(bench.newsroom.strapi), resume };

    try {
      for (let looked = 0; looked < 20; looked += 1) await reviveRuns(reviving);
      expect([await newest(), resumed]).toMatchObject([waiting, []]);
    } finally {
      await lease.release();
    }
    await reviveRuns(reviving);
    expect([await newest(), resumed]).toMatchObject([{ ...waiting, revivals: 1 }, [run]]);
  });

  const stumble = (at: string) => (): never => {
    throw new Error(`stumbled ${at}`);
  };
  const STUMBLES: Readonly<Record<string, Partial<ImportRequest>>> = {
    'when it has a number': { onRun: stumble('when it has a number') },
    'when it begins': { onBegin: () => Promise.reject(new Error('stumbled when it begins')) },
    'while pages are counted': { onProgress: (_done, total) => (total === null ? stumble('while pages are counted')() : undefined) },
    'while pages are written': { onProgress: (_done, total) => (total === null ? undefined : stumble('while pages are written')()) },
    'while a page is told': { onPage: stumble('while a page is told') },
    'between two chunks': { throttle: { targetMs: () => 1, turn: () => Promise.reject(new Error('stumbled between two chunks')) } },
  };

  it.each(Object.entries(STUMBLES))(
    'failed, with its first reason, when something throws %s; its threads end, and another can run',
    async (at, stumbling) => {
      writePages(bench.folder, { '1.txt': pageText(), '2.txt': pageText({ title: 'Мост закрыт на день' }) });
      const threads = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
      const before = threads();
      for (const asked of [{ dryRun: true, kept: true }, {}]) {
        await expect(bench.newsroom.importPages([bench.folder], { threads: 1, ...asked, ...stumbling })).rejects.toThrow(`stumbled ${at}`);
        expect(await newest()).toMatchObject({ state: 'failed', failureSaid: { values: { reason: `stumbled ${at}` } } });
        expect((await newest())?.finishedAt).not.toBeNull();
        for (let looked = 0; looked < 500 && threads() > before; looked += 1) await wait(20);
        expect(threads()).toBe(before);
      }
      expect((await bench.newsroom.importPages([bench.folder])).counts).toMatchObject({ pages: 2, problems: 0 });
      expect(await newest()).toMatchObject({ state: 'finished' });
    },
  );

  it('failed, too, when an undoing or its preview stumbles', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    const { run } = await bench.newsroom.importPages([bench.folder]);
    const request = { run: run ?? 0, by: 'tests', onEntry: stumble('over an entry') };
    for (const asked of [{ dryRun: true, kept: true }, { dryRun: false }]) {
      await expect(bench.newsroom.importer.undo({ ...request, ...asked })).rejects.toThrow('stumbled over an entry');
      expect(await newest()).toMatchObject({ state: 'failed', failureSaid: { values: { reason: 'stumbled over an entry' } } });
    }
    expect(await bench.newsroom.importer.undo({ run: run ?? 0, by: 'tests', dryRun: false })).toMatchObject({ interrupted: false });
  });

  (isPostgres ? it.skip : it)('leaves the settings of the database as they are where another import is refused', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    expect(await pragma('temp_store')).toBe(0);
    const seen: unknown[] = [];
    const onBegin = async () => {
      await expect(bench.newsroom.importPages([bench.folder])).rejects.toThrow('is running');
      await expect(bench.newsroom.importer.undo({ run: 1, by: 'tests', dryRun: false })).rejects.toThrow('is running');
      seen.push(await pragma('temp_store'));
    };
    await bench.newsroom.importPages([bench.folder], { onBegin });
    expect(seen).toEqual([2]);
    expect(await pragma('temp_store')).toBe(0);
  });

  describe('undone in one language', () => {
    const documents = () => bench.newsroom.strapi.documents(ARTICLE);
    const AZ = { title: 'Sahildə qayıq sərgisi açıldı', slug: 'sahilde-qayiq-sergisi' };
    const languages = async (documentId: string) => {
      const rows = await rowsOf<{ locale: string }>(bench.newsroom.strapi, ARTICLE).findMany({ where: { documentId, publishedAt: null } });
      return rows.map(({ locale }) => locale).sort();
    };
    const viewsOf = async (article: string) =>
      (await rowsOf<{ views: number }>(bench.newsroom.strapi, 'api::views.view-count').findOne({ where: { article } }))?.views;

    it('keeps an article that an editor has added a language to, with its views and what the ledger knows', async () => {
      writePages(bench.folder, { '1.txt': pageText() });
      const { run } = await bench.newsroom.importPages([bench.folder]);
      const { documentId } = await onlyArticle();
      await documents().update({ documentId, locale: 'az', data: AZ, status: 'published' });
      await viewCountsOf(bench.newsroom.strapi).raise(documentId, 99);

      for (const dryRun of [true, false]) {
        const entries: unknown[] = [];
        const onEntry = (entry: unknown) => entries.push(entry);
        await bench.newsroom.importer.undo({ run: run ?? 0, by: 'tests', dryRun, onEntry });
        expect(entries).toContainEqual(expect.objectContaining({ action: 'keep', reason: 'an editor has added it in az since' }));
      }
      expect([await languages(documentId), await viewsOf(documentId)]).toEqual([['az', 'ru'], 99]);
      expect(await createLedger(bench.newsroom.strapi).ofTargets([documentId])).toHaveLength(1);
    });

    it('leaves the version that another import has made of the document, with its views and what the ledger knows of it', async () => {
      writePages(bench.folder, { '1.txt': pageText() });
      const { run } = await bench.newsroom.importPages([bench.folder]);
      const { documentId } = await onlyArticle();
      const version = await documents().update({ documentId, locale: 'az', data: AZ, status: 'published' });
      const ledger = createLedger(bench.newsroom.strapi);
      const [item] = await ledger.ofTargets([documentId]);
      if (item === undefined) throw new Error('The ledger knows no article');
      await ledger.record([{ ...item, page: '2.txt', targetLocale: 'az', storyKey: `${version?.documentId}/az` }]);
      await viewCountsOf(bench.newsroom.strapi).raise(documentId, 99);
      // A later run has updated the other version only.
      writePages(bench.folder, { '3.txt': pageText({ title: 'Мост закрыт на день' }) });
      const later = await bench.newsroom.importPages([bench.folder]);
      const update = {
        run: later.run,
        page: '2.txt',
        path: '2.txt',
        action: 'update',
        reason: '',
        targetId: documentId,
        targetLocale: 'az',
      };
      await rowsOf(bench.newsroom.strapi, 'plugin::importer.entry').create({ data: update });

      const { counts } = await bench.newsroom.importer.undo({ run: run ?? 0, by: 'tests', dryRun: false });
      expect(counts).toMatchObject({ kept: expect.any(Number) as number });
      expect([await languages(documentId), await viewsOf(documentId)]).toEqual([['az'], 99]);
      expect(await ledger.ofTargets([documentId])).toMatchObject([{ page: '2.txt', targetLocale: 'az' }]);
    });
  });
});
