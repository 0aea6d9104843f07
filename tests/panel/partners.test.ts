import type { Partner } from '../../src/plugins/importer/shared/contracts/partners';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { panelLogin } from '../helpers/panel-login';
import { panelRole } from '../helpers/panel-role';

const PARTNER = 'api::partner-link.partner-link';
const explorer = (action: string, ...fields: string[]) => ({
  ...{ action: `plugin::content-manager.explorer.${action}`, subject: PARTNER },
  properties: { fields: fields.length > 0 ? fields : ['name', 'url', 'logo', 'order', 'active'] },
});

describe('partner links in the panel', () => {
  let newsroom: Newsroom;
  let headers: Record<string, string>;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    headers = await panelLogin(newsroom);
    for (const [name, order] of [
      ['Bakery', 2],
      ['Lighthouse', 1],
      ['Sail', 3],
    ] as const) {
      await newsroom.strapi.documents(PARTNER).create({ data: { name, order, active: true } });
    }
  });

  afterAll(() => newsroom.stop());

  const list = async (as = headers) => (await newsroom.get('/importer/partners', as)).body.data as Partner[];
  const names = (partners: unknown) => (partners as Partner[]).map(({ name }) => name);
  const put = (path: string, body: object, as = headers) => newsroom.send('put', `/importer/partners/${path}`, body, as);
  const updatedAt = async () => (await newsroom.strapi.documents(PARTNER).findMany({ sort: 'name:asc' })).map((one) => one.updatedAt);

  it('are listed in their order', async () => {
    const partners = await list();
    expect(names(partners)).toEqual(['Lighthouse', 'Bakery', 'Sail']);
    expect(partners[0]).toEqual({ documentId: expect.any(String) as string, name: 'Lighthouse', url: null, active: true, logo: null });
  });

  it('are put into another order; only what changes its place is written', async () => {
    const [lighthouse, bakery, sail] = (await list()).map(({ documentId }) => documentId);
    const before = await updatedAt();
    const { status, body } = await put('order', { documentIds: [lighthouse, sail, bakery] });
    expect([status, names(body.data)]).toEqual([200, ['Lighthouse', 'Sail', 'Bakery']]);
    expect(names(await list())).toEqual(['Lighthouse', 'Sail', 'Bakery']);
    const after = await updatedAt();
    expect(after.map((time, place) => time !== before[place])).toEqual([true, false, true]);
  });

  it('that an order does not name come last', async () => {
    const sail = (await list()).find(({ name }) => name === 'Sail');
    expect(names((await put('order', { documentIds: [sail?.documentId] })).body.data)).toEqual(['Sail', 'Lighthouse', 'Bakery']);
  });

  it('are shown and hidden', async () => {
    const [first] = await list();
    const { body } = await put(first?.documentId ?? '', { active: false });
    expect(body.data).toMatchObject({ name: 'Sail', active: false });
    expect((await list())[0]?.active).toBe(false);
  });

  it('refuse what is no order, and who is gone', async () => {
    const [first] = await list();
    const id = first?.documentId ?? '';
    const orders = [{}, { documentIds: 'all' }, { documentIds: [id, id] }, { documentIds: ['gone'] }];
    for (const order of orders) expect((await put('order', order)).status).toBe(400);
    expect((await put(id, { active: 'yes' })).status).toBe(400);
    const { status, body } = await put('gone', { active: true });
    expect([status, body.error.message]).toEqual([404, expect.stringContaining('Load the list again')]);
  });

  it('are for those who may read and change them in the content manager, field by field', async () => {
    const documentIds = (await list()).map(({ documentId }) => documentId);
    const [id = ''] = documentIds;
    const reader = await panelRole(newsroom, 'reader', [explorer('read', 'name', 'active')]);
    const arranger = await panelRole(newsroom, 'arranger', [explorer('read'), explorer('update', 'order')]);
    const nobody = await panelRole(newsroom, 'nobody', [{ action: 'plugin::importer.view' }]);

    expect((await newsroom.get('/importer/partners', nobody)).status).toBe(403);
    expect((await list(reader))[0]).toMatchObject({ name: 'Sail', url: null, logo: null });
    expect((await put('order', { documentIds }, reader)).status).toBe(403);
    expect((await put('order', { documentIds: [...documentIds].reverse() }, arranger)).status).toBe(200);
    expect((await put(id, { active: true }, arranger)).status).toBe(403);
  });
});
