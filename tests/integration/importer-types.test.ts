import { apiToken } from '../helpers/api-token';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { panelLogin } from '../helpers/panel-login';

const ACTION = 'plugin::importer.action';
const DONE = { at: '2031-09-12T08:00:00.000Z', by: 'Ayla Editor <editor@example.org>', userId: 1, action: 'undo' };

describe('what the importer keeps for itself', () => {
  let newsroom: Newsroom;
  let token: Record<string, string>;
  let admin: Record<string, string>;
  let documentId = '';
  const types = () => Object.keys(newsroom.strapi.contentTypes).filter((uid) => uid.startsWith('plugin::importer.'));

  beforeAll(async () => {
    newsroom = await startNewsroom();
    token = await apiToken(newsroom);
    admin = await panelLogin(newsroom);
    ({ documentId } = await newsroom.strapi.documents(ACTION).create({ data: DONE }));
  });
  afterAll(() => newsroom.stop());

  const kept = () => newsroom.strapi.documents(ACTION).findMany({});
  afterEach(async () => {
    expect(await kept()).toEqual([expect.objectContaining({ documentId, by: DONE.by, action: DONE.action })]);
  });

  it('is in no query and no mutation of GraphQL, whatever token is shown', async () => {
    for (const uid of types()) {
      const name = uid.split('.')[1] ?? '';
      const type = `Importer${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      for (const query of [
        `{ importer${type.slice(8)}s { documentId } }`,
        `{ importer${type.slice(8)}s_connection { nodes { documentId } } }`,
        `mutation { create${type}(data: {}) { documentId } }`,
        `mutation { update${type}(documentId: "${documentId}", data: {}) { documentId } }`,
        `mutation { delete${type}(documentId: "${documentId}") { documentId } }`,
      ]) {
        const { status, body } = await newsroom.graphql(query, token);
        expect([status, body.errors[0].extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      }
    }
  });

  it('has no routes of REST, whatever token is shown', async () => {
    for (const path of ['/api/importer/actions', '/api/actions', '/api/importer-actions', '/api/importer/action']) {
      expect((await newsroom.get(path, token)).status).toBe(404);
      for (const method of ['put', 'delete'] as const) {
        expect((await newsroom.send(method, `${path}/${documentId}`, { data: { by: 'Nobody' } }, token)).status).toBeGreaterThanOrEqual(
          404,
        );
      }
    }
  });

  it('is not changed over the content manager, not even by a super administrator', async () => {
    for (const uid of types()) {
      const list = `/content-manager/collection-types/${uid}`;
      if (uid === ACTION) expect((await newsroom.get(list, admin)).text).toContain(DONE.by);
      else {
        expect((await newsroom.get(list, admin)).status).toBe(403);
        expect((await newsroom.send('post', list, DONE, admin)).status).toBe(403);
      }
      for (const answer of [
        await newsroom.send('put', `${list}/${documentId}`, { by: 'Nobody' }, admin),
        await newsroom.send('delete', `${list}/${documentId}`, {}, admin),
        await newsroom.send('post', `${list}/clone/${documentId}`, { by: 'Nobody' }, admin),
        await newsroom.send('post', `${list}/actions/bulkDelete`, { documentIds: [documentId] }, admin),
      ])
        expect([403, 404]).toContain(answer.status);
    }
  });

  it('can be neither changed nor removed by what every API asks, and can be added to and read', async () => {
    const documents = newsroom.strapi.documents(ACTION);
    await expect(documents.update({ documentId, data: { by: 'Nobody' } })).rejects.toMatchObject({ name: 'ForbiddenError' });
    await expect(documents.delete({ documentId })).rejects.toMatchObject({ name: 'ForbiddenError' });
    await expect(documents.clone({ documentId, data: DONE })).rejects.toMatchObject({ name: 'ForbiddenError' });
    expect(await documents.findOne({ documentId })).toMatchObject({ by: DONE.by });
  });
});
