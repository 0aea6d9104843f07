import { type Newsroom, startNewsroom } from '../helpers/newsroom';

describe('behind two proxies', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    Object.assign(process.env, { PROXIES: '2', SEARCHES_PER_MINUTE: '2', ANSWER_CACHE_MS: '0' });
    newsroom = await startNewsroom();
  });
  afterAll(async () => {
    await newsroom.stop();
    for (const name of ['PROXIES', 'SEARCHES_PER_MINUTE', 'ANSWER_CACHE_MS']) Reflect.deleteProperty(process.env, name);
  });

  it('the address is the second from the right', async () => {
    const search = async (addresses: string) => (await newsroom.get('/api/search?q=harbour', { 'x-forwarded-for': addresses })).status;
    expect(await search('203.0.113.5, 10.0.0.1')).toBe(200);
    expect(await search('198.51.100.1, 203.0.113.5, 10.0.0.2')).toBe(200);
    expect(await search('198.51.100.2, 198.51.100.3, 203.0.113.5, 10.0.0.3')).toBe(429);
    expect(await search('203.0.113.6, 10.0.0.1')).toBe(200);
  });
});
