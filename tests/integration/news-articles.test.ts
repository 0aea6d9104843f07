import { dayOf, moveWindows } from '../../src/derived/most-read/move-windows';
import { rankerOf } from '../../src/derived/most-read/ranker';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';

const ARTICLE = 'api::article.article';
const CATEGORY = 'api::category.category';

describe('articles by their place', () => {
  let newsroom: Newsroom;
  const ids: string[] = [];

  const titlesOf = async (address: string) => {
    const { status, body, text } = await newsroom.get(address);
    expect([status, text]).toEqual([200, expect.anything()]);
    return (body.data as { title: string }[]).map(({ title }) => title);
  };

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const { documentId: culture } = await newsroom.strapi.documents(CATEGORY).create({ data: { name: 'Culture' }, locale: 'en' });
    const body = [{ type: 'paragraph', children: [{ type: 'text', text: 'Rain.' }] }] as never;
    for (let day = 1; day <= 5; day += 1) {
      const data = { title: `Day ${day}`, datePublished: `2021-06-0${day}T06:15:00.000Z`, body, category: day % 2 === 1 ? culture : null };
      ids.push((await newsroom.strapi.documents(ARTICLE).create({ data, locale: 'en', status: 'published' })).documentId);
    }
    await newsroom.strapi.documents(ARTICLE).create({ data: { title: 'Draft', slug: 'draft' }, locale: 'en' });
  });

  afterAll(() => newsroom.stop());

  it('are found at their address, with their body', async () => {
    const { status, body } = await newsroom.get('/api/articles/slug/day-3?locale=en');
    const own = await newsroom.get(`/api/articles/${ids[2]}?locale=en&populate=category,cover`);
    expect(status).toBe(200);
    expect(own.body.data).toMatchObject({ ...(body.data as object), category: { slug: 'culture' } });
    expect(body.data).toMatchObject({ title: 'Day 3', cover: null, body: [{ type: 'paragraph' }] });
  });

  it.each(['/api/articles/slug/day-3', '/api/articles/slug/nothing?locale=en', '/api/articles/slug/draft?locale=en'])(
    'are not found where there is nothing: %s',
    async (address) => {
      const { status, body } = await newsroom.get(address);
      expect([status, body.data, body.error]).toMatchObject([404, null, { name: 'NotFoundError' }]);
    },
  );

  it('have others before and after them, nearest first', async () => {
    expect(await titlesOf(`/api/articles/${ids[2]}/previous`)).toEqual(['Day 2', 'Day 1']);
    expect(await titlesOf(`/api/articles/${ids[2]}/next?limit=1&locale=en`)).toEqual(['Day 4']);
    expect(await titlesOf(`/api/articles/${ids[2]}/next`)).toEqual(['Day 4', 'Day 5']);
    expect(await titlesOf(`/api/articles/${ids[2]}/previous?category=same`)).toEqual(['Day 1']);
    expect(await titlesOf(`/api/articles/${ids[1]}/next?category=same`)).toEqual([]);
    expect(await titlesOf(`/api/articles/${ids[0]}/previous`)).toEqual([]);
    expect((await newsroom.get('/api/articles/nothing/previous')).status).toBe(404);
    expect((await newsroom.get(`/api/articles/${ids[0]}/next?locale=ru`)).status).toBe(404);
  });

  it('are ranked by how often they were read, over spans of days', async () => {
    const { connection } = newsroom.strapi.db;
    const today = dayOf(Date.now());
    const read = async (index: number, day: number, views: number) => {
      await connection('views_by_day').insert({ article: ids[index], day, views });
      const count = await connection('view_counts').where({ article: ids[index] }).first<{ id: number; views: number } | undefined>();
      if (count === undefined) await connection('view_counts').insert({ article: ids[index], views });
      else
        await connection('view_counts')
          .where({ id: count.id })
          .update({ views: count.views + views });
    };
    await read(0, today, 3);
    await read(1, today, 5);
    await read(2, today - 3, 10);
    await read(3, today - 20, 20);
    await read(0, today - 29, 30);
    await connection('view_counts').insert({ article: ids[4], views: 100 });
    const ranked = async (days: string) => titlesOf(`/api/articles/most-read?locale=en&days=${days}`);
    expect(await ranked('1')).toEqual(['Day 2', 'Day 1']);
    expect(await ranked('7')).toEqual(['Day 3', 'Day 2', 'Day 1']);
    expect(await ranked('30')).toEqual(['Day 1', 'Day 4', 'Day 3', 'Day 2']);
    expect(await ranked('all')).toEqual(['Day 5', 'Day 1', 'Day 4', 'Day 3', 'Day 2']);
    expect((await newsroom.get('/api/articles/most-read?locale=en&limit=1')).body.data).toMatchObject([{ title: 'Day 5', views: 100 }]);

    await newsroom.strapi.documents(ARTICLE).unpublish({ documentId: ids[3] ?? '', locale: 'en' });
    await newsroom.strapi.documents(ARTICLE).publish({ documentId: ids[0] ?? '', locale: 'en' });
    await moveWindows(newsroom.strapi, today + 1);
    await rankerOf(newsroom.strapi).finish();
    const rows = await connection('most_read').where({ days: 30 }).orderBy('views').select('document_id', 'views');
    expect(rows.map((row: { document_id: string; views: unknown }) => [row.document_id, Number(row.views)])).toEqual([
      [ids[0], 3],
      [ids[1], 5],
      [ids[2], 10],
    ]);
    expect(await connection('most_read').where({ days: 1 })).toEqual([]);
  });
});
