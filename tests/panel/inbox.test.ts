import { createRowWriter } from '../../src/plugins/importer/server/src/bulk/row-writer';
import { pageText, writePages } from '../helpers/page-text';
import { dateless, useInbox } from '../helpers/panel-inbox';

describe('what waits for a person', () => {
  const { bench, signedIn, inbox, summary, onlyItem, importAll, actions } = useInbox();

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
    for (const query of ['kind=other', 'page=0', 'pageSize=1000']) expect((await signedIn.panel.get(`/inbox?${query}`)).status).toBe(400);
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
    const [counted, ...answers] = await Promise.all([summary(), ...queries.map((query) => inbox(query))] as const);
    expect(answers.map(({ total, items }) => [total, items.length])).toEqual([
      [5000, 20],
      [5000, 20],
      [5000, 20],
      [5, 5],
      [0, 0],
    ]);
    expect(counted).toMatchObject({ pages: 5000, rules: [{ rule: 'date-missing', count: 5000 }] });
  });

  it('does not come in again once it is left out, until it is taken in', async () => {
    writePages(bench.folder, { '1.txt': dateless('Рыбаки вернулись', 'вчера'), '2.txt': pageText() });
    await importAll();
    const { run, page } = await onlyItem();
    expect(await signedIn.panel.data(signedIn.panel.send('post', '/corrections/leave-out', { run, page }))).toEqual({ page });
    await signedIn.panel.data(signedIn.panel.send('post', '/corrections/leave-out', { run, page }));
    expect(await inbox()).toMatchObject({ total: 0 });
    expect(await summary()).toMatchObject({ pages: 0, leftOut: 1, rules: [] });
    expect(await inbox('kind=left-out')).toMatchObject({ total: 1, items: [{ kind: 'left-out', page, run }] });

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

    await signedIn.panel.data(signedIn.panel.send('post', '/corrections/take-in', { run, page }));
    expect(await inbox()).toMatchObject({ total: 1 });
    expect([(await inbox('kind=left-out')).total, (await summary()).leftOut]).toEqual([0, 0]);
    expect((await importAll()).counts).toMatchObject({ quarantined: 1, leftOut: 0 });
    expect((await actions()).map(({ action }) => action)).toEqual(['leave-out', 'leave-out', 'take-in']);
  });
});
