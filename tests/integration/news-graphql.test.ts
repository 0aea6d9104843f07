import { getIntrospectionQuery } from 'graphql';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { statementsOf as statementsIn } from '../helpers/statements-of';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';

const ARTICLE = 'api::article.article';
const CATEGORY = 'api::category.category';
const PARTNER = 'api::partner-link.partner-link';
const ARTICLES = 22;

describe('the news API over GraphQL', () => {
  let newsroom: Newsroom;
  const ids: string[] = [];

  const ask = async (query: string) => {
    const { status, body, text } = await newsroom.graphql(query);
    expect([status, text]).toEqual([200, expect.not.stringContaining('"errors"')]);
    return body.data as Record<string, object>;
  };

  const refused = async (query: string) => {
    const { status, body } = await newsroom.graphql(query);
    return [status, body.errors[0].extensions.code, body.errors[0].message];
  };

  const statementsOf = (action: () => Promise<unknown>) => statementsIn(newsroom, action);

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const { documents, db } = newsroom.strapi;
    const category = await documents(CATEGORY).create({ data: { name: 'Culture' }, locale: 'en' });
    const file = { name: 'sea.png', url: '/uploads/sea.png', hash: 'sea', ext: '.png', mime: 'image/png', size: 1, provider: 'local' };
    const cover = await rowsOf<{ id: number }>(newsroom.strapi, 'plugin::upload.file').create({
      data: { ...file, width: 640, height: 480 },
    });
    for (let day = 1; day <= ARTICLES; day += 1) {
      const data = {
        title: `Day ${day}`,
        datePublished: `2021-06-${String(day).padStart(2, '0')}T06:15:00.000Z`,
        body: [{ type: 'paragraph', children: [{ type: 'text', text: `Rain ${day}.` }] }] as never,
        ...(day % 2 === 0 ? { category: category.documentId } : {}),
        cover: cover.id,
      };
      ids.push((await documents(ARTICLE).create({ data, locale: 'en', status: 'published' })).documentId);
    }
    await documents(ARTICLE).create({ data: { title: 'Draft', datePublished: '2022-01-01' }, locale: 'en' });
    await db.connection('view_counts').insert({ article: ids[0], views: 7 });
  });

  afterAll(() => newsroom.stop());

  it('has the feed as a connection, paged in both directions', async () => {
    const page = 'edges { cursor node { title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
    const { newsFeed: first } = await ask(`{ newsFeed(locale: "en", first: 2) { ${page} } }`);
    expect(first).toMatchObject({
      edges: [{ node: { title: 'Day 22' } }, { node: { title: 'Day 21' } }],
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
    });
    const { endCursor } = (first as { pageInfo: { endCursor: string } }).pageInfo;
    const { newsFeed: second } = await ask(`{ newsFeed(locale: "en", first: 2, after: "${endCursor}") { ${page} } }`);
    expect(second).toMatchObject({
      edges: [{ node: { title: 'Day 20' } }, { node: { title: 'Day 19' } }],
      pageInfo: { hasPreviousPage: true },
    });
    const { startCursor } = (second as { pageInfo: { startCursor: string } }).pageInfo;
    expect(await ask(`{ newsFeed(locale: "en", last: 2, before: "${startCursor}") { ${page} } }`)).toEqual({ newsFeed: first });
    const { newsFeed: culture } = await ask('{ newsFeed(locale: "en", category: "culture", first: 1) { edges { node { title } } } }');
    expect(culture).toEqual({ edges: [{ node: { title: 'Day 22' } }] });
  });

  it('shares its cursors with REST', async () => {
    const { body } = await newsroom.get('/api/feed?locale=en&limit=2');
    const { next } = body.meta as unknown as { next: string };
    const { newsFeed } = await ask(`{ newsFeed(locale: "en", first: 1, after: "${next}") { edges { node { title } } } }`);
    expect(newsFeed).toEqual({ edges: [{ node: { title: 'Day 20' } }] });
  });

  it('reads a feed of 20 with category, cover and views in at most 4 statements', async () => {
    const fields =
      'documentId title slug lead datePublished byline originalUrl locale createdAt updatedAt publishedAt views category { name slug } cover { url width }';
    const statements = await statementsOf(async () => {
      const { newsFeed } = await ask(`{ newsFeed(locale: "en", first: 20) { edges { node { ${fields} } } } }`);
      const [newest, older] = (newsFeed as { edges: { node: object }[] }).edges.map(({ node }) => node);
      expect(newest).toMatchObject({
        title: 'Day 22',
        views: 0,
        category: { slug: 'culture' },
        cover: { url: '/uploads/sea.png', width: 640 },
      });
      expect(older).toMatchObject({ title: 'Day 21', category: null, publishedAt: expect.stringMatching(/Z$/) as string });
    });
    expect(statements.length).toBeLessThanOrEqual(4);
  });

  it('has articles by slug and most read, and what came before and after', async () => {
    const answer = await ask(`{
      articleBySlug(slug: "day-2", locale: "en") {
        title body next(first: 2) { title body } previous { title } same: next(first: 1, sameCategory: true) { title category { name } }
      }
      nothing: articleBySlug(slug: "nothing", locale: "en") { title }
      mostRead(locale: "en") { title views }
      today: mostRead(locale: "en", days: 1, first: 5) { title }
      articles(locale: "en", sort: "datePublished:asc", pagination: { limit: 1 }) { title next(first: 1) { title } views category { name } }
    }`);
    expect(answer).toEqual({
      articleBySlug: {
        title: 'Day 2',
        body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Rain 2.' }] }],
        next: [
          { title: 'Day 3', body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Rain 3.' }] }] },
          { title: 'Day 4', body: [{ type: 'paragraph', children: [{ type: 'text', text: 'Rain 4.' }] }] },
        ],
        previous: [{ title: 'Day 1' }],
        same: [{ title: 'Day 4', category: { name: 'Culture' } }],
      },
      nothing: null,
      mostRead: [{ title: 'Day 1', views: 7 }],
      today: [],
      articles: [{ title: 'Day 1', next: [{ title: 'Day 2' }], views: 7, category: null }],
    });
  });

  it('looks up what stands below many articles at once', async () => {
    const nested = 'previous(first: 2) { title category { name } } next(first: 2) { title } category { name } cover { url } body views';
    const few = await statementsOf(() => ask(`{ articles(locale: "en", pagination: { limit: 2 }) { title ${nested} } }`));
    const many = await statementsOf(() => ask(`{ articles(locale: "en", pagination: { limit: 20 }) { title ${nested} } }`));
    expect(many.length).toBe(few.length);
  });

  it('looks up the other languages of many documents, and the logos of partners, at once', async () => {
    const { strapi } = newsroom;
    for (const [index, documentId] of ids.slice(0, 6).entries()) {
      const draft = { documentId, locale: 'ru', data: { title: `День ${index}`, datePublished: '2021-06-01T06:15:00.000Z' } };
      await strapi.documents(ARTICLE).update(index === 5 ? draft : { ...draft, status: 'published' });
    }
    const partners = rowsOf(strapi, PARTNER);
    const logo = await rowsOf<{ id: number }>(strapi, 'plugin::upload.file').findOne({});
    for (const name of ['One', 'Two', 'Three']) await partners.create({ data: { documentId: name, name, active: true, logo: logo?.id } });

    const others = 'localizations { locale title } localizations_connection { nodes { title } }';
    const query = (limit: number) => `{
      articles(locale: "en", sort: "datePublished:asc", pagination: { limit: ${limit} }) { title ${others} category { localizations { name } } }
      partnerLinks(sort: "id", pagination: { limit: ${limit} }) { name logo { url } }
    }`;
    const few = await statementsOf(() => ask(query(2)));
    const many = await statementsOf(() => ask(query(20)));
    expect(many.length).toBe(few.length);

    type Answered = Record<'articles' | 'partnerLinks', { title: string; localizations: { locale: string; title: string }[] }[]>;
    const { articles, partnerLinks } = (await ask(query(20))) as Answered;
    expect(articles.slice(0, 7).map(({ localizations }) => localizations)).toEqual([
      ...[0, 1, 2, 3, 4].map((index) => [{ locale: 'ru', title: `День ${index}` }]),
      ...[[], []],
    ]);
    expect(partnerLinks).toEqual(['One', 'Two', 'Three'].map((name) => ({ name, logo: { url: '/uploads/sea.png' } })));

    // What is asked for in an order is answered by Strapi, and is the same.
    const sorted = query(20).replaceAll(/localizations(_connection)? /g, 'localizations$1(sort: "locale") ');
    expect(await ask(sorted)).toEqual({ articles, partnerLinks });
  });

  it.each([
    ['newsFeed(locale: "en", first: 101) { edges { cursor } }', 'BAD_USER_INPUT'],
    ['newsFeed(locale: "en", first: 0) { edges { cursor } }', 'BAD_USER_INPUT'],
    ['newsFeed(locale: "en", after: "x") { edges { cursor } }', 'BAD_USER_INPUT'],
    ['newsFeed(locale: "en", first: 1, last: 1) { edges { cursor } }', 'BAD_USER_INPUT'],
    ['newsFeed(locale: "en", category: "none") { edges { cursor } }', 'STRAPI_NOT_FOUND_ERROR'],
    ['mostRead(locale: "en", days: 2) { title }', 'BAD_USER_INPUT'],
    [`articleBySlug(slug: "${'x'.repeat(10_000)}") { title }`, 'BAD_USER_INPUT'],
    ['articleBySlug(slug: "\\u0000") { title }', 'BAD_USER_INPUT'],
    ['articleBySlug(slug: "\\uD800") { title }', 'GRAPHQL_PARSE_FAILED'],
  ])('refuses %s', async (query, code) => {
    const [status, told] = await refused(`{ ${query} }`);
    expect([told, Number(status) < 500]).toEqual([code, true]);
  });

  it('refuses what would cost too much, at once', async () => {
    const list = 'previous(first: 100) { title }';
    const floods = [
      `{ newsFeed(locale: "en", first: 100) { edges { node { ${list} } } } }`,
      `{ ${Array.from({ length: 130 }, (_, index) => `a${index}: mostRead { title }`).join(' ')} }`,
      `{ newsFeed(locale: "en") { edges { node { ${'previous { '.repeat(6)} title ${'} '.repeat(6)} } } } }`,
      `{ ${'a: mostRead(locale: "en") { title } '.repeat(1000)} }`,
    ];
    const answers: unknown[] = [];
    const statements = await statementsOf(async () => {
      for (const flood of floods) answers.push((await refused(flood)).slice(0, 2));
    });
    const codes = ['QUERY_TOO_COSTLY', 'QUERY_TOO_COSTLY', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'];
    expect(answers).toEqual(codes.map((code) => [400, code]));
    expect(statements.filter((sql) => sql.includes('articles'))).toEqual([]);
  });

  it('tells its schema, however deep that is', async () => {
    expect(await ask(getIntrospectionQuery())).toMatchObject({ __schema: { queryType: { name: 'Query' } } });
  });

  it('answers the same to the same for a moment, and never what is older than a second', async () => {
    const query = '{ mostRead(locale: "en", first: 1) { views } }';
    await ask(query);
    const [one, two] = await Promise.all([ask(query), ask(query)]);
    expect(one).toEqual(two);
    await newsroom.strapi.db.connection('view_counts').where({ article: ids[0] }).update({ views: 8 });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(await ask(query)).toEqual({ mostRead: [{ views: 8 }] });
  });
});
