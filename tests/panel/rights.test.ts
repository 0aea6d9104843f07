import type { PersonAction } from '../../src/plugins/importer/shared/contracts/actions';
import { type Permission, PERMISSIONS } from '../../src/plugins/importer/shared/contracts/permissions';
import type { PageView } from '../../src/plugins/importer/shared/contracts/pages';
import type { ListPage } from '../../src/plugins/importer/shared/contracts/list';
import type { PanelRoute } from '../../src/plugins/importer/server/src/routes/panel-route';
import { panelRoutes } from '../../src/plugins/importer/server/src/routes/panel-routes';
import { pageText } from '../helpers/page-text';
import { type Headers, HOW, type Panel, panelOf, usePanel } from '../helpers/panel-bench';

const PASSWORD = 'Correct-horse-1';
const NAMES = Object.keys(PERMISSIONS) as Permission[];

/** An action of the content manager, as roles name it. */
const CONTENT = { read: 'plugin::content-manager.explorer.read', update: 'plugin::content-manager.explorer.update' };

describe('rights in the panel', () => {
  const { bench, office } = usePanel();
  const people = new Map<string, { readonly panel: Panel; readonly headers: Headers }>();

  /** Somebody whose role allows some actions, and nothing else. */
  async function hire(name: string, permissions: readonly object[]): Promise<void> {
    const send = (method: 'post' | 'put', address: string, body: object, headers = office.headers) =>
      bench.newsroom.send(method, address, body, headers);
    const role = (await send('post', '/admin/roles', { name: `Role ${name}`, description: '' })).body.data as { id: number };
    await send('put', `/admin/roles/${role.id}/permissions`, { permissions });
    const email = `${name}@example.org`;
    const user = { firstname: name, lastname: 'Person', email, roles: [role.id] };
    const { registrationToken } = (await send('post', '/admin/users', user)).body.data as { registrationToken: string };
    await send('post', '/admin/register', { registrationToken, userInfo: { firstname: name, lastname: 'Person', password: PASSWORD } }, {});
    const { token } = (await send('post', '/admin/login', { email, password: PASSWORD }, {})).body.data as { token: string };
    const headers = { authorization: `Bearer ${token}` };
    people.set(name, { headers, panel: panelOf(bench.newsroom, headers) });
  }

  beforeAll(async () => {
    const plain = { subject: null, properties: {}, conditions: [] };
    for (const name of NAMES) await hire(name, [{ ...plain, action: PERMISSIONS[name] }]);
    await hire('nobody', []);
  });

  const routes = Object.entries<PanelRoute>(panelRoutes);
  const rightsOf = ({ permission }: PanelRoute): readonly string[] => {
    if (permission === null) return [...people.keys()];
    return typeof permission === 'string' ? [permission] : 'subject' in permission ? [] : permission;
  };
  const mayUse = (route: PanelRoute, person: string) => rightsOf(route).includes(person);

  const actionOf = (name: string) => PERMISSIONS[name as Permission];

  const ask = async (name: string, headers: Headers) => {
    const [method = '', path = ''] = name.split(' ');
    const address = `/importer${path.replace(/:\w+/g, '999999')}`;
    return (await bench.newsroom.send(method.toLowerCase() as 'get', address, {}, headers)).status;
  };

  it('there are routes, each with a permission that roles know', () => {
    expect(routes.length).toBeGreaterThan(14);
    const known = [...Object.values<string>(PERMISSIONS), ...Object.values(CONTENT)];
    for (const [, route] of routes) {
      const { permission } = route;
      if (permission === null) continue;
      const actions =
        typeof permission === 'object' && 'subject' in permission ? [CONTENT[permission.action]] : rightsOf(route).map(actionOf);
      expect(actions.length).toBeGreaterThan(0);
      expect(known).toEqual(expect.arrayContaining(actions));
    }
  });

  it.each(routes)('%s refuses all who may not', async (name, route) => {
    expect(await ask(name, {})).toBe(401);
    for (const [person, { headers }] of people) {
      const status = await ask(name, headers);
      if (mayUse(route, person)) expect([person, [401, 403, 500].includes(status)]).toEqual([person, false]);
      else expect([person, status]).toEqual([person, 403]);
    }
  });

  it('each right is of use by itself: who has it sees what it is about, and runs of no other kind', async () => {
    const person = (name: string) => people.get(name)?.panel as Panel;
    const status = async (name: string, path: string) => (await person(name).call('get', path)).status;
    const id = await person('run').upload({ '1.txt': pageText(), '2.txt': 'Заголовок без даты\n\nТекст' });
    const order = { source: { kind: 'upload', id }, ...HOW };
    const run = (await person('run').ended(await person('run').start('/runs', order))).id;
    const preview = (await person('preview').ended(await person('preview').start('/previews', order))).id;
    const undoPreview = (await person('undo').ended(await person('undo').start(`/runs/${run}/undo-previews`))).id;
    const seen = async (of: number) => {
      const answers = NAMES.map(
        async (name) => [name, await status(name, `/runs/${of}`), await status(name, `/runs/${of}/entries`)] as const,
      );
      return (await Promise.all(answers)).flatMap(([name, ...codes]) =>
        codes.every((code) => code === 200) ? [name] : codes.every((code) => code === 403) ? [] : [`${name}?`],
      );
    };
    expect(await seen(run)).toEqual(['view', 'run', 'correct', 'undo']);
    expect(await seen(preview)).toEqual(['view', 'preview']);
    expect(await seen(undoPreview)).toEqual(['view', 'undo']);

    expect(await status('undo', '/runs')).toBe(200);
    const page = (await person('correct').entries(run, '&action=quarantine'))[0]?.page ?? '';
    expect(await status('correct', `/runs/${run}/pages?name=${encodeURIComponent(page)}`)).toBe(200);
    expect(await status('correct', `/runs/${preview}/pages?name=${encodeURIComponent(page)}`)).toBe(403);
    expect((await person('correct').call('post', '/corrections/leave-out', { run, page })).status).toBe(200);
    expect(await status('preview', '/options')).toBe(200);
    expect(await status('correct', '/inbox?kind=left-out')).toBe(200);
  });

  it('roles tell them in the language of who reads', async () => {
    const names = async (preferedLanguage: string) => {
      await bench.newsroom.send('put', '/admin/users/me', { preferedLanguage }, office.headers);
      const { body } = await bench.newsroom.get('/admin/permissions', office.headers);
      const { plugins } = (body.data as { sections: { plugins: { action: string; displayName: string }[] } }).sections;
      return plugins.filter(({ action }) => action === PERMISSIONS.undo).map(({ displayName }) => displayName);
    };
    expect(await names('ru')).toEqual(['Откатывать импорты']);
    expect(await names('az')).toEqual(['İdxalları geri almaq']);
    expect(await names('fr')).toEqual(['Undo imports']);
  });

  it('whoever may only preview sees of articles what they may read in the content manager, and no page but those of the preview', async () => {
    const person = (name: string) => people.get(name)?.panel as Panel;
    const orderOf = async (panel: Panel, pages: Readonly<Record<string, string>>) => {
      return { source: { kind: 'upload', id: await panel.upload(pages) }, ...HOW };
    };
    const plain = { subject: null, properties: {}, conditions: [] };
    const previewing = { ...plain, action: PERMISSIONS.preview };
    const reading = { action: CONTENT.read, subject: 'api::article.article' };
    const all = { fields: ['title', 'datePublished', 'category', 'body'], locales: ['ru'] };
    await hire('reader', [previewing, { ...reading, properties: all, conditions: [] }]);
    await hire('author', [previewing, { ...reading, properties: all, conditions: ['admin::is-creator'] }]);
    const theirs = { '1.txt': pageText(), '2.txt': pageText({ title: 'Мост закрыт на день' }), '3.txt': pageText({ title: 'Паром ушёл' }) };
    await office.panel.ended(await office.panel.start('/runs', await orderOf(office.panel, theirs)));
    const articles = bench.newsroom.strapi.documents('api::article.article');
    const [article] = await articles.findMany({ locale: 'ru', filters: { title: { $startsWith: 'На набережной' } } });
    await articles.update({ documentId: article?.documentId ?? '', locale: 'ru', data: { title: 'Тайный черновик' } });

    const own = { '1.txt': pageText({ title: 'Заголовок страницы' }), '3.txt': theirs['3.txt'] };
    const preview = (await person('preview').ended(await person('preview').start('/previews', await orderOf(person('preview'), own)))).id;
    const page = async (name: string, file: string) => person(name).call<PageView>('get', `/runs/${preview}/pages?name=${file}`);
    const shown = async (name: string) => (await page(name, '1.txt')).data;
    const conflicts = async (name: string) => (await person(name).entries(preview)).flatMap((entry) => entry.conflicts);

    expect(await shown('preview')).toMatchObject({ story: { title: 'Заголовок страницы' }, article: null });
    expect(await conflicts('preview')).toEqual([]);
    expect(JSON.stringify([await shown('preview'), await person('preview').entries(preview)])).not.toContain('Тайный');
    expect((await page('preview', '2.txt')).status).toBe(404);
    expect((await page('preview', '3.txt')).data).toMatchObject({ story: { title: 'Паром ушёл' }, article: null });

    for (const name of ['view', 'reader']) {
      expect(await shown(name)).toMatchObject({ article: { title: 'Тайный черновик' } });
      expect(await conflicts(name)).toMatchObject([{ field: 'title', editor: 'Тайный черновик' }]);
    }
    expect(await shown('author')).toMatchObject({ article: null });
  });

  it('everybody does what they may, under their own name, and whoever may not undo goes on with no undoing', async () => {
    const person = (name: string) => people.get(name)?.panel as Panel;
    const id = await person('preview').upload({ '1.txt': pageText() });
    const order = { source: { kind: 'upload', id }, ...HOW };
    const preview = await person('preview').start('/previews', order);
    await office.panel.ended(preview);
    const previews = bench.newsroom.strapi.db.query('plugin::importer.run');
    await previews.update({ where: { id: preview }, data: { state: 'paused' } });
    expect((await person('undo').call('post', `/undos/${preview}/cancel`)).status).toBe(404);
    expect((await person('preview').call('post', `/previews/${preview}/cancel`)).data).toMatchObject({ state: 'cancelled' });
    await bench.newsroom.strapi.db.query('plugin::importer.action').deleteMany({ where: { action: 'cancel' } });
    const run = await person('run').start('/runs', order);
    expect(await person('view').ended(run)).toMatchObject({ state: 'finished', by: 'run Person <run@example.org>' });
    const undo = await person('undo').start(`/runs/${run}/undo`);
    await office.panel.ended(undo);
    await bench.newsroom.strapi.db.query('plugin::importer.run').update({ where: { id: undo }, data: { state: 'paused' } });
    expect((await person('run').call('post', `/runs/${undo}/resume`)).status).toBe(403);
    expect((await person('preview').call('post', `/previews/${undo}/cancel`)).status).toBe(404);

    const actions = async (of: number) => (await person('view').call<ListPage<PersonAction>>('get', `/runs/${of}/actions`)).data.items;
    expect(await actions(preview)).toMatchObject([{ by: 'preview Person <preview@example.org>', action: 'preview', about: null }]);
    expect((await actions(run)).map(({ by, action }) => [by, action])).toEqual([
      ['run Person <run@example.org>', 'import'],
      ['undo Person <undo@example.org>', 'undo'],
    ]);
    expect(await actions(undo)).toMatchObject([{ by: 'undo Person <undo@example.org>', action: 'undo' }]);
    const uploads = await bench.newsroom.strapi.db.query('plugin::importer.action').findMany({ where: { action: 'upload', about: id } });
    expect(uploads).toMatchObject([{ by: 'preview Person <preview@example.org>', about: id, userId: expect.any(Number) as number }]);
  });
});
