import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { publishStory } from '../helpers/published-stories';
import { isPostgres } from '../helpers/temporary-database';

const MOST = 5;

describe('the rate limit', () => {
  let newsroom: Newsroom;
  let documentId = '';

  const from = (address: string) => ({ 'x-forwarded-for': address, 'user-agent': 'Mozilla/5.0' });
  const headersOf = (answer: unknown) => (answer as { headers: Record<string, string> }).headers;
  const searchGraphql = (headers: Record<string, string>) =>
    newsroom.graphql('{ searchNews(q: "harbour") { edges { node { title } } } }', headers);

  beforeAll(async () => {
    const limits = { SEARCHES_PER_MINUTE: String(MOST), VIEWS_PER_MINUTE: String(MOST), RATE_LIMIT_SHARED: String(isPostgres) };
    Object.assign(process.env, limits, { IS_PROXIED: 'true', ANSWER_CACHE_MS: '0' });
    newsroom = await startNewsroom();
    documentId = await publishStory(newsroom, { title: 'The harbour' });
  });

  afterAll(async () => {
    await newsroom.stop();
    for (const name of ['SEARCHES_PER_MINUTE', 'VIEWS_PER_MINUTE', 'RATE_LIMIT_SHARED', 'IS_PROXIED'])
      Reflect.deleteProperty(process.env, name);
  });

  it('counts searches by address, over REST and GraphQL together', async () => {
    const reader = from('203.0.113.5');
    for (let count = 1; count < MOST; count += 1) expect((await newsroom.get('/api/search?q=harbour', reader)).status).toBe(200);
    expect((await searchGraphql(reader)).body.data).toEqual({ searchNews: { edges: [{ node: { title: 'The harbour' } }] } });

    const refused = await newsroom.get('/api/search?q=harbour', reader);
    expect([refused.status, refused.body]).toEqual([
      429,
      { data: null, error: { status: 429, name: 'RateLimitError', message: 'Too many requests, please try again later.', details: {} } },
    ]);
    expect(Number(headersOf(refused)['retry-after'])).toBeGreaterThan(0);

    const overGraphql = await searchGraphql(reader);
    expect([overGraphql.status, overGraphql.body.errors[0].extensions.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(headersOf(overGraphql)['retry-after'])).toBeGreaterThan(0);

    expect((await newsroom.get('/api/search?q=harbour', from('203.0.113.6'))).status).toBe(200);
    expect((await newsroom.get('/api/feed', reader)).status).toBe(200);
  });

  it('counts each of a flood of aliases', async () => {
    const fields = Array.from({ length: MOST + 1 }, (_, index) => `a${index}: recordView(documentId: "${documentId}") { views }`);
    const { status } = await newsroom.graphql(`mutation { ${fields.join(' ')} }`, from('203.0.113.7'));
    expect(status).toBe(429);
  });

  it('counts views by address, and addresses of IPv6 by their first 64 bits', async () => {
    const view = (address: string) => newsroom.send('post', `/api/articles/${documentId}/views`, {}, from(address));
    for (let count = 1; count <= MOST; count += 1) expect((await view(`2001:db8:1:2::${count}`)).status).toBe(200);
    expect((await view('2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await view('2001:db8:1:3::1')).status).toBe(200);
  });

  it('believes the address that the proxy has added, and none that a client wrote before it', async () => {
    let forged = 0;
    const behind = (address: string) => from(`198.51.100.${(forged += 1)}, ${address}`);
    const search = async () => (await newsroom.get('/api/search?q=harbour', behind('203.0.113.20'))).status;
    for (let count = 1; count <= MOST; count += 1) expect(await search()).toBe(200);
    expect(await search()).toBe(429);

    const reader = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/141.0' };
    const view = async () => {
      const headers = { ...behind('203.0.113.21'), ...reader };
      return (await newsroom.send('post', `/api/articles/${documentId}/views`, {}, headers)).body.meta;
    };
    expect([await view(), await view()]).toEqual([{ counted: true }, { counted: false }]);

    const signIn = async () => {
      const answer = await newsroom.send('post', '/admin/login', { email: 'a@example.org', password: 'wrong' }, behind('203.0.113.22'));
      return answer.status;
    };
    for (let count = 1; count <= 5; count += 1) expect(await signIn()).toBe(400);
    expect(await signIn()).toBe(429);
  });
});
