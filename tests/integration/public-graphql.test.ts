import { apiToken } from '../helpers/api-token';
import { SECRET, usePublicNewsroom } from '../helpers/public-newsroom';

describe('what the public sees over GraphQL', () => {
  const open = usePublicNewsroom();

  const ARGUMENTS = ['status: DRAFT', 'status: DRAFT, publicationFilter: NEVER_PUBLISHED', 'hasPublishedVersion: false, status: DRAFT'];

  it('is what is published', async () => {
    const { body } = await open.newsroom.graphql('{ articles(locale: "en") { title views category { name } cover { url } } }');
    expect(body.data).toEqual({ articles: [{ title: 'For all to read', views: 0, category: { name: 'Culture' }, cover: null }] });
  });

  it.each(ARGUMENTS)('holds no draft with %s', async (args) => {
    const fields = 'title localizations { title } localizations_connection { nodes { title } } category { name localizations { name } }';
    for (const locale of ['en', 'ru', '*']) {
      const answer = await open.newsroom.graphql(`{
        many: articles(${args}, locale: "${locale}") { ${fields} }
        connected: articles_connection(${args}, locale: "${locale}") { nodes { ${fields} } }
        one: article(documentId: "${open.published}", ${args}, locale: "${locale}") { ${fields} }
      }`);
      expect(answer.text).not.toContain(SECRET);
      expect(answer.status).toBeLessThan(500);
    }
  });

  it.each(['UNMODIFIED', 'MODIFIED', 'NEVER_PUBLISHED'])('does not tell with %s which articles have drafts', async (mode) => {
    const { body } = await open.newsroom.graphql(`{ articles(publicationFilter: ${mode}, locale: "en") { title } }`);
    expect(body.data).toEqual({ articles: [{ title: 'For all to read' }] });
  });

  it.each([
    'articles(filters: { localizations: { title: { startsWith: "Never" } } }) { title }',
    'articles { cover { related { __typename } } }',
    'viewCounts { views }',
    'importerItems { page }',
  ])('has no field for %s', async (query) => {
    const { status, body } = await open.newsroom.graphql(`{ ${query} }`);
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });

  it.each([
    'articles(sort: "localizations.title:asc") { title }',
    'articles_connection(sort: ["localizations.title:desc"]) { nodes { title } }',
    'articles(locale: "en") { localizations(sort: "localizations.title") { title } }',
    'articles(locale: "en") { category { localizations_connection(sort: "localizations.name") { nodes { name } } } }',
    'articles(sort: ["title", "slug", "lead", "byline", "locale", "title:desc"]) { title }',
  ])('is not sorted by what drafts hold, nor by more than a list needs: %s', async (query) => {
    const { body } = await open.newsroom.graphql(`{ ${query} }`);
    expect(body.errors[0].message).toMatch(/^sort /);
  });

  it.each([
    'articles(pagination: null) { title }',
    'articles(filters: { title: { between: ["a"] } }) { title }',
    'articles(filters: { title: { or: ["a", "b"] } }) { title }',
    'articles(filters: { and: [{ not: { slug: { and: [null] } } }] }) { title }',
    'articles_connection(filters: { category: { name: { between: [] } } }) { nodes { title } }',
    'articles(filters: { title: { contains: "\\u0000" } }) { title }',
    'article(documentId: "\\u0000") { title }',
    'articles(locale: "en") { localizations(pagination: null) { title } }',
  ])('is not asked for what no list is asked for: %s', async (query) => {
    const { body } = await open.newsroom.graphql(`{ ${query} }`);
    expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
  });

  it('does not tell what went wrong inside', async () => {
    const { body, text } = await open.newsroom.graphql('{ articles(pagination: null) { title } }', await apiToken(open.newsroom));
    expect(body.errors[0]).toMatchObject({ message: 'Internal Server Error', extensions: { code: 'INTERNAL_SERVER_ERROR' } });
    expect(text).not.toContain('Cannot read');
  });

  it.each(['forgotPassword(email: "a@example.org") { ok }', 'login(input: { identifier: "a", password: "b" }) { jwt }'])(
    'has no accounts: %s',
    async (mutation) => {
      const { body } = await open.newsroom.graphql(`mutation { ${mutation} }`);
      expect(body.errors[0].extensions.code).toBe('FORBIDDEN');
    },
  );

  it('holds active partners only', async () => {
    for (const query of ['partnerLinks', 'partnerLinks(filters: { active: { eq: false } })', 'partnerLinks_connection']) {
      const fields = query.endsWith('connection') ? 'nodes { name }' : 'name';
      expect((await open.newsroom.graphql(`{ ${query} { ${fields} } }`)).text).not.toContain('Hidden');
    }
  });

  it('changes nothing: there are no mutations of the news', async () => {
    const { body } = await open.newsroom.graphql('mutation { createArticle(data: { title: "x" }) { title } }');
    expect(body.errors[0].extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('is refused when it asks too deep', async () => {
    const deep = 'localizations { '.repeat(10) + 'title' + ' }'.repeat(10);
    const { status, body } = await open.newsroom.graphql(`{ articles { ${deep} } }`);
    expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('exceeds maximum operation depth')]);
  });

  it('holds at most 100 entries, whatever is asked', async () => {
    const { body } = await open.newsroom.graphql('{ articles_connection(pagination: { pageSize: 100000 }) { pageInfo { pageSize } } }');
    expect(body.data).toEqual({ articles_connection: { pageInfo: { pageSize: 100 } } });
  });

  it('looks up the views of all articles of a request at once', async () => {
    const queries: string[] = [];
    const listen = ({ sql }: { sql: string }) => queries.push(sql);
    open.newsroom.strapi.db.connection.on('query', listen);
    await open.newsroom.graphql('{ a: articles(locale: "en") { views } b: articles(locale: "en") { views } }');
    open.newsroom.strapi.db.connection.off('query', listen);
    expect(queries.filter((sql) => sql.includes('view_counts'))).toHaveLength(1);
  });

  it('includes drafts for the holder of an API token', async () => {
    const answer = await open.newsroom.graphql('{ articles(status: DRAFT, locale: "en") { title } }', await apiToken(open.newsroom));
    expect(answer.text).toContain(SECRET);
  });
});
