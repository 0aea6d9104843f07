import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { summariseRuns } from '../../src/cli/summary/runs';
import { readEnvironment } from '../../src/environment/environment';
import { dropPreviews } from '../../src/plugins/importer/server/src/background/drop-previews';
import type { UploadsService } from '../../src/plugins/importer/server/src/services/uploads';
import { DAY_MS, removeOldEntries } from '../../src/plugins/importer/server/src/store/retention';
import { createRuns, type KeptRun } from '../../src/plugins/importer/server/src/store/runs';
import type { ImportOptions } from '../../src/plugins/importer/shared/contracts/imports';
import type { PageView } from '../../src/plugins/importer/shared/contracts/pages';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { HOW, usePanel } from '../helpers/panel-bench';
import { pageText } from '../helpers/page-text';

const PAGES = { '1.txt': pageText(), '2.txt': pageText({ title: 'Мост закрыт на день' }) };
const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

describe('what an import leaves behind', () => {
  const { bench, office } = usePanel();
  const strapi = () => bench.newsroom.strapi;
  const runs = () => rowsOf<KeptRun>(strapi(), 'plugin::importer.run');
  const entriesOf = (run: number) => rowsOf(strapi(), 'plugin::importer.entry').count({ where: { run } });
  const uploads = () => strapi().plugin('importer').service<UploadsService>('uploads');

  function removing() {
    const pauses = { count: 0 };
    const closing = new AbortController();
    const pause = async () => {
      pauses.count += 1;
      await Promise.resolve();
    };
    return { pauses, closing, removing: { pause, signal: closing.signal } };
  }
  const removeOld = () => removeOldEntries(strapi(), removing().removing);

  async function imported(files: Readonly<Record<string, string>> = PAGES) {
    const id = await office.panel.upload(files);
    const run = await office.panel.ended(await office.panel.start('/runs', { source: { kind: 'upload', id }, ...HOW }));
    return { id, run: run.id };
  }
  const age = (run: number, days: number, more: object = {}) =>
    runs().update({ where: { id: run }, data: { startedAt: daysAgo(days), finishedAt: daysAgo(days), ...more } });

  it('is kept for as long as the configuration says, which the panel and the list of runs tell', async () => {
    const { run } = await imported();
    await age(run, 89);
    const until = new Date(daysAgo(89).getTime() + 90 * DAY_MS).toISOString().slice(0, 10);
    const shown = await office.panel.run(run);
    expect(shown).toMatchObject({ canUndo: true, isKept: true, undoUntil: expect.stringContaining(until) as string });
    expect(summariseRuns(await bench.newsroom.importer.runs(), false)).toContain(`; can be undone until ${until}`);
    expect(JSON.parse(summariseRuns(await bench.newsroom.importer.runs(), true))).toMatchObject([
      { canUndo: true, undoUntil: shown.undoUntil },
    ]);
    expect((await office.panel.call<ImportOptions>('get', '/options')).data.retention).toEqual({ runs: 90, uploads: 365, previews: 7 });

    const before = await entriesOf(run);
    await removeOld();
    expect([before > 2, await entriesOf(run)]).toEqual([true, before]);
    const undo = await office.panel.ended(await office.panel.start(`/runs/${run}/undo`));
    expect(undo).toMatchObject({ state: 'finished', counts: { removed: expect.any(Number) as number } });
  });

  it('goes afterwards: the run is not undone any more and says so, and the ledger stays', async () => {
    const { id, run } = await imported();
    const { run: newer } = await imported({ '3.txt': pageText({ title: 'Паром ушёл' }) });
    await age(run, 91);
    for (const isRemoved of [false, true]) {
      if (isRemoved) await Promise.all([removeOld(), removeOld()]);
      expect(await office.panel.run(run)).toMatchObject({ state: 'finished', canUndo: false, undoUntil: null, isKept: !isRemoved });
      for (const what of ['undo', 'undo-previews']) {
        const refused = await office.panel.call('post', `/runs/${run}/${what}`);
        expect(refused).toMatchObject({
          status: 400,
          message: expect.stringMatching(/could be undone until \d{4}-.* not kept any longer/) as string,
        });
      }
      for (const dryRun of [true, false])
        await expect(bench.newsroom.importer.undo({ run, dryRun, by: 'tests' })).rejects.toThrow('could be undone until');
      expect(summariseRuns(await bench.newsroom.importer.runs(), false)).toMatch(new RegExp(` ${run} .*2 pages, 2 created\\n`));
    }
    expect([await entriesOf(run), (await entriesOf(newer)) > 0]).toEqual([0, true]);
    expect(await office.panel.run(newer)).toMatchObject({ canUndo: true });

    const again = await office.panel.ended(await office.panel.start('/runs', { source: { kind: 'upload', id }, ...HOW }));
    expect(again.counts).toMatchObject({ pages: 2, unchanged: 2, created: 0 });
    const page = await office.panel.call<PageView>('get', `/runs/${run}/pages?name=1.txt`);
    expect(page.data).toMatchObject({ article: { isPublished: true } });
  });

  it('goes in the order of the runs, and never while a run or an undoing goes on', async () => {
    const [one, two] = [await imported(), await imported({ '3.txt': pageText({ title: 'Паром ушёл' }) })];
    await age(two.run, 91);
    await removeOld();
    expect((await entriesOf(two.run)) > 0).toBe(true);
    await age(one.run, 91, { state: 'running', served: false });
    await removeOld();
    expect((await entriesOf(one.run)) > 0).toBe(true);
    await age(one.run, 91, { state: 'finished', usedAt: daysAgo(1) });
    await removeOld();
    expect((await entriesOf(one.run)) > 0).toBe(true);
    await age(one.run, 91, { usedAt: daysAgo(91) });
    await removeOld();
    expect([await entriesOf(one.run), await entriesOf(two.run)]).toEqual([0, 0]);
  });

  it('goes a little at a time, and where it was interrupted, the rest goes the next time', async () => {
    const { run } = await imported();
    await age(run, 91);
    const row = { run, page: 'p', path: 'p', action: 'create', reason: 'the page is new' };
    await strapi()
      .db.query('plugin::importer.entry')
      .createMany({ data: Array.from({ length: 950 }, () => row) });
    const first = removing();
    const stop = async () => {
      first.closing.abort();
      await Promise.resolve();
    };
    await removeOldEntries(strapi(), { ...first.removing, pause: stop });
    expect(await entriesOf(run)).toBeGreaterThan(500);
    expect(await office.panel.run(run)).toMatchObject({ canUndo: false });
    const second = removing();
    await removeOldEntries(strapi(), second.removing);
    expect([await entriesOf(run), second.pauses.count >= 3]).toEqual([0, true]);
  });

  it('of a run that waits to go on goes, too: the same import begins anew then', async () => {
    const { id, run } = await imported();
    await age(run, 91, { state: 'interrupted', served: true });
    await removeOld();
    expect(await office.panel.run(run)).toMatchObject({ canResume: false, canUndo: false, isKept: false });
    const refused = await office.panel.call('post', `/runs/${run}/resume`);
    expect(refused).toMatchObject({ message: expect.stringContaining("can't go on: what it did is not kept") as string });
    expect(await createRuns(strapi()).abandoned()).toEqual([]);
    const again = await office.panel.ended(await office.panel.start('/runs', { source: { kind: 'upload', id }, ...HOW }));
    expect([again.id > run, again.counts.unchanged]).toEqual([true, 2]);
  });

  it('files that were brought in go when no run has read them for as long, with their folders on each node', async () => {
    const folder = process.env.IMPORT_UPLOADS_FOLDER ?? '';
    const [old, fresh] = [await imported(), await imported({ '3.txt': pageText({ title: 'Паром ушёл' }) })];
    await strapi()
      .db.connection('importer_uploads')
      .update({ created_at: daysAgo(400) });
    await age(old.run, 364);
    await uploads().prune();
    expect(existsSync(path.join(folder, old.id))).toBe(true);
    await age(old.run, 366);
    const [left, theirs] = [randomUUID(), 'no-upload'];
    for (const name of [left, theirs]) {
      mkdirSync(path.join(folder, name));
      writeFileSync(path.join(folder, name, 'page.txt'), 'text');
      utimesSync(path.join(folder, name), daysAgo(366), daysAgo(366));
    }
    await uploads().prune();
    const standing = [old.id, fresh.id, left, theirs].map((name) => existsSync(path.join(folder, name)));
    expect(standing).toEqual([false, true, false, true]);
    const page = await office.panel.call<PageView>('get', `/runs/${old.run}/pages?name=1.txt`);
    expect(page.data).toMatchObject({ lines: null, missing: { code: 'page-unreadable' }, article: { isPublished: true } });
  });

  it('previews go when their time is over, also the newest', async () => {
    const id = await office.panel.upload(PAGES);
    const order = { source: { kind: 'upload', id }, ...HOW };
    const previews = [await office.panel.start('/previews', order), await office.panel.start('/previews', order)];
    for (const preview of previews) await office.panel.ended(preview);
    await runs().update({ where: { id: previews[0] }, data: { startedAt: daysAgo(8) } });
    await dropPreviews(strapi(), removing().removing);
    const statuses = await Promise.all(previews.map(async (one) => (await office.panel.call('get', `/runs/${one}`)).status));
    expect([statuses, await entriesOf(previews[0] ?? 0)]).toEqual([[404, 200], 0]);
  });

  it('is told in days, or is kept for good', () => {
    const told = (IMPORT_UNDO_DAYS: string) => readEnvironment({ IMPORT_UNDO_DAYS }).IMPORT_UNDO_DAYS;
    expect([told('30'), told('forever'), told('')]).toEqual([30, null, 90]);
    for (const wrong of ['0', '-1', '1.5', 'never', '100000'])
      expect(() => told(wrong)).toThrow(/IMPORT_UNDO_DAYS=.*number of days, such as 90, or forever/);
  });
});
