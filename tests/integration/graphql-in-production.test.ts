import { type Newsroom, startNewsroom } from '../helpers/newsroom';

describe('GraphQL in production', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await startNewsroom({ mode: 'production' });
  });
  afterAll(() => newsroom.stop());

  it.each([
    '{ artciles { title } }',
    '{ articles { titel } }',
    '{ articles { catgory { name } } }',
    '{ articles(locle: "en") { title } }',
    '{ articles(status: DRAFTS) { title } }',
    '{ articles(filters: { titel: { eq: "a" } }) { title } }',
    '{ articles(filters: { title: { eqq: "a" } }) { title } }',
    '{ articles { ... on Articel { title } } }',
    '{ articles }',
    'query ($status: PublicationStatsu) { articles(status: $status) { title } }',
    'mutation { recordVeiw(documentId: "a") { views } }',
  ])('names nothing that was not asked for: %s', async (query) => {
    const { status, text } = await newsroom.graphql(query);
    expect([status, text]).toEqual([400, expect.stringContaining('"message":')]);
    expect(text).not.toMatch(/did you mean/i);
  });

  it('names nothing that was not asked for where a variable is wrong', async () => {
    for (const variables of [{ status: 'DRAFTS' }, { filters: { titel: { eq: 'a' } } }]) {
      const query =
        'query ($status: PublicationStatus, $filters: ArticleFiltersInput) { articles(status: $status, filters: $filters) { title } }';
      const { status, text } = await newsroom.send('post', '/graphql', { query, variables });
      expect([status, text]).toEqual([400, expect.stringContaining('got invalid value')]);
      expect(text).not.toMatch(/did you mean|DRAFT"|title\b/i);
    }
  });

  it('does not tell its schema', async () => {
    const { status, text } = await newsroom.graphql('{ __schema { types { name } } }');
    expect(status).toBe(400);
    expect(text).not.toContain('Article');
  });

  it('has no page for browsers', async () => {
    const { status, text } = await newsroom.get('/graphql', { accept: 'text/html' });
    expect(status).toBe(400);
    expect(text).not.toMatch(/<html|sandbox/i);
  });
});
