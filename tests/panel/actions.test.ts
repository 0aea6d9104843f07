import type { Upload } from '../../src/plugins/importer/shared/contracts/imports';
import type { SiteRule } from '../../src/plugins/importer/shared/contracts/inbox';
import type { ListPage } from '../../src/plugins/importer/shared/contracts/list';
import type { ActionName, PersonAction } from '../../src/plugins/importer/shared/contracts/actions';
import { pageText } from '../helpers/page-text';
import { HOW, usePanel } from '../helpers/panel-bench';
import { dateless, typed } from '../helpers/panel-inbox';
import { zipOf } from '../helpers/panel-pages';

const ARTICLE = 'api::article.article';
const PARTNER = 'api::partner-link.partner-link';
const ACTION = 'plugin::importer.action';
const PAGE = 'pages.zip!/1.txt';

/** Something that can be done by now, and what is to be kept of it. */
interface Ready {
  readonly act: () => Promise<{ readonly status: number; readonly message: string }>;
  /** A text that `about` holds; null where it is about nothing that has a name. */
  readonly about: string | null;
  /** The run that it is done with, and whether another one comes of it. */
  readonly run?: number;
  readonly begins?: true;
}

describe('what people did', () => {
  const { bench, office } = usePanel();
  const recording = { fails: false };
  const rows = (uid: Parameters<typeof bench.newsroom.strapi.db.query>[0]) => bench.newsroom.strapi.db.query(uid);

  beforeAll(() => {
    bench.newsroom.strapi.db.lifecycles.subscribe({
      models: [ACTION],
      beforeCreate() {
        if (recording.fails) throw new Error('The disk is full');
      },
    });
  });

  const call = <Data>(...request: Parameters<typeof office.panel.call>) => office.panel.call<Data>(...request);
  const told = async (query = '') => (await call<ListPage<PersonAction>>('get', `/actions?${query}`)).data;

  async function imported(text: string): Promise<number> {
    const id = await office.panel.upload({ 'pages.zip': zipOf({ '1.txt': text }) });
    return (await office.panel.ended(await office.panel.start('/runs', { source: { kind: 'upload', id }, ...HOW }))).id;
  }

  async function partners(active = true): Promise<string[]> {
    const made: string[] = [];
    for (const [index, name] of ['Bakery', 'Lighthouse'].entries()) {
      const data = { name, order: index + 1, active };
      made.push((await bench.newsroom.strapi.documents(PARTNER).create({ data })).documentId);
    }
    return made;
  }

  const broken = dateless('Рыбаки вернулись', '05.06.2021 10:15');

  async function mending(asRule: boolean): Promise<Ready> {
    const run = await imported(broken);
    const { data } = await call<{ lines: { number: number; text: string }[] }>(
      'get',
      `/runs/${run}/pages?name=${encodeURIComponent(PAGE)}`,
    );
    const line = data.lines.find(({ text }) => text.startsWith('Опубликовано'));
    const selection = { line: line?.number ?? 0, start: 14, end: line?.text.length ?? 0 };
    const datePublished = asRule ? { text: '05.06.2021 10:15', selection } : typed('05.06.2021');
    return {
      act: () => call('post', '/corrections', { run, page: PAGE, fields: { datePublished }, asRule }),
      about: PAGE,
      run,
      begins: true,
    };
  }

  const ACTS: readonly (readonly [ActionName, () => Promise<Ready>])[] = [
    ['correct', () => mending(false)],
    ['correct-with-rule', () => mending(true)],
    [
      'settle',
      async () => {
        await imported(pageText());
        const [article] = await bench.newsroom.strapi.documents(ARTICLE).findMany({ locale: '*' });
        const edited = { documentId: article?.documentId ?? '', locale: 'ru', data: { title: 'Заголовок редактора' } };
        await bench.newsroom.strapi.documents(ARTICLE).update(edited);
        const run = await imported(pageText({ title: 'Выставка лодок продлена до осени' }));
        const act = () => call('post', '/conflicts', { run, page: PAGE, choices: { title: 'theirs' } });
        return { act, about: PAGE, run, begins: true };
      },
    ],
    [
      'leave-out',
      async () => {
        const run = await imported(broken);
        return { act: () => call('post', '/corrections/leave-out', { run, page: PAGE }), about: PAGE, run };
      },
    ],
    [
      'take-in',
      async () => {
        const run = await imported(broken);
        await call('post', '/corrections/leave-out', { run, page: PAGE });
        return { act: () => call('post', '/corrections/take-in', { run, page: PAGE }), about: PAGE, run };
      },
    ],
    [
      'remove-rule',
      async () => {
        await (await mending(true)).act();
        const [rule] = (await call<ListPage<SiteRule>>('get', '/rules')).data.items;
        return { act: () => call('delete', `/rules/${rule?.id ?? 0}`), about: `datePublished: ${PAGE}` };
      },
    ],
    ['upload', () => Promise.resolve({ act: () => call('post', '/uploads'), about: null })],
    [
      'remove-upload',
      async () => {
        const id = await office.panel.upload({ 'pages.zip': 'x' });
        return { act: () => call('delete', `/uploads/${id}`), about: 'pages.zip' };
      },
    ],
    [
      'order-partners',
      async () => {
        const documentIds = (await partners()).reverse();
        return { act: () => call('put', '/partners/order', { documentIds }), about: 'Lighthouse, Bakery' };
      },
    ],
    [
      'show-partner',
      async () => {
        const [id = ''] = await partners(false);
        return { act: () => call('put', `/partners/${id}`, { active: true }), about: 'Bakery' };
      },
    ],
    [
      'hide-partner',
      async () => {
        const [id = ''] = await partners();
        return { act: () => call('put', `/partners/${id}`, { active: false }), about: 'Bakery' };
      },
    ],
  ];

  /** All that an act might have changed. */
  const standing = async () => ({
    partners: await rows(PARTNER).findMany({ select: ['name', 'order', 'active'], orderBy: { name: 'asc' } }),
    articles: await rows(ARTICLE).findMany({ select: ['title'], orderBy: { id: 'asc' } }),
    rules: await rows('plugin::importer.rule').count({}),
    corrections: await rows('plugin::importer.correction').count({}),
    uploads: await rows('plugin::importer.upload').count({}),
    runs: await rows('plugin::importer.run').count({ where: { state: 'finished' } }),
    actions: await rows(ACTION).count({}),
  });

  it.each(ACTS)('is kept with it, and is not done where it can not be kept: %s', async (action, prepare) => {
    const { act, about, run, begins } = await prepare();
    const before = await standing();
    const { log } = bench.newsroom.strapi;
    // What the disk says is expected here.
    recording.fails = log.silent = true;
    const refused = await act().finally(() => (recording.fails = log.silent = false));
    expect(refused.status).toBe(500);
    expect(await standing()).toEqual(before);

    const { status } = await act();
    expect(status).toBe(200);
    const { items, total } = await told('page=1&pageSize=1');
    const [last] = items;
    expect([total, last]).toEqual([
      before.actions + 1,
      expect.objectContaining({ action, by: expect.stringContaining('editor@example.org') as string }),
    ]);
    expect(last?.about).toEqual(about === null ? null : expect.stringContaining(about));
    const runs = last?.runs.map(({ id }) => id) ?? [];
    expect([runs.length, runs[0]]).toEqual([(run === undefined ? 0 : 1) + (begins ? 1 : 0), run]);
    for (const id of runs) {
      const ofRun = (await call<ListPage<PersonAction>>('get', `/runs/${id}/actions`)).data.items;
      expect(ofRun).toContainEqual(last);
    }
  });

  it('is told as their change of the partner itself', async () => {
    const [first = '', second = ''] = await partners();
    await call('put', '/partners/order', { documentIds: [second, first] });
    const found = await bench.newsroom.strapi.documents(PARTNER).findMany({ populate: ['updatedBy'] });
    const by = found.map(({ updatedBy }) => (updatedBy as { email?: string } | null)?.email);
    expect(by).toEqual(['editor@example.org', 'editor@example.org']);
  });

  it('is not kept where it was refused, or changes nothing', async () => {
    const [first = '', second = ''] = await partners();
    const refused = [
      await call('put', '/partners/order', { documentIds: [first, first] }),
      await call('post', '/previews', { source: { kind: 'upload', id: '6a3b1c8e-0d5f-4a57-9c1e-0f6d1b6a2c11' }, ...HOW }),
      await call('delete', '/uploads/6a3b1c8e-0d5f-4a57-9c1e-0f6d1b6a2c11'),
      await call('delete', '/rules/77'),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 404, 404, 404]);
    await call('put', '/partners/order', { documentIds: [first, second] });
    await call('put', `/partners/${first}`, { active: true });
    expect(await told()).toMatchObject({ total: 0, items: [] });
  });

  it('tells uploads by what came with them, also when they are gone', async () => {
    const uploads = async () => (await told()).items.map(({ action, about }) => [action, about]);
    const { id } = (await call<Upload>('post', '/uploads')).data;
    expect(await uploads()).toEqual([['upload', null]]);
    await office.panel.put(id, '2023/1.txt', 'x');
    expect(await uploads()).toEqual([['upload', '2023']]);
    await office.panel.put(id, '2024/1.txt', 'x');
    expect(await uploads()).toEqual([['upload', '2023 (+1)']]);
    await call('delete', `/uploads/${id}`);
    expect(await uploads()).toEqual([
      ['remove-upload', '2023 (+1)'],
      ['upload', '2023 (+1)'],
    ]);
  });

  it('is listed page by page, the newest first, with runs that are gone', async () => {
    const run = await imported(pageText());
    for (const action of ['pause', 'resume'])
      await rows(ACTION).create({ data: { at: new Date(), by: 'Ayla', userId: 1, action, run: 999_999 } });
    const [first, second] = [await told('page=1&pageSize=2'), await told('page=2&pageSize=2')];
    expect([first.total, first.items.map(({ action }) => action), second.items.map(({ action }) => action)]).toEqual([
      4,
      ['resume', 'pause'],
      ['import', 'upload'],
    ]);
    expect(first.items[0]?.runs).toEqual([{ id: 999_999, kind: null, undoes: null }]);
    expect(second.items[0]?.runs).toEqual([{ id: run, kind: 'import', undoes: null }]);
    await rows(ACTION).updateMany({ where: { run: 999_999 }, data: { run } });
    const third = await call<ListPage<PersonAction>>('get', `/runs/${run}/actions?page=3&pageSize=1`);
    expect(third.data).toMatchObject({ total: 3, page: 3, items: [{ action: 'resume' }] });
  });
});
