import { setTimeout as wait } from 'node:timers/promises';
import { viewCountsOf } from '../../src/api/views/services/view-count';
import { dayOf } from '../../src/derived/most-read/move-windows';
import { readerOf } from '../../src/news/reader/reader';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { publishStory } from '../helpers/published-stories';

const ARTICLE = 'api::article.article';

const BROWSER = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const reader = (number: number) => ({ 'user-agent': `${BROWSER['user-agent']} reader/${number}` });

describe('views', () => {
  let newsroom: Newsroom;

  const view = async (documentId: string, headers: Record<string, string>) => {
    const { status, body } = await newsroom.send('post', `/api/articles/${documentId}/views`, {}, headers);
    expect(status).toBe(200);
    return body as unknown as { data: { documentId: string; views: number }; meta: { counted: boolean } };
  };
  const viewsOf = async (documentId: string) => {
    const { body } = await newsroom.get(`/api/articles/${documentId}?locale=en&fields=views`);
    return (body.data as { views: number }).views;
  };

  beforeAll(async () => {
    Object.assign(process.env, { ANSWER_CACHE_MS: '0', VIEWS_PER_MINUTE: '0' });
    newsroom = await startNewsroom();
  });

  afterAll(() => newsroom.stop());

  it('are counted one by one, and told with the new count', async () => {
    const documentId = await publishStory(newsroom, { title: 'Read by three' });
    for (const number of [1, 2, 3]) {
      expect(await view(documentId, reader(number))).toEqual({ data: { documentId, views: number }, meta: { counted: true } });
    }
    expect(await viewsOf(documentId)).toBe(3);
  });

  it('are each counted once when many come together, on the present day', async () => {
    const documentIds = [await publishStory(newsroom, { title: 'One' }), await publishStory(newsroom, { title: 'Two' })];
    const posts = Array.from({ length: 200 }, (_, number) => view(documentIds[number % 2] ?? '', reader(number)));
    const told = (await Promise.all(posts)).map(({ data }) => `${data.documentId} ${data.views}`);
    expect(new Set(told).size).toBe(200);
    for (const documentId of documentIds) {
      expect(await viewsOf(documentId)).toBe(100);
      const days = await readerOf(newsroom.strapi).all('select day, views from views_by_day where article = ?', [documentId]);
      expect(days.map(({ day, views }) => [day, views])).toEqual([[dayOf(Date.now()), 100]]);
    }
  });

  it('go on from the count that was imported, and an import does not take them back', async () => {
    const documentId = await publishStory(newsroom, { title: 'Imported' });
    await viewCountsOf(newsroom.strapi).raise(documentId, 178);
    expect((await view(documentId, reader(1))).data.views).toBe(179);
    await viewCountsOf(newsroom.strapi).raise(documentId, 178);
    expect((await view(documentId, reader(2))).data.views).toBe(180);
  });

  it('are not lost while an editor saves and publishes', async () => {
    const documentId = await publishStory(newsroom, { title: 'Being edited' });
    let sent = 0;
    let editing = true;
    const readers = Array.from({ length: 8 }, async (_, number) => {
      while (editing) {
        sent += 1;
        await view(documentId, reader(number * 100_000 + sent));
      }
    });
    for (let edit = 0; edit < 8 || (sent < 100 && edit < 200); edit += 1) {
      await newsroom.strapi.documents(ARTICLE).update({ documentId, locale: 'en', data: { title: `Edited ${edit}` }, status: 'published' });
      // On SQLite an edit leaves the loop no turn: a request needs several.
      await wait(25);
    }
    editing = false;
    await Promise.all(readers);
    expect(sent).toBeGreaterThan(50);
    expect(await viewsOf(documentId)).toBe(sent);
  });

  it('of one reader in a short time, and of bots, do not count', async () => {
    const documentId = await publishStory(newsroom, { title: 'Read again and again' });
    expect(await view(documentId, BROWSER)).toEqual({ data: { documentId, views: 1 }, meta: { counted: true } });
    expect(await view(documentId, BROWSER)).toEqual({ data: { documentId, views: 1 }, meta: { counted: false } });
    const bot = { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' };
    expect(await view(documentId, bot)).toEqual({ data: { documentId, views: 1 }, meta: { counted: false } });
    expect((await view(documentId, reader(2))).data.views).toBe(2);
  });

  it('are counted over GraphQL, by the same rules', async () => {
    const documentId = await publishStory(newsroom, { title: 'Read over GraphQL' });
    const mutation = (id: string) => `mutation { recordView(documentId: "${id}") { documentId views counted } }`;
    expect((await newsroom.graphql(mutation(documentId), reader(1))).body.data).toEqual({
      recordView: { documentId, views: 1, counted: true },
    });
    expect(await view(documentId, reader(1))).toEqual({ data: { documentId, views: 1 }, meta: { counted: false } });
    const { body } = await newsroom.graphql(mutation('nothing'), reader(1));
    expect(body.errors[0]).toMatchObject({ message: 'There is no such article', extensions: { error: { name: 'NotFoundError' } } });
  });

  it('belong to published articles alone', async () => {
    const draft = await newsroom.strapi.documents(ARTICLE).create({ data: { title: 'A draft' }, locale: 'en' });
    for (const documentId of [draft.documentId, 'nothing', '%F0%9F%90%BB', 'a'.repeat(200)]) {
      const { status, body } = await newsroom.send('post', `/api/articles/${documentId}/views`, {}, BROWSER);
      expect([status, body]).toEqual([
        404,
        { data: null, error: expect.objectContaining({ status: 404, name: 'NotFoundError' }) as object },
      ]);
    }
  });

  it('are posted', async () => {
    const documentId = await publishStory(newsroom, { title: 'Posted' });
    expect((await newsroom.get(`/api/articles/${documentId}/views`)).status).toBe(405);
    expect((await newsroom.send('post', `/api/articles/${documentId}/views?by=5`, {}, BROWSER)).status).toBe(400);
    expect(await viewsOf(documentId)).toBe(0);
  });
});
