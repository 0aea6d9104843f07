import supertest from 'supertest';
import { apiToken } from '../helpers/api-token';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { panelLogin } from '../helpers/panel-login';

const ZERO = 'a\u0000b';
const HALF = 'a \ud83d b';

/** A body with one paragraph, whose text is odd. */
const blocks = (text: string) => [
  {
    type: 'paragraph',
    children: [
      { type: 'text', text: 'Rain.' },
      { type: 'link', url: 'https://a.example', children: [{ type: 'text', text }] },
    ],
  },
];

describe.each([
  ['a zero byte', ZERO],
  ['half of a character', HALF],
])('a text with %s', (_what, text) => {
  let newsroom: Newsroom;
  let token: Record<string, string>;
  let admin: Record<string, string>;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    token = await apiToken(newsroom);
    admin = await panelLogin(newsroom);
  });
  afterAll(() => newsroom.stop());

  const refused = (field: string): unknown[] => [400, expect.stringContaining('ValidationError'), expect.stringContaining(field)];
  const told = ({ status, body }: { status: number; body: { error: { message: string; name?: string } } }) => [
    status,
    body.error.name,
    body.error.message,
  ];

  const FIELDS: readonly (readonly [path: string, data: object, field: string])[] = [
    ['articles', { title: text }, 'title'],
    ['articles', { title: 'Rain', lead: text }, 'lead'],
    ['articles', { title: 'Rain', slug: text }, 'slug'],
    ['articles', { title: 'Rain', body: blocks(text) }, 'body.0.children.1.children.0.text'],
    ['articles', { title: 'Rain', body: [{ type: 'paragraph', children: [], [text]: 1 }] }, 'body.0.a'],
    ['articles', { title: 'Rain', locale: text }, 'locale'],
    ['articles', { title: 'Rain', category: { connect: [text] } }, 'category.connect.0'],
    ['categories', { name: text }, 'name'],
    ['partner-links', { name: 'Mayak', url: text }, 'url'],
  ];

  it.each(FIELDS)('is refused over REST: %s %#', async (path, data, field) => {
    const answer = await newsroom.send('post', `/api/${path}`, { data }, token);
    expect(told(answer)).toEqual(refused(field));
    const { details } = answer.body.error as unknown as { details: { errors: { path: string[] }[] } };
    expect(details.errors[0]?.path.join('.')).toContain(field);
  });

  it.each(FIELDS)('is refused in the panel: %s %#', async (path, data, field) => {
    const uid = { articles: 'article', categories: 'category', 'partner-links': 'partner-link' }[path] ?? '';
    expect(told(await newsroom.send('post', `/content-manager/collection-types/api::${uid}.${uid}`, data, admin))).toEqual(refused(field));
  });

  it('is refused in the texts of the site, over REST and in the panel', async () => {
    expect(told(await newsroom.send('put', '/api/site', { data: { slogan: text } }, token))).toEqual(refused('slogan'));
    expect(told(await newsroom.send('put', '/content-manager/single-types/api::site.site', { slogan: text }, admin))).toEqual(
      refused('slogan'),
    );
  });

  it.each([
    ['post', '/importer/imports', { paths: [text], locale: text }],
    ['post', '/importer/previews', { paths: ['seeds'], timeZone: text }],
    ['put', '/importer/partners/order', { documentIds: [text] }],
    ['post', '/admin/login', { password: 'Correct-horse-1', email: text }],
    ['put', '/admin/users/me', { firstname: text }],
  ] as const)('is refused by other routes of the panel: %s %s', async (method, path, body) => {
    expect(told(await newsroom.send(method, path, body, admin))).toEqual(refused(Object.keys(body).at(-1) ?? ''));
  });

  it('is refused in the parts of a form', async () => {
    const form = supertest(newsroom.strapi.server.httpServer).post('/api/upload').set(token);
    const answer = await form
      .field('fileInfo', JSON.stringify({ name: 'a.txt', caption: text }))
      .attach('files', Buffer.from('a'), 'a.txt');
    expect(told(answer as unknown as Parameters<typeof told>[0])).toEqual(refused('fileInfo.caption'));
  });

  it('is refused in what GraphQL is asked', async () => {
    const query = 'query ($filters: ArticleFiltersInput) { articles(filters: $filters) { title } }';
    const variables = { filters: { title: { in: ['a', text] } } };
    for (const headers of [{}, token]) {
      const { status, body } = await newsroom.send('post', '/graphql', { query, variables }, headers);
      const { errors } = body as unknown as { errors: { message: string; extensions: { code: string } }[] };
      expect([status, errors[0]?.extensions.code, errors[0]?.message]).toEqual([
        400,
        'BAD_USER_INPUT',
        expect.stringContaining('filters.title.in.1'),
      ]);
    }
  });
});

describe('a zero byte', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it.each([
    'articles?filters[title][$contains]=a%00',
    'articles?locale=%00',
    'articles?filters[category][name]=%00',
    'feed?category=%00',
    'articles?sort=%00',
  ])('is refused in parameters, for whoever asks: %s', async (address) => {
    for (const headers of [{}, await apiToken(newsroom)]) {
      const { status, body } = await newsroom.get(`/api/${address}`, headers);
      const name = address.slice(address.indexOf('?') + 1, address.lastIndexOf('='));
      expect([status, body.error.message]).toEqual([400, expect.stringContaining(name)]);
    }
  });

  it.each(['articles(filters: { title: { contains: "\\u0000" } }) { title }', 'article(documentId: "\\u0000") { title }'])(
    'is refused in a query of GraphQL, for whoever asks: %s',
    async (query) => {
      for (const headers of [{}, await apiToken(newsroom)]) {
        const { status, body } = await newsroom.graphql(`{ ${query} }`, headers);
        expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
      }
    },
  );
});
