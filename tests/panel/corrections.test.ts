import type { CorrectionResult, SiteRule } from '../../src/plugins/importer/shared/contracts/inbox';
import type { ListPage } from '../../src/plugins/importer/shared/contracts/list';
import { takeLease } from '../../src/plugins/importer/server/src/store/lease/lease';
import { pageText, writePages } from '../helpers/page-text';
import { dateless, typed, useInbox } from '../helpers/panel-inbox';

const ISO = '2021-06-05T06:15:00.000Z';

describe('what a person says of a page', () => {
  const { bench, signedIn, inbox, view, onlyItem, correct, selected, importAll, undo, actions, readArticles } = useInbox();

  describe('a page that is mended', () => {
    it('becomes an article at once, in a run of its own, and stays so in later imports', async () => {
      writePages(bench.folder, { '1.txt': dateless('Рыбаки вернулись', 'вчера') });
      await importAll({ status: 'draft' });
      const item = await onlyItem();
      const result = await signedIn.panel.data<CorrectionResult>(correct(item, { datePublished: typed('5 июня 2021, 10:15') }));
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
      const both = await correct(item, { title: typed(' '), datePublished: typed('на днях') });
      expect(both.body.error.details).toMatchObject({
        errors: [
          { path: ['fields', 'title'], code: 'field-empty', values: {} },
          { path: ['fields', 'datePublished'], code: 'date-unreadable', values: { text: 'на днях' } },
        ],
      });
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
      await signedIn.panel.data(correct(item, { datePublished: typed('05.06.2021 10:15') }));
      writePages(bench.folder, { '1.txt': pageText({ title: 'О другом', meta: '7 08.08.2022 12:00 Спорт' }) });
      const { run, counts } = await importAll();
      expect(counts).toMatchObject({ created: 1 });
      const other = { run: run ?? 0, page: item.page };
      expect(await view(other)).toMatchObject({ correction: null, story: { datePublished: '2022-08-08T08:00:00.000Z' } });
    });

    it('comes back when its mending is undone, and what was said of it is taken back', async () => {
      writePages(bench.folder, { '1.txt': dateless('Рыбаки вернулись', 'вчера'), '2.txt': pageText() });
      await importAll();
      const item = await onlyItem();
      const { run } = await signedIn.panel.data<CorrectionResult>(correct(item, { datePublished: typed('05.06.2021 10:15') }));
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

      const again = await signedIn.panel.data<CorrectionResult>(correct(item, { datePublished: typed('05.06.2021 10:15') }));
      expect(again).toMatchObject({ action: 'create' });
    });

    it('says what is still wrong with it, and keeps what was given for the next time', async () => {
      writePages(bench.folder, { '1.txt': pageText({ title: null, meta: '42 Культура A A' }) });
      await importAll();
      const item = await onlyItem();
      const first = await signedIn.panel.data<CorrectionResult>(correct(item, { title: typed('Рыбаки вернулись') }));
      expect(first).toMatchObject({ action: 'quarantine', imported: 0, problems: [{ rule: 'date-missing' }] });
      const again = await onlyItem();
      expect(again.run).toBe(first.run);
      const second = await signedIn.panel.data<CorrectionResult>(correct(again, { datePublished: typed('2021-06-05T10:15:00+04:00') }));
      expect(second).toMatchObject({ action: 'create', problems: [] });
      expect(await readArticles()).toMatchObject([{ title: 'Рыбаки вернулись', datePublished: ISO }]);
    });
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
      const result = await signedIn.panel.data<CorrectionResult>(
        correct(item, { datePublished: await selected(item, '05.06.2021 10:15') }, true),
      );
      expect(result).toMatchObject({ action: 'create', imported: 2 });
      expect(await inbox()).toMatchObject({ total: 1, items: [{ title: 'Третья новость', run: result.run }] });
      const { items: rules } = await signedIn.panel.data<ListPage<SiteRule>>(signedIn.panel.get('/rules'));
      expect(rules).toMatchObject([{ field: 'datePublished', finding: { kind: 'after', words: 'Опубликовано:' }, page: item.page }]);

      writePages(bench.folder, { '5.txt': dateless('Пятая новость', '09.06.2021 10:15') });
      const predicted = await importAll({ dryRun: true });
      const later = await importAll();
      expect(later.counts).toEqual(predicted.counts);
      expect(later.counts).toMatchObject({ created: 1, unchanged: 3, quarantined: 1 });

      const id = rules[0]?.id ?? 0;
      expect(await signedIn.panel.data(signedIn.panel.send('delete', `/rules/${id}`))).toMatchObject({ id });
      expect((await signedIn.panel.send('delete', `/rules/${id}`)).status).toBe(404);
      expect(await signedIn.panel.data(signedIn.panel.get('/rules'))).toMatchObject({ total: 0, items: [] });
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
      const { run } = await signedIn.panel.data<CorrectionResult>(correct(item, { datePublished: date }, true));
      await undo(run);
      expect(await signedIn.panel.data(signedIn.panel.get('/rules'))).toMatchObject({ total: 0, items: [] });
      expect(await inbox()).toMatchObject({ total: 2 });
      expect((await importAll()).counts).toMatchObject({ quarantined: 2, created: 0 });
    });

    it('can not be made of what was typed, but for a rubric', async () => {
      writePages(bench.folder, { '1.txt': dateless('Первая новость', 'вчера') });
      await importAll();
      const item = await onlyItem();
      const { status, body } = await correct(item, { datePublished: typed('05.06.2021'), category: typed('Город') }, true);
      expect([status, body.error.message]).toEqual([400, expect.stringContaining('fields.datePublished: a typed value')]);
      expect(await signedIn.panel.data(signedIn.panel.get('/rules'))).toMatchObject({ total: 0, items: [] });
      await signedIn.panel.data(correct(item, { category: typed('Город') }, true));
      expect(await signedIn.panel.data(signedIn.panel.get('/rules'))).toMatchObject({
        items: [{ field: 'category', finding: { kind: 'value', value: 'Город' } }],
      });
    });

    it('is listed with the others page by page, the newest first', async () => {
      const rows = bench.newsroom.strapi.db.query('plugin::importer.rule');
      for (const value of ['A', 'B', 'C']) {
        const data = { field: 'category', finding: { kind: 'value', value }, page: 'x.txt', by: 'Ayla', at: new Date(), run: null };
        await rows.create({ data });
      }
      const listed = await signedIn.panel.data<ListPage<SiteRule>>(signedIn.panel.get('/rules?page=2&pageSize=2'));
      expect(listed).toMatchObject({ total: 3, page: 2, pageSize: 2, items: [{ finding: { value: 'A' } }] });
      expect(listed.items).toHaveLength(1);
      const first = await signedIn.panel.data<ListPage<SiteRule>>(signedIn.panel.get('/rules?page=1&pageSize=2'));
      expect(first.items).toMatchObject([{ finding: { value: 'C' } }, { finding: { value: 'B' } }]);
    });
  });
});
