import { setTimeout as wait } from 'node:timers/promises';
import { textOfNode } from '../../src/plugins/importer/server/src/import/blocks';
import type { PageView } from '../../src/plugins/importer/shared/contracts/pages';
import type { Run } from '../../src/plugins/importer/shared/contracts/runs';
import { comparable, HOW, usePanel } from '../helpers/panel-bench';
import { pageText } from '../helpers/page-text';
import { dateless } from '../helpers/panel-inbox';
import { PAGES, zipOf } from '../helpers/panel-pages';

const textsOf = (of: PageView['story'] | PageView['article']) => of?.body.map(textOfNode);

describe('a preview', () => {
  const { bench, office } = usePanel();
  const order = (id: string) => ({ source: { kind: 'upload', id }, ...HOW });

  const done = async (path: string, pages: Readonly<Record<string, string>>) =>
    office.panel.ended(await office.panel.start(path, order(await office.panel.upload({ 'pages.zip': zipOf(pages) }))));
  const view = async ({ id }: Run, page: string) =>
    (await office.panel.call<PageView>('get', `/runs/${id}/pages?name=${encodeURIComponent(`pages.zip!/${page}`)}`)).data;

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

  it('shows a page as it has read it: with what it learnt about the site', async () => {
    // Nothing but the archive itself tells that these lines are no part of a story.
    const tail = ['Смотрите также', 'Наши партнёры', 'Лента новостей', 'Предыдущие новости'];
    const pages = Object.fromEntries(
      Array.from({ length: 6 }, (_, n) => [`${n}.txt`, pageText({ title: `Маяк номер ${n} покрасили`, tail })]),
    );
    const preview = await done('/previews', pages);
    const shown = await view(preview, '3.txt');
    expect(shown).toMatchObject({ run: { kind: 'preview' }, article: null, outcome: { action: 'create', reasons: [{ code: 'new' }] } });
    const { story, lines, problems } = await view(await done('/runs', pages), '3.txt');
    expect({ story: shown.story, lines: shown.lines, problems: shown.problems }).toEqual({ story, lines, problems });
    const kept = await bench.newsroom.strapi.db.query('plugin::importer.run').findMany({ select: ['kind', 'learnt'] });
    const [first, second] = kept as { learnt: { slogans: string[] } }[];
    expect(first?.learnt.slogans).toHaveLength(1);
    expect(first?.learnt).toEqual(second?.learnt);
  });

  it('shows the date that a rule of the site finds on a page', async () => {
    const first = await done('/runs', { '1.txt': dateless('Лодки вернулись в гавань', '05.06.2021 10:15') });
    const line = (await view(first, '1.txt')).lines?.find(({ text }) => text.startsWith('Опубликовано'));
    const selection = { line: line?.number ?? 0, start: 14, end: line?.text.length ?? 0 };
    const datePublished = { text: '05.06.2021 10:15', selection };
    await office.panel.call('post', '/corrections', { run: first.id, page: 'pages.zip!/1.txt', fields: { datePublished }, asRule: true });

    const preview = await done('/previews', { '2.txt': dateless('Маяк покрасили', '07.06.2021 11:00') });
    expect(await office.panel.entries(preview.id, '&action=create')).toHaveLength(1);
    expect(await view(preview, '2.txt')).toMatchObject({
      ...{ outcome: { action: 'create' }, problems: [] },
      story: { datePublished: '2021-06-07T07:00:00.000Z' },
    });
  });

  it('shows what was recognised beside the article that stands, of pages that would be updated or kept', async () => {
    await done('/runs', PAGES);
    const [article] = await bench.newsroom.strapi.documents('api::article.article').findMany({ filters: { title: 'Мост закрыт на день' } });
    const body = [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text: 'Мост чинят.' }] }];
    const documentId = article?.documentId ?? '';
    await bench.newsroom.strapi.documents('api::article.article').update({ documentId, locale: 'ru', data: { body } });
    const told = pageText({ title: 'Мост открыт', meta: '7 06.06.2021 11:00 Город A A', paragraphs: ['Мост открыли к вечеру.'] });
    const preview = await done('/previews', { ...PAGES, '1.txt': PAGES['1.txt'].replace('до конца августа', 'до осени'), '2.txt': told });

    const updated = await view(preview, '1.txt');
    expect(updated).toMatchObject({
      outcome: { action: 'update', reasons: [{ code: 'changed' }], reason: 'the page has changed' },
      note: null,
      article: { isPublished: true },
    });
    expect([textsOf(updated.story)?.[1], textsOf(updated.article)?.[1]]).toEqual([
      'Выставка работает до осени каждый день.',
      'Выставка работает до конца августа каждый день.',
    ]);
    const kept = await view(preview, '2.txt');
    expect(kept).toMatchObject({ story: { title: 'Мост открыт' } });
    expect([textsOf(kept.story), textsOf(kept.article)]).toEqual([['Мост открыли к вечеру.'], ['Мост чинят.']]);
    expect(kept.outcome?.reasons).toContainEqual({ code: 'kept-fields', values: { fields: ['body'] } });
  });
});
