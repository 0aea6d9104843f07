import { rmSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { PersonAction } from '../../src/plugins/importer/shared/contracts/actions';
import type { ListPage } from '../../src/plugins/importer/shared/contracts/list';
import type { Entry, Run } from '../../src/plugins/importer/shared/contracts/runs';
import { makeZip } from '../helpers/make-archive';
import { temporaryFolder } from '../helpers/newsroom';
import { pageText } from '../helpers/page-text';
import { comparable, HOW, usePanel } from '../helpers/panel-bench';

const ARTICLE = 'api::article.article';
const AYLA = 'Ayla Editor <editor@example.org>';

/** A zip of pages that each tell a story of their own; every tenth has no date. */
const archive = (count: number) =>
  makeZip(
    Array.from({ length: count }, (_, index) => {
      const meta = index % 10 === 9 ? null : `${index} 05.06.2021 10:15 Культура A A`;
      const paragraphs = [`Первый абзац новости под номером ${index}.`, `Второй абзац, в нём слово${index} и слово${index * 7}.`];
      return {
        name: `${String(index).padStart(5, '0')}.txt`,
        content: pageText({ title: `Новость города номер ${index}`, meta, paragraphs }),
      };
    }),
  );

jest.setTimeout(600_000);

const ALLOWED = temporaryFolder();
process.env.IMPORT_FOLDERS = ALLOWED;
afterAll(() => rmSync(ALLOWED, { recursive: true, force: true }));

describe('runs in the panel', () => {
  const { bench, office } = usePanel();
  const upload = async (count: number) => ({
    source: { kind: 'upload', id: await office.panel.upload({ 'pages.zip': archive(count) }) },
    ...HOW,
  });
  const change = (id: number, what: string) => office.panel.call<Run>('post', `/runs/${id}/${what}`);
  const articles = () =>
    bench.newsroom.strapi.db.query(ARTICLE).findMany({ orderBy: { slug: 'asc' }, select: ['title', 'slug', 'lead', 'datePublished'] });
  const empty = async () => {
    for (const uid of [
      ARTICLE,
      'api::category.category',
      'plugin::importer.item',
      'plugin::importer.entry',
      'plugin::importer.run',
      'api::views.view-count',
      'api::site.site',
      'plugin::importer.upload',
    ] as const)
      await bench.newsroom.strapi.db.query(uid).deleteMany({ where: {} });
  };
  const told = ({ counts, rules, position, total, state, nearDuplicateCount }: Run) => ({
    counts,
    rules,
    position,
    total,
    state,
    nearDuplicateCount,
  });

  it('that are paused go on, under the same number, and end as one that was not', async () => {
    const whole = await office.panel.ended(await office.panel.start('/runs', await upload(400)));
    const [wholeArticles, wholeEntries] = [await articles(), comparable(await office.panel.entries(whole.id))];
    await empty();

    const order = await upload(400);
    const id = await office.panel.start('/runs', order);
    await office.panel.until(id, ({ position }) => position > 20);
    const paused = (await change(id, 'pause')).data;
    expect(paused).toMatchObject({ id, state: 'paused', total: 400, by: AYLA, canUndo: false, order });
    expect(paused.position).toBeLessThan(400);
    await wait(100);
    expect(await office.panel.run(id)).toEqual(paused);

    expect((await change(id, 'resume')).data).toMatchObject({ id, state: 'running' });
    const ended = await office.panel.ended(id);
    expect(told(ended)).toEqual(told(whole));
    expect(await articles()).toEqual(wholeArticles);
    expect(comparable(await office.panel.entries(id))).toEqual(wholeEntries);
    const { items: actions } = (await office.panel.call<ListPage<PersonAction>>('get', `/runs/${id}/actions`)).data;
    expect(actions.map(({ by, action }) => [by, action])).toEqual([
      [AYLA, 'import'],
      [AYLA, 'pause'],
      [AYLA, 'resume'],
    ]);
  });

  it('that are cancelled never go on, and can be undone', async () => {
    const order = await upload(400);
    const id = await office.panel.start('/runs', order);
    await office.panel.until(id, ({ position }) => position > 20);
    const cancelled = (await change(id, 'cancel')).data;
    expect(cancelled).toMatchObject({ state: 'cancelled', canUndo: true });
    expect((await change(id, 'resume')).status).toBe(400);
    expect((await change(id, 'pause')).status).toBe(400);

    const another = await office.panel.ended(await office.panel.start('/runs', order));
    expect(another.id).not.toBe(id);
    expect(another.counts).toMatchObject({ pages: 400, unchanged: cancelled.counts.created });
    const undone = await office.panel.ended(await office.panel.start(`/runs/${id}/undo`));
    // The rubric has articles of the other run in it.
    expect(undone.counts).toMatchObject({ kept: 1, removed: cancelled.counts.created });
    expect((await office.panel.run(id)).state).toBe('undone');
  });

  it('that are paused can be cancelled, and those that have ended can be neither', async () => {
    const id = await office.panel.start('/runs', await upload(400));
    await change(id, 'pause');
    expect((await change(id, 'pause')).status).toBe(400);
    expect((await change(id, 'cancel')).data).toMatchObject({ state: 'cancelled' });
    const finished = await office.panel.ended(await office.panel.start('/runs', await upload(3)));
    for (const what of ['pause', 'cancel', 'resume']) expect(await change(finished.id, what)).toMatchObject({ status: 400 });
    for (const bad of ['999999', '0', 'x', '1e3', '99999999999']) expect((await office.panel.call('get', `/runs/${bad}`)).status).toBe(404);
  });

  it('come one at a time: the second is refused, and told why', async () => {
    const order = await upload(400);
    const id = await office.panel.start('/runs', order);
    const refused = await office.panel.call('post', '/runs', order);
    expect(refused).toMatchObject({ status: 400, message: expect.stringContaining(`Run ${id}, which ${AYLA} began`) as string });
    await change(id, 'cancel');
    expect((await office.panel.ended(id)).state).toBe('cancelled');
  });

  it('listen to a stop request that another node has written into their row', async () => {
    const id = await office.panel.start('/runs', await upload(600));
    await office.panel.until(id, ({ position }) => position > 20);
    await bench.newsroom.strapi.db.query('plugin::importer.run').update({ where: { id }, data: { wish: 'pause' } });
    const paused = await office.panel.ended(id);
    expect(paused.state).toBe('paused');
    await change(id, 'resume');
    expect(await office.panel.ended(id)).toMatchObject({ state: 'finished', position: 600 });
  });

  it('whose process has died are told as interrupted, and can be cancelled at once', async () => {
    const { id } = await office.panel.ended(await office.panel.start('/runs', await upload(3)));
    const runs = bench.newsroom.strapi.db.query('plugin::importer.run');
    await runs.update({ where: { id }, data: { state: 'running', served: false } });
    expect((await office.panel.run(id)).state).toBe('interrupted');
    expect((await change(id, 'cancel')).data.state).toBe('cancelled');
  });

  it('that have failed or were interrupted go on when somebody says so, whoever carried them out', async () => {
    const { id } = await office.panel.ended(await office.panel.start('/runs', await upload(3)));
    const runs = bench.newsroom.strapi.db.query('plugin::importer.run');
    expect(await office.panel.run(id)).toMatchObject({ state: 'finished', canResume: false, isServed: true });
    for (const [state, served] of [
      ['failed', true],
      ['interrupted', false],
    ] as const) {
      const failure = { failure: 'It could not go on', failureSaid: { code: 'failed', values: { reason: 'the disk is full' } } };
      await runs.update({ where: { id }, data: { state, served, ...failure } });
      const told = { code: 'failed', values: { reason: 'the disk is full' }, message: 'It could not go on' };
      expect(await office.panel.run(id)).toMatchObject({ state, canResume: true, isServed: served, failure: told });
      expect((await change(id, 'resume')).status).toBe(200);
      expect(await office.panel.ended(id)).toMatchObject({ state: 'finished', failure: null, counts: { created: 3 }, isServed: true });
    }
    await runs.update({ where: { id }, data: { state: 'failed', source: ['-'] } });
    expect(await office.panel.run(id)).toMatchObject({ state: 'failed', canResume: false });
    expect((await change(id, 'resume')).status).toBe(400);
    await runs.update({ where: { id }, data: { kind: 'preview', source: ['pages.zip'] } });
    expect(await office.panel.run(id)).toMatchObject({ state: 'failed', canResume: false });
  });

  it('that fail say why, in a sentence for people', async () => {
    const order = await upload(3);
    await office.panel.ended(await office.panel.start('/runs', order));
    const runs = bench.newsroom.strapi.db.query('plugin::importer.run');
    const { id } = (await runs.findOne({ where: { kind: 'import' } })) as { id: number };
    await runs.update({ where: { id }, data: { state: 'paused', upload: null, place: { paths: [`${ALLOWED}/gone`], base: ALLOWED } } });
    const refused = await change(id, 'resume');
    expect(refused).toMatchObject({ status: 400, message: expect.stringContaining('nothing that can be read') as string });
  });

  it('are undone as the preview of it tells, and what an editor has touched stays', async () => {
    const { id } = await office.panel.ended(await office.panel.start('/runs', await upload(30)));
    const [first] = await bench.newsroom.strapi.documents(ARTICLE).findMany({ locale: 'ru', limit: 1 });
    await bench.newsroom.strapi
      .documents(ARTICLE)
      .update({ documentId: first?.documentId ?? '', locale: 'ru', data: { title: 'Заголовок редактора' } });

    const preview = await office.panel.ended(await office.panel.start(`/runs/${id}/undo-previews`));
    expect(await bench.newsroom.strapi.db.query(ARTICLE).count({ where: { publishedAt: null } })).toBe(27);
    const undo = await office.panel.ended(await office.panel.start(`/runs/${id}/undo`));

    expect(preview).toMatchObject({ kind: 'undo-preview', state: 'finished', undoes: id, by: AYLA });
    expect(undo).toMatchObject({ kind: 'undo', state: 'finished', undoes: id, by: AYLA, position: undo.total });
    expect([preview.counts, preview.total, preview.position]).toEqual([undo.counts, undo.total, undo.position]);
    expect(undo.counts).toMatchObject({ kept: 2, removed: 30 });
    const [predicted, done] = [await office.panel.entries(preview.id), await office.panel.entries(undo.id)];
    expect(comparable(predicted)).toEqual(comparable(done));
    expect(done.filter(({ action }) => action === 'keep')).toMatchObject([
      { reason: 'an editor has changed title since', reasons: [{ code: 'changed-since', values: { fields: ['title'] } }] },
      { reason: 'there are articles in it: 1', reasons: [{ code: 'has-articles', values: { count: 1 } }] },
    ]);
    expect(await office.panel.run(id)).toMatchObject({ state: 'undone', canUndo: false });
    expect((await office.panel.call('post', `/runs/${id}/undo`)).status).toBe(400);
    const { data: history } = await office.panel.call<ListPage<Run>>('get', '/runs?pageSize=1');
    expect(history).toMatchObject({ total: 2, page: 1, pageSize: 1, items: [{ id: undo.id }] });
    const { items: actions } = (await office.panel.call<ListPage<PersonAction>>('get', `/runs/${id}/actions`)).data;
    expect(actions.map(({ action }) => action)).toEqual(['import', 'undo-preview', 'undo']);
  });

  it('tell why something was done by its code, and of an older importer, which kept the sentence only, by that', async () => {
    const { id } = await office.panel.ended(await office.panel.start('/runs', await upload(1)));
    const created = async () => (await office.panel.entries(id, '&action=create')).map(({ reasons, reason }) => ({ reasons, reason }));
    expect(await created()).toEqual([{ reasons: [{ code: 'new', values: {} }], reason: 'the page is new' }]);
    const older = { reasons: null, reason: 'a rubric of the pages' };
    await bench.newsroom.strapi.db.query('plugin::importer.entry').update({ where: { run: id, action: 'create' }, data: { ...older } });
    expect(await created()).toEqual([older]);
  });

  it('have entries that are paged and filtered by the server', async () => {
    const { id } = await office.panel.ended(await office.panel.start('/runs', await upload(30)));
    const list = async (query: string) => (await office.panel.call<ListPage<Entry>>('get', `/runs/${id}/entries?${query}`)).data;
    await bench.newsroom.strapi.db.query('plugin::importer.entry').update({
      where: { id: (await list('action=create')).items[0]?.id },
      data: { title: 'Скидка 100% на всё_тут', conflicts: [{ field: 'title', editor: 'a', page: 'b' }] },
    });

    expect(await list('pageSize=10&page=2&action=create')).toMatchObject({ total: 27, page: 2, pageSize: 10 });
    expect((await list('pageSize=10&page=3&action=create')).items).toHaveLength(7);
    expect((await list('rule=date-missing')).total).toBe(3);
    expect((await list('rule=date-missing&severity=error')).items[0]?.problems[0]).toMatchObject({
      rule: 'date-missing',
      severity: 'error',
    });
    expect((await list('rule=date-missing&severity=warning')).total).toBe(0);
    expect((await list('severity=error')).total).toBe(3);
    expect((await list('rule=date-miss')).total).toBe(0);
    expect((await list('q=100%25')).total).toBe(1);
    expect((await list('q=%25')).total).toBe(1);
    expect((await list('q=_')).total).toBe(1);
    expect((await list(`q=${encodeURIComponent('всё_')}`)).total).toBe(1);
    expect((await list(`q=${encodeURIComponent('новость города')}`)).total).toBe(29);
    expect((await list('q=00012.txt')).total).toBe(1);
    expect((await list('conflicts=true')).items).toMatchObject([{ conflicts: [{ field: 'title' }] }]);
    expect((await list('action=&rule=&q=&severity=&conflicts=')).total).toBe((await list('')).total);
    for (const bad of ['page=0', 'pageSize=1000', 'severity=bad', 'rule=%25', 'page=x'])
      expect((await office.panel.call('get', `/runs/${id}/entries?${bad}`)).status).toBe(400);
  });
});
