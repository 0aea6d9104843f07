import { giveRoleRights } from '../../src/setup/role-rights';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { makeRolesAnew } from '../helpers/make-roles-anew';
import { panelLogin } from '../helpers/panel-login';

const CONTENT = '/content-manager/collection-types';
const ARTICLE = 'api::article.article';
const ARTICLES = `${CONTENT}/${ARTICLE}`;
const CATEGORY = 'api::category.category';
const TAG = 'api::tag.tag';
const AUTHOR = 'api::author.author';
const PARTNER = 'api::partner-link.partner-link';
const SITE = '/content-manager/single-types/api::site.site';
const PASSWORD = 'Correct-horse-4';
const LOCALES = ['ru', 'az', 'en'];

type Headers = Readonly<Record<string, string>>;

interface Role {
  readonly id: number;
  readonly code: string;
}

interface RoleRow {
  readonly action: string;
  readonly subject: string | null;
  readonly properties: { readonly locales?: readonly string[] };
  readonly conditions: readonly string[];
}

interface RoleService {
  assignPermissions(role: number, permissions: readonly object[]): Promise<unknown>;
}

describe('the roles Editor and Author', () => {
  let newsroom: Newsroom;
  let chief: Headers;
  let editor: Headers;
  let author: Headers;

  const roleOf = async (name: string) => {
    const role = await rowsOf<Role>(newsroom.strapi, 'admin::role').findOne({ where: { code: `strapi-${name}` } });
    if (role === null) throw new Error(`There is no role ${name}`);
    return role;
  };

  const hire = async (name: 'editor' | 'author'): Promise<Headers> => {
    const person = { firstname: name, lastname: 'Person', email: `${name}@example.com` };
    const user = { ...person, roles: [(await roleOf(name)).id] };
    const { registrationToken } = (await newsroom.send('post', '/admin/users', user, chief)).body.data as { registrationToken: string };
    const userInfo = { firstname: name, lastname: 'Person', password: PASSWORD };
    await newsroom.send('post', '/admin/register', { registrationToken, userInfo });
    const login = await newsroom.send('post', '/admin/login', { email: person.email, password: PASSWORD });
    return { authorization: `Bearer ${(login.body.data as { token: string }).token}` };
  };

  const list = async (who: Headers, uid: string, locale: string) => {
    const { status, body } = await newsroom.get(`${CONTENT}/${uid}?locale=${locale}&pageSize=100`, who);
    return status === 200 ? (body.results as { documentId: string }[]).length : status;
  };

  const write = async (who: Headers, title: string, locale: string) => {
    const answer = await newsroom.send('post', `${ARTICLES}?locale=${locale}`, { title }, who);
    return { status: answer.status, documentId: (answer.body.data as { documentId: string }).documentId };
  };

  const publish = async (who: Headers, documentId: string, locale: string) =>
    (await newsroom.send('post', `${ARTICLES}/${documentId}/actions/publish?locale=${locale}`, {}, who)).status;

  const permissionsOf = async (name: string) => {
    const where = { role: { id: (await roleOf(name)).id } };
    return rowsOf<RoleRow>(newsroom.strapi, 'admin::permission').findMany({ where });
  };

  const makeAnew = () => makeRolesAnew(newsroom.strapi);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    chief = await panelLogin(newsroom);
    await newsroom.importPages(['seeds']);
    [editor, author] = [await hire('editor'), await hire('author')];
  });

  afterAll(() => newsroom.stop());

  it('Editor sees all articles of each language, edits, publishes, unpublishes and deletes them', async () => {
    for (const locale of LOCALES) {
      const all = await list(chief, ARTICLE, locale);
      expect(all).toBeGreaterThan(5);
      expect(await list(editor, ARTICLE, locale)).toBe(all);
      const { documentId } = await write(editor, `Of ${locale}`, locale);
      const edited = { title: `Of ${locale}`, byline: 'E.', lead: 'L', datePublished: '2020-01-01T00:00:00.000Z', originalUrl: 'x' };
      const saved = await newsroom.send('put', `${ARTICLES}/${documentId}?locale=${locale}`, edited, editor);
      expect([saved.status, (saved.body.data as { byline: string }).byline]).toEqual([200, 'E.']);
      expect(await publish(editor, documentId, locale)).toBe(200);
      const unpublish = `${ARTICLES}/${documentId}/actions/unpublish?locale=${locale}`;
      expect((await newsroom.send('post', unpublish, {}, editor)).status).toBe(200);
      expect((await newsroom.send('delete', `${ARTICLES}/${documentId}?locale=${locale}`, {}, editor)).status).toBe(200);
    }
  });

  it('Editor makes and deletes categories, tags, authors and partner links, writes the site, and does what can be done with imports', async () => {
    for (const [uid, data] of [
      [CATEGORY, { name: 'Weather' }],
      [TAG, { name: 'Storms' }],
      [AUTHOR, { name: 'Nina Mayak' }],
      [PARTNER, { name: 'Bakery', order: 1, active: true }],
    ] as const) {
      const made = await newsroom.send('post', `${CONTENT}/${uid}?locale=en`, data, editor);
      expect(made.status).toBe(201);
      const { documentId } = made.body.data as { documentId: string };
      const locale = uid === PARTNER ? '' : '?locale=en';
      expect((await newsroom.send('delete', `${CONTENT}/${uid}/${documentId}${locale}`, {}, editor)).status).toBe(200);
    }
    expect((await newsroom.send('put', `${SITE}?locale=az`, { name: 'Xəbər' }, editor)).status).toBe(200);
    const statuses = ['/importer/runs', '/importer/inbox', '/importer/options'].map(
      async (path) => (await newsroom.get(path, editor)).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 200]);
    expect((await newsroom.send('post', '/importer/uploads', {}, editor)).status).toBe(200);
    expect((await newsroom.send('post', '/importer/runs/1/undo-previews', {}, editor)).status).toBe(200);
  });

  it('Author reads tags and authors, whoever made them, gives them to articles of their own, and makes none', async () => {
    const linked: Record<string, unknown> = {};
    for (const [name, uid] of [
      ['tags', TAG],
      ['authors', AUTHOR],
    ] as const) {
      const made = await newsroom.send('post', `${CONTENT}/${uid}?locale=az`, { name: 'Sea' }, editor);
      const { documentId } = made.body.data as { documentId: string };
      linked[name] = { connect: [{ documentId, locale: 'az' }] };
      expect(await list(author, uid, 'az')).toBe(1);
      expect((await newsroom.send('post', `${CONTENT}/${uid}?locale=az`, { name: 'Mine' }, author)).status).toBe(403);
      expect((await newsroom.send('delete', `${CONTENT}/${uid}/${documentId}?locale=az`, {}, author)).status).toBe(403);
    }
    const data = { title: 'Tagged', dateModified: '2021-01-01T00:00:00.000Z', ...linked };
    const made = await newsroom.send('post', `${ARTICLES}?locale=az`, data, author);
    expect(made.status).toBe(201);
    const { documentId } = made.body.data as { documentId: string };
    expect(await publish(author, documentId, 'az')).toBe(200);
    const { body } = await newsroom.get(`/api/articles/${documentId}?locale=az&populate=tags,authors`);
    expect(body.data).toMatchObject({ dateModified: data.dateModified, tags: [{ name: 'Sea' }], authors: [{ name: 'Sea' }] });
    for (const name of ['tags', 'authors']) {
      const found = await newsroom.get(`/content-manager/relations/${ARTICLE}/${name}?id=${documentId}&locale=az`, author);
      expect([name, found.status]).toEqual([name, 200]);
    }
    expect((await newsroom.send('delete', `${ARTICLES}/${documentId}?locale=az`, {}, author)).status).toBe(200);
  });

  it('Author sees, publishes and deletes articles of their own only, chooses among all categories, and sees imports', async () => {
    const other = await write(chief, 'Of somebody else', 'en');
    for (const locale of LOCALES) {
      expect(await list(author, ARTICLE, locale)).toBe(0);
      const own = await write(author, `Own of ${locale}`, locale);
      expect(own.status).toBe(201);
      expect(await list(author, ARTICLE, locale)).toBe(1);
      expect(await publish(author, own.documentId, locale)).toBe(200);
      expect(await list(author, CATEGORY, locale)).toBe(await list(chief, CATEGORY, locale));
      const found = await newsroom.get(`/content-manager/relations/${ARTICLE}/category?id=${own.documentId}&locale=${locale}`, author);
      expect((found.body.results as object[]).length).toBeGreaterThan(0);
      expect((await newsroom.send('delete', `${ARTICLES}/${own.documentId}?locale=${locale}`, {}, author)).status).toBe(200);
    }
    expect(await publish(author, other.documentId, 'en')).toBe(403);
    expect((await newsroom.send('delete', `${ARTICLES}/${other.documentId}?locale=en`, {}, author)).status).toBe(403);
    expect((await newsroom.send('post', `${CONTENT}/${CATEGORY}?locale=en`, { name: 'Mine' }, author)).status).toBe(403);
    expect(await list(author, PARTNER, 'en')).toBe(403);
    expect((await newsroom.get('/importer/runs', author)).status).toBe(200);
    expect((await newsroom.send('post', '/importer/uploads', {}, author)).status).toBe(403);
  });

  it('may use a locale that is added later, unless somebody has taken another one from them', async () => {
    const locale = { code: 'tr', name: 'Türkçe (tr)', isDefault: false };
    expect((await newsroom.send('post', '/i18n/locales', locale, chief)).status).toBe(200);
    expect((await write(editor, 'Türkçe', 'tr')).status).toBe(201);
    expect(await list(editor, ARTICLE, 'tr')).toBe(1);
    expect(await list(author, CATEGORY, 'tr')).toBe(0);

    const { id } = await roleOf('author');
    const permissions = (await permissionsOf('author')).map((one) => {
      const { action, subject, properties, conditions } = one;
      const locales = properties.locales?.filter((code) => code !== 'az');
      return { action, subject, conditions, properties: locales === undefined ? properties : { ...properties, locales } };
    });
    expect((await newsroom.send('put', `/admin/roles/${id}/permissions`, { permissions }, chief)).status).toBe(200);
    await newsroom.send('post', '/i18n/locales', { code: 'de', name: 'Deutsch (de)', isDefault: false }, chief);
    expect(await list(editor, ARTICLE, 'de')).toBe(0);
    const localesOfAuthor = (await permissionsOf('author')).flatMap(({ properties }) => properties.locales ?? []);
    expect([...new Set(localesOfAuthor)].sort()).toEqual(['en', 'ru', 'tr']);
  });

  it('get their rights on a database that an earlier Newsroom made, where nobody has changed them', async () => {
    await makeAnew();
    expect(await list(editor, ARTICLE, 'en')).toBe(0);
    await giveRoleRights(newsroom.strapi);
    expect(await list(editor, ARTICLE, 'en')).toBe(await list(chief, ARTICLE, 'en'));
    expect((await newsroom.get('/importer/runs', author)).status).toBe(200);
    const upload = (await permissionsOf('author')).filter(({ action }) => action.startsWith('plugin::upload.'));
    expect(upload.length).toBe(6);
  });

  it('get those to tags and authors, too, where roles were made before there were any', async () => {
    await makeAnew();
    await newsroom.strapi.db.query('admin::permission').deleteMany({ where: { subject: { $in: [TAG, AUTHOR] } } });
    await giveRoleRights(newsroom.strapi);
    const actions = async (name: string) =>
      (await permissionsOf(name)).filter(({ subject }) => subject === TAG || subject === AUTHOR).length;
    expect([await actions('editor'), await actions('author')]).toEqual([8, 2]);
  });

  it.each<[string, (rows: RoleRow[]) => object[]]>([
    ['saved in the panel as they were', (rows) => rows],
    ['given a right', (rows) => [...rows, { action: 'plugin::importer.view', subject: null, properties: {}, conditions: [] }]],
    ['without articles', (rows) => rows.filter(({ subject }) => subject !== ARTICLE)],
    ['with no right at all', () => []],
  ])('stay as somebody has left them: %s', async (_, change) => {
    await makeAnew();
    const { id } = await roleOf('editor');
    const rows = (await permissionsOf('editor')).map(({ action, subject, properties, conditions }) => ({
      action,
      subject,
      properties,
      conditions,
    }));
    const permissions = change(rows);
    expect((await newsroom.send('put', `/admin/roles/${id}/permissions`, { permissions }, chief)).status).toBe(200);
    const before = await permissionsOf('editor');
    await giveRoleRights(newsroom.strapi);
    expect(await permissionsOf('editor')).toEqual(before);
    expect((await permissionsOf('author')).some(({ action }) => action === 'plugin::importer.view')).toBe(true);
  });

  it('that were changed past the panel, or removed, stay so', async () => {
    await makeAnew();
    const { id } = await roleOf('editor');
    const rows = await permissionsOf('editor');
    const fewer = rows.filter(({ action }) => action !== 'plugin::content-manager.explorer.update');
    await (newsroom.strapi.service('admin::role') as unknown as RoleService).assignPermissions(id, fewer);
    await newsroom.strapi.db.query('admin::role').delete({ where: { id: (await roleOf('author')).id } });
    await giveRoleRights(newsroom.strapi);
    expect((await permissionsOf('editor')).map(({ action }) => action).sort()).toEqual(fewer.map(({ action }) => action).sort());
    await expect(roleOf('author')).rejects.toThrow('no role');
  });
});
