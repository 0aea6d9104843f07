import { type Newsroom, startNewsroom } from '../helpers/newsroom';

const ARTICLE = 'api::article.article';
const SECRET = 'Never to be read';

/** What a request can say to be shown a draft. */
const DRAFT_QUERIES = [
  'status=draft',
  'publicationFilter=never-published',
  'publicationFilter=modified&status=draft',
  'publicationFilter=never-published-document&status=draft',
  'hasPublishedVersion=false&status=draft',
  'filters[publishedAt][$null]=true&status=draft',
];

const REFUSED_QUERIES = [
  'populate=createdBy',
  'populate[localizations][populate]=*',
  'populate[category][populate]=localizations',
  'populate[category][filters][name]=x',
  'populate[cover][populate]=related',
  'populate=category.localizations',
  'populate[localizations][filters][title][$startsWith]=Never',
  'filters[localizations][title][$startsWith]=Never',
  'filters[$or][0][localizations][title][$startsWith]=Never',
  'filters[category][localizations][name]=x',
  'sort=localizations.title:asc',
  'sort[localizations][title]=asc',
  'unknown=1',
  'filters[nothing]=1',
];

describe('what the public sees', () => {
  let newsroom: Newsroom;
  let published: string;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    const { documents } = newsroom.strapi;
    const category = await documents('api::category.category').create({ data: { name: 'Culture' }, locale: 'en' });
    const data = { title: 'For all to read', datePublished: '2021-06-05T06:15:00.000Z', category: category.documentId };
    const article = await documents(ARTICLE).create({ data, locale: 'en', status: 'published' });
    published = article.documentId;
    // Three drafts: of its own, behind a published article, and in another language of a published article.
    await documents(ARTICLE).create({ data: { title: `${SECRET} 1`, category: category.documentId }, locale: 'en' });
    await documents(ARTICLE).update({ documentId: published, locale: 'en', data: { title: `${SECRET} 2` } });
    await documents(ARTICLE).update({ documentId: published, locale: 'ru', data: { title: `${SECRET} 3` } });
    for (const [name, active] of [
      ['Seen', true],
      ['Hidden', false],
    ] as const) {
      await documents('api::partner-link.partner-link').create({ data: { name, active } });
    }
  });

  afterAll(() => newsroom.stop());

  const tokenHeaders = async () => {
    const tokens = newsroom.strapi.service('admin::api-token') as { create(token: object): Promise<{ accessKey: string }> };
    const { accessKey } = await tokens.create({ name: `t${Date.now()}`, description: '', type: 'full-access', lifespan: null });
    return { authorization: `Bearer ${accessKey}` };
  };

  describe('over REST', () => {
    it('is what is published', async () => {
      const { status, body } = await newsroom.http.get('/api/articles?locale=en&populate=*');
      expect(status).toBe(200);
      expect(body.data).toMatchObject([{ title: 'For all to read', category: { name: 'Culture' }, cover: null, views: 0 }]);
    });

    it.each(DRAFT_QUERIES)('holds no draft with %s', async (query) => {
      for (const path of ['/api/articles', `/api/articles/${published}`]) {
        for (const more of ['', '&populate=*', '&populate=localizations', '&locale=ru', '&locale=*', '&locale=en']) {
          const answer = await newsroom.http.get(`${path}?${query}${more}`);
          expect(answer.text).not.toContain(SECRET);
          expect(answer.status).toBeLessThan(500);
        }
      }
    });

    it.each(['populate=localizations', 'populate[localizations][fields][0]=title', 'populate[0]=localizations', 'populate=*'])(
      'holds no draft of another language with %s',
      async (query) => {
        for (const path of ['/api/articles', `/api/articles/${published}`]) {
          const answer = await newsroom.http.get(`${path}?locale=en&${query}`);
          expect(answer.status).toBe(200);
          expect(answer.text).not.toContain(SECRET);
        }
      },
    );

    it.each(['publicationFilter=modified', 'publicationFilter=unmodified', 'publicationFilter=never-published', 'hasPublishedVersion=false'])(
      'does not tell with %s which articles have drafts',
      async (query) => {
        const plain = await newsroom.http.get('/api/articles?locale=en');
        expect((await newsroom.http.get(`/api/articles?locale=en&${query}`)).body).toEqual(plain.body);
      },
    );

    it.each(REFUSED_QUERIES)('is refused as 400 with %s', async (query) => {
      const answer = await newsroom.http.get(`/api/articles?locale=en&${query}`);
      expect([answer.status, answer.body.data]).toEqual([400, null]);
      expect(answer.body.error).toMatchObject({ status: 400, name: 'ValidationError' });
    });

    it('takes the fields, filters and sort orders of the model', async () => {
      const query =
        'fields=title,views&filters[category][name]=Culture&sort=category.name:asc,datePublished:desc&populate[category][fields][0]=name';
      const { status, body } = await newsroom.http.get(`/api/articles?locale=en&${query}`);
      expect([status, body.data]).toMatchObject([200, [{ title: 'For all to read', views: 0, category: { name: 'Culture' } }]]);
      expect(body.data[0]).not.toHaveProperty('lead');
    });

    it('leaves views out where fields are chosen without it', async () => {
      const { body } = await newsroom.http.get(`/api/articles/${published}?locale=en&fields=title`);
      expect(body.data).not.toHaveProperty('views');
    });

    it('holds at most 100 entries, whatever is asked', async () => {
      const { body } = await newsroom.http.get('/api/articles?pagination[pageSize]=100000');
      expect(body.meta.pagination.pageSize).toBe(100);
      const limited = await newsroom.http.get('/api/articles?pagination[limit]=-1');
      expect(limited.body.meta.pagination.limit).toBeLessThanOrEqual(100);
    });

    it('holds active partners only', async () => {
      for (const query of ['', '?filters[active]=false', '?filters[$or][0][active]=false&filters[$or][1][active]=true']) {
        expect((await newsroom.http.get(`/api/partner-links${query}`)).text).not.toContain('Hidden');
      }
    });

    it.each([
      ['post', '/api/articles'],
      ['put', '/api/articles/x'],
      ['delete', '/api/articles/x'],
      ['post', '/api/categories'],
      ['put', '/api/site'],
      ['get', '/api/upload/files'],
      ['get', '/api/users'],
      ['get', '/api/i18n/locales'],
      ['get', '/api/view-counts'],
      ['get', '/api/importer/items'],
      ['post', '/api/auth/local/register'],
    ] as const)('does not include %s %s', async (method, path) => {
      const answer = await newsroom.http[method](path).send({
        data: { title: 'x' },
        username: 'x',
        email: 'x@example.org',
        password: 'secret1',
      });
      expect([400, 403, 404, 405]).toContain(answer.status);
    });

    it('lets no one register, not even a role that may call the route', async () => {
      const { id } = (await newsroom.strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } })) as {
        id: number;
      };
      const data = { action: 'plugin::users-permissions.auth.register', role: id };
      const permission = await newsroom.strapi.db.query('plugin::users-permissions.permission').create({ data });
      const user = { username: 'reader', email: 'reader@example.org', password: 'secret-1' };
      const answer = await newsroom.http.post('/api/auth/local/register').send(user);
      await newsroom.strapi.db.query('plugin::users-permissions.permission').delete({ where: { id: permission.id } });
      expect([answer.status, answer.body.error.message]).toEqual([400, 'Register action is currently disabled']);
    });

    it('grants the public role these actions and no others', async () => {
      const where = { role: { type: 'public' } };
      const granted: { action: string }[] = await newsroom.strapi.db.query('plugin::users-permissions.permission').findMany({ where });
      expect(granted.map(({ action }) => action).sort()).toEqual([
        'api::article.article.find',
        'api::article.article.findOne',
        'api::category.category.find',
        'api::category.category.findOne',
        'api::partner-link.partner-link.find',
        'api::partner-link.partner-link.findOne',
        'api::site.site.find',
      ]);
    });

    it('includes drafts for the holder of an API token, such as a preview', async () => {
      const answer = await newsroom.http.get('/api/articles?status=draft&locale=en').set(await tokenHeaders());
      expect(answer.text).toContain(SECRET);
    });
  });

  describe('over GraphQL', () => {
    const ARGUMENTS = ['status: DRAFT', 'status: DRAFT, publicationFilter: NEVER_PUBLISHED', 'hasPublishedVersion: false, status: DRAFT'];

    it('is what is published', async () => {
      const { body } = await newsroom.graphql('{ articles(locale: "en") { title views category { name } cover { url } } }');
      expect(body.data.articles).toEqual([{ title: 'For all to read', views: 0, category: { name: 'Culture' }, cover: null }]);
    });

    it.each(ARGUMENTS)('holds no draft with %s', async (args) => {
      const fields = 'title localizations { title } localizations_connection { nodes { title } } category { name localizations { name } }';
      for (const locale of ['en', 'ru', '*']) {
        const answer = await newsroom.graphql(`{
          many: articles(${args}, locale: "${locale}") { ${fields} }
          connected: articles_connection(${args}, locale: "${locale}") { nodes { ${fields} } }
          one: article(documentId: "${published}", ${args}, locale: "${locale}") { ${fields} }
        }`);
        expect(answer.text).not.toContain(SECRET);
        expect(answer.status).toBeLessThan(500);
      }
    });

    it.each(['UNMODIFIED', 'MODIFIED', 'NEVER_PUBLISHED'])('does not tell with %s which articles have drafts', async (mode) => {
      const { body } = await newsroom.graphql(`{ articles(publicationFilter: ${mode}, locale: "en") { title } }`);
      expect(body.data).toEqual({ articles: [{ title: 'For all to read' }] });
    });

    it.each([
      'articles(filters: { localizations: { title: { startsWith: "Never" } } }) { title }',
      'articles { cover { related { __typename } } }',
      'viewCounts { views }',
      'importerItems { page }',
    ])('has no field for %s', async (query) => {
      const { status, body } = await newsroom.graphql(`{ ${query} }`);
      expect([status, body.errors[0].extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    });

    it('holds active partners only', async () => {
      for (const query of ['partnerLinks', 'partnerLinks(filters: { active: { eq: false } })', 'partnerLinks_connection']) {
        const fields = query.endsWith('connection') ? 'nodes { name }' : 'name';
        expect((await newsroom.graphql(`{ ${query} { ${fields} } }`)).text).not.toContain('Hidden');
      }
    });

    it('changes nothing: there are no mutations of the news', async () => {
      const { body } = await newsroom.graphql('mutation { createArticle(data: { title: "x" }) { title } }');
      expect(body.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    });

    it('is refused when it asks too deep', async () => {
      const deep = 'localizations { '.repeat(10) + 'title' + ' }'.repeat(10);
      const { status, body } = await newsroom.graphql(`{ articles { ${deep} } }`);
      expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('exceeds maximum operation depth')]);
    });

    it('holds at most 100 entries, whatever is asked', async () => {
      const { body } = await newsroom.graphql('{ articles_connection(pagination: { pageSize: 100000 }) { pageInfo { pageSize } } }');
      expect(body.data.articles_connection.pageInfo.pageSize).toBe(100);
    });

    it('looks up the views of all articles of a request at once', async () => {
      const queries: string[] = [];
      const listen = ({ sql }: { sql: string }) => queries.push(sql);
      newsroom.strapi.db.connection.on('query', listen);
      await newsroom.graphql('{ a: articles(locale: "en") { views } b: articles(locale: "en") { views } }');
      newsroom.strapi.db.connection.off('query', listen);
      expect(queries.filter((sql) => sql.includes('view_counts'))).toHaveLength(1);
    });

    it('includes drafts for the holder of an API token', async () => {
      const answer = await newsroom.graphql('{ articles(status: DRAFT, locale: "en") { title } }', await tokenHeaders());
      expect(answer.text).toContain(SECRET);
    });
  });
});
