import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { publishUndated } from '../helpers/published-stories';

const ARTICLE = 'api::article.article';
const CATEGORY = 'api::category.category';

interface Feed {
  readonly data: readonly { readonly title: string; readonly documentId: string }[];
  readonly meta: { readonly limit: number; readonly next: string | null; readonly previous: string | null };
}

describe('the feed', () => {
  let newsroom: Newsroom;
  let culture = '';

  const publish = async (title: string, datePublished: string, category?: string, locale = 'en') => {
    const data = {
      title,
      lead: `Lead of ${title}`,
      byline: 'Nina Mayak',
      datePublished,
      ...(category === undefined ? {} : { category }),
    };
    return newsroom.strapi.documents(ARTICLE).create({ data, locale, status: 'published' });
  };

  const read = async (query: string) => {
    const { status, body, text } = await newsroom.get(`/api/feed?locale=en${query}`);
    expect([status, text]).toEqual([200, expect.anything()]);
    return body as unknown as Feed;
  };

  const titles = async (query: string) => (await read(query)).data.map(({ title }) => title);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    culture = (await newsroom.strapi.documents(CATEGORY).create({ data: { name: 'Culture' }, locale: 'en' })).documentId;
    await publishUndated(newsroom, { title: 'Undated', lead: 'Lead of Undated' });
    for (let day = 1; day <= 6; day += 1) {
      await publish(`Day ${day}`, `2021-06-0${day}T06:15:00.000Z`, day % 2 === 0 ? culture : undefined);
    }
    await newsroom.strapi.documents(ARTICLE).create({ data: { title: 'Draft', datePublished: '2022-01-01' }, locale: 'en' });
    await publish('Другой язык', '2022-01-01T00:00:00.000Z', undefined, 'ru');
  });

  afterAll(() => newsroom.stop());

  it('is what is published, newest first, undated last', async () => {
    expect(await titles('')).toEqual(['Day 6', 'Day 5', 'Day 4', 'Day 3', 'Day 2', 'Day 1', 'Undated']);
  });

  it("holds articles in the shape of Strapi's own REST", async () => {
    const [own] = (
      await newsroom.get(
        '/api/articles?locale=en&sort=datePublished:desc&filters[datePublished][$notNull]=true&pagination[limit]=1&populate=category,cover',
      )
    ).body.data as Record<string, unknown>[];
    const [article] = (await read('&limit=1')).data as unknown as Record<string, unknown>[];
    const category = own?.['category'] as Record<string, unknown>;
    expect(Object.keys(article ?? {}).sort()).toEqual(
      ['byline', 'category', 'cover', 'datePublished', 'documentId', 'lead', 'locale', 'slug', 'title', 'views'].sort(),
    );
    const { documentId, name, slug } = category;
    expect(article).toEqual({
      ...Object.fromEntries(Object.keys(article ?? {}).map((key) => [key, own?.[key]])),
      category: { documentId, name, slug },
    });
  });

  it('is paged with cursors, forward and backward', async () => {
    const first = await read('&limit=3');
    expect(first.meta).toEqual({ limit: 3, next: expect.any(String) as string, previous: null });
    const second = await read(`&limit=3&after=${first.meta.next}`);
    expect(second.data.map(({ title }) => title)).toEqual(['Day 3', 'Day 2', 'Day 1']);
    const third = await read(`&limit=3&after=${second.meta.next}`);
    expect([third.data.map(({ title }) => title), third.meta.next]).toEqual([['Undated'], null]);
    expect((await read(`&limit=3&before=${third.meta.previous}`)).data).toEqual(second.data);
    const back = await read(`&limit=3&before=${second.meta.previous}`);
    expect([back.data, back.meta.previous]).toEqual([first.data, null]);
  });

  it('links to the pages beside it', async () => {
    const first = await newsroom.get('/api/feed?locale=en&limit=2&category=culture');
    const { link = '' } = (first as unknown as { headers: Record<string, string> }).headers;
    const [, next = ''] = /^<([^>]+)>; rel="next"$/.exec(link) ?? [];
    expect(next).toMatch(/^\/api\/feed\?locale=en&category=culture&limit=2&after=/);
    expect((await newsroom.get(next)).body.data).toMatchObject([{ title: 'Day 2' }]);
  });

  it('is told by category, by slug or document id', async () => {
    expect(await titles('&category=culture')).toEqual(['Day 6', 'Day 4', 'Day 2']);
    expect(await titles(`&category=${culture}`)).toEqual(['Day 6', 'Day 4', 'Day 2']);
    expect((await newsroom.get('/api/feed?locale=en&category=none')).status).toBe(404);
  });

  it('refuses a cursor that it did not give, or gave for another list', async () => {
    const { next } = (await read('&limit=1')).meta;
    const forged = `${(next ?? '').slice(0, -4)}AAAA`;
    for (const query of [
      `after=${forged}`,
      `after=x`,
      `category=culture&after=${next}`,
      `before=${next}x`,
      `after=${next}&before=${next}`,
    ]) {
      const { status, body } = await newsroom.get(`/api/feed?locale=en&${query}`);
      expect([query, status, body.error]).toMatchObject([query, 400, { name: 'ValidationError' }]);
    }
  });
});
