import path from 'node:path';
import type { CorrectionResult, InboxItem, InboxSummary, SiteRule } from '../../src/plugins/importer/shared/contracts/inbox';
import type { ListPage } from '../../src/plugins/importer/shared/contracts/list';
import type { PageView } from '../../src/plugins/importer/shared/contracts/pages';
import { createRowWriter } from '../../src/plugins/importer/server/src/bulk/row-writer';
import { takeLease } from '../../src/plugins/importer/server/src/store/lease/lease';
import { rowsOf } from '../../src/strapi/rows';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';
import { type PanelClient, panelClient } from '../helpers/panel-client';

const ARTICLE = 'api::article.article';
const ISO = '2021-06-05T06:15:00.000Z';

/** A page whose date only a person, or a rule, can tell. */
const dateless = (title: string, date: string) =>
  pageText({ title, meta: '42 Культура A A', paragraphs: ['Лодки собрали по всему побережью.', `Опубликовано: ${date}`] });

describe('what waits for a person', () => {
  const { bench, onlyArticle, readArticles } = useImports();
  let panel: PanelClient;
  beforeAll(async () => {
    panel = await panelClient(bench.newsroom);
  });

  const inbox = (query = '') => panel.data<ListPage<InboxItem>>(panel.get(`/inbox?${query}`));
  const summary = () => panel.data<InboxSummary>(panel.get('/inbox/summary'));
  const onlyItem = async (query = '') => {
    const { items } = await inbox(query);
    const [item] = items;
    if (items.length !== 1 || item === undefined) throw new Error(`There are ${items.length} items`);
    return item;
  };
  const view = ({ run, page }: Pick<InboxItem, 'run' | 'page'>) =>
    panel.data<PageView>(panel.get(`/runs/${run}/pages?name=${encodeURIComponent(page)}`));
  const correct = ({ run, page }: Pick<InboxItem, 'run' | 'page'>, fields: object, asRule = false) =>
    panel.send('post', '/corrections', { run, page, fields, asRule });
  const importAll = (options = {}) => bench.newsroom.importPages([bench.folder], options);
  const undo = (run: number, dryRun = false) => bench.newsroom.importer.undo({ run, dryRun, by: 'Ayla' });
  const typed = (text: string) => ({ text, selection: null });
  const selected = async (item: InboxItem, text: string) => {
    const line = (await view(item)).lines?.find((one) => one.text.includes(text));
    if (line === undefined) throw new Error(`No line holds ${text}`);
    const start = line.text.indexOf(text);
    return { text, selection: { line: line.number, start, end: start + text.length } };
  };
  const actions = async () =>
    (
      await rowsOf<{ action: string; by: string }>(bench.newsroom.strapi, 'plugin::importer.action').findMany({ orderBy: { id: 'asc' } })
    ).map(({ action, by }) => ({ action, by }));

  it('is every page in quarantine, until it is imported', async () => {
    writePages(bench.folder, { '1.txt': dateless('Рыбаки вернулись', '05.06.2021 10:15'), '2.txt': pageText() });
    const { run } = await importAll();
    expect(await inbox()).toMatchObject({
      ...{ total: 1, page: 1, pageSize: 20 },
      items: [
        {
          kind: 'page',
          page: expect.stringContaining('1.txt') as string,
          run,
          title: 'Рыбаки вернулись',
          problems: [{ rule: 'date-missing' }],
          documentId: null,
        },
      ],
    });
    expect(await summary()).toEqual({ pages: 1, conflicts: 0, leftOut: 0, rules: [{ rule: 'date-missing', count: 1 }] });

    writePages(bench.folder, { '1.txt': pageText({ title: 'Рыбаки вернулись' }) });
    await importAll();
    expect(await inbox()).toMatchObject({ total: 0, items: [] });
  });

  it('forgets that a page was broken for a while', async () => {
    writePages(bench.folder, { '1.txt': pageText() });
    await importAll();
    writePages(bench.folder, { '1.txt': pageText({ meta: '42 Культура A A' }) });
    await importAll();
    expect(await inbox()).toMatchObject({ total: 1 });
    writePages(bench.folder, { '1.txt': pageText() });
    expect((await importAll()).counts).toMatchObject({ unchanged: 1 });
    expect(await inbox()).toMatchObject({ total: 0 });
  });

  it('is filtered by rule and text, of which percent signs stand for themselves, and paged', async () => {
    const pages = Object.fromEntries(['а', 'б', 'в'].map((name) => [`${name}.txt`, dateless(`Новость ${name}`, 'вчера')]));
    writePages(bench.folder, { ...pages, '100%_1.txt': pageText({ title: null }) });
    await importAll();
    expect(await inbox('rule=date-missing&pageSize=2&page=2')).toMatchObject({
      total: 3,
      page: 2,
      pageSize: 2,
      items: [{ title: 'Новость в' }],
    });
    expect(await inbox('rule=headline-missing')).toMatchObject({ total: 1 });
    expect(await inbox('rule=views-too-large')).toMatchObject({ total: 0 });
    expect(await inbox(`q=${encodeURIComponent('новость б')}`)).toMatchObject({ total: 1, items: [{ title: 'Новость б' }] });
    expect(await inbox(`q=${encodeURIComponent('0%_1')}`)).toMatchObject({ total: 1 });
    expect(await inbox(`q=${encodeURIComponent('%')}&rule=date-missing`)).toMatchObject({ total: 0 });
    expect(await inbox(`q=${encodeURIComponent("'; --")}`)).toMatchObject({ total: 0 });
    for (const query of ['kind=other', 'page=0', 'pageSize=1000']) expect((await panel.get(`/inbox?${query}`)).status).toBe(400);
  });

  it('opens quickly when there are 5,000 pages in it, of 100,000', async () => {
    const rows = createRowWriter(bench.newsroom.strapi, 'plugin::importer.item');
    const problems = [{ rule: 'date-missing', severity: 'error', page: '', line: null, found: '', expected: '', message: '' }];
    const itemOf = (number: number) => {
      const page = `archive/${String(number).padStart(6, '0')}.txt`;
      const common = { page, pageKey: page, storyKey: '', contentHash: '', written: {}, published: true, run: 1, importerVersion: 1 };
      if (number % 20 > 0) return { ...common, targetId: `document${number}`, targetLocale: 'ru', status: 'imported' };
      return {
        ...common,
        targetId: '',
        targetLocale: '',
        status: 'quarantined',
        problems,
        path: `/srv/${page}`,
        title: `Новость ${number}`,
      };
    };
    for (let from = 0; from < 100_000; from += 5000) await rows.insert(Array.from({ length: 5000 }, (_, index) => itemOf(from + index)));
    const queries = ['page=1', 'page=250', 'rule=date-missing', `q=${encodeURIComponent('новость 999')}`, 'kind=conflict'];
    const began = performance.now();
    const answers = await Promise.all(queries.map((query) => inbox(query)));
    const counted = await summary();
    const seconds = (performance.now() - began) / 1000;
    expect(answers.map(({ total, items }) => [total, items.length])).toEqual([
      [5000, 20],
      [5000, 20],
      [5000, 20],
      [5, 5],
      [0, 0],
    ]);
    expect(counted).toMatchObject({ pages: 5000, rules: [{ rule: 'date-missing', count: 5000 }] });
    expect(seconds).toBeLessThan(4);
  });

  describe('a page that is mended', () => {
    it('becomes an article at once, in a run of its own, and stays so in later imports', async () => {
      writePages(bench.folder, { '1.txt': dateless('Рыбаки вернулись', 'вчера') });
      await importAll({ status: 'draft' });
      const item = await onlyItem();
      const result = await panel.data<CorrectionResult>(correct(item, { datePublished: typed('5 июня 2021, 10:15') }));
      expect(result).toMatchObject({ action: 'create', locale: 'ru', problems: [], imported: 1 });
      expect(result.run).not.toBe(item.run);
      expect(await inbox()).toMatchObject({ total: 0 });
      expect(await view(item)).toMatchObject({
        correction: { by: expect.stringContaining('editor@example.org') as string, leftOut: false, fields: { datePublished: ISO } },
        article: { documentId: result.documentId, datePublished: ISO, isPublished: false },
      });
      expect((await importAll({ dryRun: true })).counts).toMatchObject({ unchanged: 1, problems: 0 });
      expect((await importAll()).counts).toMatchObject({ unchanged: 1, problems: 0 });
      expect(await actions()).toEqual([{ action: 'correct', by: expect.stringContaining('editor@example.org') as string }]);
    });

    it('is refused what can not be, field by field, and nothing is kept then', async () => {
      writePages(bench.folder, { '1.txt': dateless('Рыбаки вернулись', 'вчера') });
      await importAll();
      const item = await onlyItem();
      const orders = [
        [{ datePublished: typed('на днях') }, 'fields.datePublished: "на днях" can not be read as a date'],
        [{ datePublished: typed('31.02.2021') }, 'can not be read as a date'],
        [{ title: typed('  ') }, 'fields.title: it must not be empty'],
        [{ title: typed('а'.repeat(256)) }, 'at most 255 characters'],
        [{ title: { text: 'а', selection: { line: 999, start: 0, end: 1 } } }, 'no line 999'],
        [{ title: { text: 'а', selection: { line: 1, start: 5, end: 9999 } } }, 'does not lie within line 1'],
        [{}, 'give at least one field'],
        [{ body: typed('text') }, 'fields'],
      ] as const;
      for (const [fields, message] of orders) {
        const { status, body } = await correct(item, fields);
        expect([status, body.error.message]).toEqual([400, expect.stringContaining(message)]);
      }
      expect((await correct({ ...item, page: 'unknown.txt' }, { title: typed('а') })).status).toBe(404);
      expect(await inbox()).toMatchObject({ total: 1 });
      expect(await view(item)).toMatchObject({ correction: null });
    });

    it('waits while another import is running, and nothing is kept', async () => {
      writePages(bench.folder, { '1.txt': dateless('Рыбаки вернулись', 'вчера') });
      await importAll();
      const item = await onlyItem();
      const lease = await takeLease(bench.newsroom.strapi);
      try {
        const { status, body } = await correct(item, { datePublished: typed('05.06.2021') });
        expect([status, body.error.message]).toEqual([400, expect.stringContaining('Only one import can write at a time')]);
      } finally {
        await lease.release();
      }
      expect(await view(item)).toMatchObject({ correction: null });
    });

    it('makes no difference to another page that comes under the same name', async () => {
      writePages(bench.folder, { '1.txt': dateless('Рыбаки вернулись', 'вчера') });
      await importAll();
      const item = await onlyItem();
      await panel.data(correct(item, { datePublished: typed('05.06.2021 10:15') }));
      writePages(bench.folder, { '1.txt': pageText({ title: 'О другом', meta: '7 08.08.2022 12:00 Спорт' }) });
      expect((await importAll()).counts).toMatchObject({ created: 1 });
      expect(await view(item)).toMatchObject({ correction: null, story: { datePublished: '2022-08-08T08:00:00.000Z' } });
    });

    it('comes back when its mending is undone, and what was said of it is taken back', async () => {
      writePages(bench.folder, { '1.txt': dateless('Рыбаки вернулись', 'вчера'), '2.txt': pageText() });
      await importAll();
      const item = await onlyItem();
      const { run } = await panel.data<CorrectionResult>(correct(item, { datePublished: typed('05.06.2021 10:15') }));
      expect((await undo(run, true)).counts).toMatchObject({ removed: 1 });
      expect(await inbox()).toMatchObject({ total: 0 });
      expect((await undo(run)).counts).toMatchObject({ removed: 1 });
      expect(await onlyItem()).toMatchObject({
        page: item.page,
        run: item.run,
        title: 'Рыбаки вернулись',
        problems: [{ rule: 'date-missing' }],
      });
      expect(await view(item)).toMatchObject({ correction: null, article: null });
      expect((await importAll()).counts).toMatchObject({ quarantined: 1, unchanged: 1 });

      const again = await panel.data<CorrectionResult>(correct(item, { datePublished: typed('05.06.2021 10:15') }));
      expect(again).toMatchObject({ action: 'create' });
    });

    it('says what is still wrong with it, and keeps what was given for the next time', async () => {
      writePages(bench.folder, { '1.txt': pageText({ title: null, meta: '42 Культура A A' }) });
      await importAll();
      const item = await onlyItem();
      const first = await panel.data<CorrectionResult>(correct(item, { title: typed('Рыбаки вернулись') }));
      expect(first).toMatchObject({ action: 'quarantine', imported: 0, problems: [{ rule: 'date-missing' }] });
      const again = await onlyItem();
      expect(again.run).toBe(first.run);
      const second = await panel.data<CorrectionResult>(correct(again, { datePublished: typed('2021-06-05T10:15:00+04:00') }));
      expect(second).toMatchObject({ action: 'create', problems: [] });
      expect(await readArticles()).toMatchObject([{ title: 'Рыбаки вернулись', datePublished: ISO }]);
    });
  });

  it('does not come in again once it is left out, until it is taken in', async () => {
    writePages(bench.folder, { '1.txt': dateless('Рыбаки вернулись', 'вчера'), '2.txt': pageText() });
    await importAll();
    const { run, page } = await onlyItem();
    expect(await panel.data(panel.send('post', '/corrections/leave-out', { run, page }))).toEqual({ page });
    await panel.data(panel.send('post', '/corrections/leave-out', { run, page }));
    expect(await inbox()).toMatchObject({ total: 0 });
    expect(await summary()).toMatchObject({ pages: 0, leftOut: 1, rules: [] });

    for (const dryRun of [true, false]) {
      const { counts, pages } = await importAll({ dryRun });
      expect(counts).toMatchObject({ pages: 2, leftOut: 1, unchanged: 1, quarantined: 0, problems: 0 });
      expect(pages).toMatchObject([{ action: 'leave-out', reason: expect.stringMatching(/^left out by .*editor@example\.org/) as string }]);
    }
    // Another page under the same name is no one's to leave out yet.
    writePages(bench.folder, { '1.txt': dateless('Совсем другая новость', 'вчера') });
    expect((await importAll()).counts).toMatchObject({ quarantined: 1, leftOut: 0 });
    expect(await onlyItem()).toMatchObject({ title: 'Совсем другая новость' });
    writePages(bench.folder, { '1.txt': dateless('Рыбаки вернулись', 'вчера') });
    expect((await importAll()).counts).toMatchObject({ quarantined: 0, leftOut: 1 });

    await panel.data(panel.send('post', '/corrections/take-in', { run, page }));
    expect(await inbox()).toMatchObject({ total: 1 });
    expect((await importAll()).counts).toMatchObject({ quarantined: 1, leftOut: 0 });
    expect((await actions()).map(({ action }) => action)).toEqual(['leave-out', 'leave-out', 'take-in']);
  });

  describe('a correction that becomes a rule', () => {
    it('imports all pages in quarantine that lack the same, and those of later runs', async () => {
      writePages(bench.folder, {
        '1.txt': dateless('Первая новость', '05.06.2021 10:15'),
        '2.txt': dateless('Вторая новость', '06.06.2021 10:15'),
        '3.txt': dateless('Третья новость', 'вчера'),
        '4.txt': pageText(),
      });
      await importAll();
      const item = (await inbox()).items.find(({ title }) => title === 'Первая новость');
      if (item === undefined) throw new Error('The first page is not in the inbox');
      const result = await panel.data<CorrectionResult>(correct(item, { datePublished: await selected(item, '05.06.2021 10:15') }, true));
      expect(result).toMatchObject({ action: 'create', imported: 2 });
      expect(await inbox()).toMatchObject({ total: 1, items: [{ title: 'Третья новость', run: result.run }] });
      const rules = await panel.data<SiteRule[]>(panel.get('/rules'));
      expect(rules).toMatchObject([{ field: 'datePublished', finding: { kind: 'after', words: 'Опубликовано:' }, page: item.page }]);

      writePages(bench.folder, { '5.txt': dateless('Пятая новость', '09.06.2021 10:15') });
      const predicted = await importAll({ dryRun: true });
      const later = await importAll();
      expect(later.counts).toEqual(predicted.counts);
      expect(later.counts).toMatchObject({ created: 1, unchanged: 3, quarantined: 1 });

      const [{ id = 0 } = {}] = rules;
      expect(await panel.data(panel.send('delete', `/rules/${id}`))).toMatchObject({ id });
      expect((await panel.send('delete', `/rules/${id}`)).status).toBe(404);
      expect(await panel.data(panel.get('/rules'))).toEqual([]);
    });

    it('is taken back with the run that it was made with', async () => {
      writePages(bench.folder, {
        '1.txt': dateless('Первая новость', '05.06.2021 10:15'),
        '2.txt': dateless('Вторая новость', '06.06.2021 10:15'),
      });
      await importAll();
      const [item] = (await inbox()).items;
      if (item === undefined) throw new Error('The inbox is empty');
      const date = await selected(item, item.title === 'Первая новость' ? '05.06.2021 10:15' : '06.06.2021 10:15');
      const { run } = await panel.data<CorrectionResult>(correct(item, { datePublished: date }, true));
      await undo(run);
      expect(await panel.data(panel.get('/rules'))).toEqual([]);
      expect(await inbox()).toMatchObject({ total: 2 });
      expect((await importAll()).counts).toMatchObject({ quarantined: 2, created: 0 });
    });

    it('can not be made of what was typed, but for a rubric', async () => {
      writePages(bench.folder, { '1.txt': dateless('Первая новость', 'вчера') });
      await importAll();
      const item = await onlyItem();
      const { status, body } = await correct(item, { datePublished: typed('05.06.2021'), category: typed('Город') }, true);
      expect([status, body.error.message]).toEqual([400, expect.stringContaining('fields.datePublished: a typed value')]);
      expect(await panel.data(panel.get('/rules'))).toEqual([]);
      await panel.data(correct(item, { category: typed('Город') }, true));
      expect(await panel.data(panel.get('/rules'))).toMatchObject([{ field: 'category', finding: { kind: 'value', value: 'Город' } }]);
    });
  });

  describe('a field that page and editor both changed', () => {
    const EDITED = { title: 'Заголовок редактора' };
    const SAID = 'Выставка лодок продлена до осени';

    async function inConflict(more: Parameters<typeof pageText>[0] = {}): Promise<InboxItem> {
      writePages(bench.folder, { '1.txt': pageText() });
      await importAll();
      const { documentId } = await onlyArticle();
      await bench.newsroom.strapi.documents(ARTICLE).update({ documentId, locale: 'ru', data: EDITED, status: 'published' });
      writePages(bench.folder, { '1.txt': pageText({ title: SAID, ...more }) });
      await importAll();
      return onlyItem('kind=conflict');
    }
    const settle = ({ run, page }: InboxItem, choices: object) => panel.send('post', '/conflicts', { run, page, choices });

    it.each([
      ['and nothing else is new', {}],
      ['and more is new', { paragraphs: ['Совсем другой текст о той же выставке.'] }],
    ])('waits with both values, %s', async (_what, more) => {
      const item = await inConflict(more);
      expect(item).toMatchObject({
        kind: 'conflict',
        title: SAID,
        conflicts: [{ field: 'title', editor: EDITED.title, page: SAID }],
        locale: 'ru',
      });
      expect(await summary()).toMatchObject({ pages: 0, conflicts: 1 });
      expect(await inbox(`kind=conflict&q=${encodeURIComponent('продлена')}`)).toMatchObject({ total: 1 });
    });

    it.each([
      ['mine', EDITED.title],
      ['theirs', SAID],
    ] as const)('is settled as %s for good, and can be undone', async (choice, title) => {
      const item = await inConflict();
      const result = await panel.data<CorrectionResult>(settle(item, { title: choice }));
      expect(result).toMatchObject({ action: 'update', documentId: item.documentId, problems: [], imported: 1 });
      expect(await onlyArticle()).toMatchObject({ title });
      expect(await inbox('kind=conflict')).toMatchObject({ total: 0 });
      for (const dryRun of [true, false]) {
        const { counts, pages } = await importAll({ dryRun });
        expect(counts).toMatchObject({ updated: 0, problems: 0 });
        expect(pages.flatMap(({ conflicts }) => conflicts)).toEqual([]);
      }
      expect(await inbox('kind=conflict')).toMatchObject({ total: 0 });

      expect((await undo(result.run)).counts).toMatchObject({ restored: 1, kept: 0 });
      expect(await onlyArticle()).toMatchObject(EDITED);
      expect(await onlyItem('kind=conflict')).toMatchObject({ conflicts: item.conflicts });
      expect((await importAll()).pages).toMatchObject([{ action: 'keep', conflicts: [{ field: 'title' }] }]);
    });

    it('is settled by field, and what is left waits on', async () => {
      writePages(bench.folder, { '1.txt': pageText() });
      await importAll();
      const { documentId } = await onlyArticle();
      const data = { ...EDITED, datePublished: new Date('2021-06-09T00:00:00Z') };
      // Headline and date can't both change on the page: then it would be another story.
      const category = await bench.newsroom.strapi
        .documents('api::category.category')
        .create({ locale: 'ru', data: { name: 'Море', slug: 'more' } });
      await bench.newsroom.strapi
        .documents(ARTICLE)
        .update({ documentId, locale: 'ru', data: { ...data, category: category.documentId }, status: 'published' });
      writePages(bench.folder, { '1.txt': pageText({ title: SAID, meta: '42 05.06.2021 10:15 Город A A' }) });
      await importAll();
      const item = await onlyItem('kind=conflict');
      expect(item.conflicts.map(({ field }) => field)).toEqual(['title', 'category']);
      const first = await panel.data<CorrectionResult>(settle(item, { category: 'theirs' }));
      expect(first).toMatchObject({ action: 'update' });
      const left = await onlyItem('kind=conflict');
      expect(left).toMatchObject({ run: first.run, conflicts: [{ field: 'title' }] });
      expect(await onlyArticle()).toMatchObject({ ...EDITED, category: { name: 'Город' } });
      await panel.data(settle(left, { title: 'mine' }));
      expect(await inbox('kind=conflict')).toMatchObject({ total: 0 });
      expect((await importAll()).pages.flatMap(({ conflicts }) => conflicts)).toEqual([]);
    });

    it('leaves a draft that waits to be published waiting', async () => {
      const item = await inConflict();
      const { documentId } = await onlyArticle();
      await bench.newsroom.strapi.documents(ARTICLE).update({ documentId, locale: 'ru', data: { byline: 'Отдел культуры' } });
      await panel.data(settle(item, { title: 'theirs' }));
      expect(await onlyArticle()).toMatchObject(EDITED);
      const [draft] = await bench.newsroom.strapi.documents(ARTICLE).findMany({ status: 'draft', locale: 'ru' });
      expect(draft).toMatchObject({ title: SAID, byline: 'Отдел культуры' });
    });

    it('can not be settled where there is nothing to settle', async () => {
      const item = await inConflict();
      expect((await settle(item, { body: 'mine' })).status).toBe(400);
      expect((await settle(item, {})).status).toBe(400);
      expect((await settle(item, { title: 'ours' })).status).toBe(400);
      expect((await settle({ ...item, page: path.join(bench.folder, 'none.txt') }, { title: 'mine' })).status).toBe(404);
      await panel.data(settle(item, { title: 'mine' }));
      expect((await settle(item, { title: 'mine' })).status).toBe(400);
    });
  });
});
