import { setTimeout as wait } from 'node:timers/promises';
import type { Run } from '../../src/plugins/importer/shared/contracts/runs';
import { comparable, HOW, usePanel } from '../helpers/panel-bench';
import { PAGES, zipOf } from '../helpers/panel-pages';

describe('a preview', () => {
  const { bench, office } = usePanel();
  const order = (id: string) => ({ source: { kind: 'upload', id }, ...HOW });

  it('tells what the run then does, entry by entry, and writes nothing itself', async () => {
    const id = await office.panel.upload({ 'pages.zip': zipOf(PAGES) });
    const preview = await office.panel.ended(await office.panel.start('/previews', order(id)));
    expect(await bench.newsroom.strapi.db.query('api::article.article').count({})).toBe(0);
    const run = await office.panel.ended(await office.panel.start('/runs', order(id)));

    expect(preview).toMatchObject({ kind: 'preview', state: 'finished', source: ['pages.zip'], total: 4, position: 4, canUndo: false });
    expect(run).toMatchObject({ kind: 'import', state: 'finished', source: ['pages.zip'], total: 4, position: 4, canUndo: true });
    const told = ({ counts, rules, nearDuplicateCount }: Run) => ({ counts, rules, nearDuplicateCount });
    expect(told(preview)).toEqual(told(run));
    const [predicted, done] = [await office.panel.entries(preview.id), await office.panel.entries(run.id)];
    expect(comparable(predicted)).toEqual(comparable(done));
    expect(new Set(done.map(({ action }) => action))).toEqual(
      new Set(['create', 'duplicate', 'quarantine', 'category', 'partner', 'site']),
    );
    expect(done.map(({ page }) => page)).toContain('pages.zip!/1.txt');
  });

  it('of an archive that is brought in again knows its pages again', async () => {
    const first = await office.panel.upload({ 'pages.zip': zipOf(PAGES) });
    await office.panel.ended(await office.panel.start('/runs', order(first)));
    const changed = { ...PAGES, '2.txt': PAGES['2.txt'].replace('Мост закрыт', 'Мост открыт') };
    const again = await office.panel.upload({ 'pages.zip': zipOf(changed) });
    const preview = await office.panel.ended(await office.panel.start('/previews', order(again)));
    expect(preview.counts).toMatchObject({ created: 0, updated: 1, unchanged: 2, quarantined: 1 });
    const run = await office.panel.ended(await office.panel.start('/runs', order(again)));
    expect(comparable(await office.panel.entries(preview.id))).toEqual(comparable(await office.panel.entries(run.id)));
  });

  it('stands in no history, is not undone, and is dropped when there are newer ones', async () => {
    const id = await office.panel.upload({ 'pages.zip': zipOf(PAGES) });
    const previews: number[] = [];
    for (let count = 0; count < 7; count += 1) {
      previews.push(await office.panel.start('/previews', order(id)));
      await office.panel.ended(previews.at(-1) ?? 0);
    }
    await wait(300);
    expect((await office.panel.call<{ total: number }>('get', '/runs')).data.total).toBe(0);
    expect(await bench.newsroom.importer.runs()).toEqual([]);
    expect((await office.panel.call('post', `/runs/${previews[6]}/undo`)).status).toBe(400);
    await expect(bench.newsroom.importer.undo({ run: previews[6] ?? 0, dryRun: false, by: 'tests' })).rejects.toThrow('is a preview');
    expect((await office.panel.call('post', `/runs/${previews[6]}/resume`)).status).toBe(400);
    expect((await office.panel.call('get', `/runs/${previews[0]}`)).status).toBe(404);
    expect((await office.panel.call('get', `/runs/${previews[2]}`)).status).toBe(200);
    const kept = await bench.newsroom.strapi.db.query('plugin::importer.entry').findMany({ select: ['run'] });
    expect(new Set(kept.map(({ run }: { run: number }) => run)).size).toBe(5);
  });
});
