import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import supertest from 'supertest';
import { rowsOf } from '../../src/plugins/importer/server/src/database/rows';
import { apiToken } from '../helpers/api-token';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';

const ARTICLE = 'api::article.article';
const FEED = '/api/feed?locale=en';

interface Whole {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const BAD_ADDRESSES = [
  '/api/feed?unknown=1',
  '/api/feed?limit=0',
  '/api/feed?limit=101',
  '/api/feed?limit=1.5',
  '/api/feed?limit=99999999999999999999',
  '/api/feed?limit=',
  '/api/feed?limit=1&limit=2',
  '/api/feed?locale=..%2F',
  '/api/feed?locale[]=en',
  '/api/feed?category=%00',
  '/api/feed?after=',
  `/api/feed?category=${'x'.repeat(256)}`,
  `/api/feed?category=${'x'.repeat(10_000)}`,
  '/api/feed?__proto__=1',
  '/api/articles/slug/%00',
  '/api/articles/%00',
  '/api/articles/slug/%E0%A4%A',
  '/api/articles/slug/%ED%A0%80',
  '/api/articles/x/previous?documentId=y',
  '/api/articles/x/previous?category=culture',
  '/api/articles/most-read?days=2',
  '/api/articles/most-read?days[]=1',
  '/api/openapi.json?x=1',
];

describe('the news API over HTTP', () => {
  let newsroom: Newsroom;
  const logged: unknown[] = [];

  const send = async (method: 'get' | 'head' | 'options' | 'post' | 'delete' | 'patch', address: string, headers = {}): Promise<Whole> => {
    const http = supertest(newsroom.strapi.server.httpServer);
    const request = http[method](address).set({ 'Accept-Encoding': 'identity', ...headers });
    const answer = await request.buffer(true).parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => done(null, Buffer.concat(parts)));
    });
    return answer;
  };
  const textOf = ({ body }: Whole) => (Buffer.isBuffer(body) ? body.toString() : '');

  beforeAll(async () => {
    newsroom = await startNewsroom();
    newsroom.strapi.log.on('data', (entry: { level: string }) => (entry.level === 'error' ? logged.push(entry) : undefined));
    for (let day = 1; day <= 9; day += 1) {
      const data = { title: `Day ${day}`, lead: 'It rained on the harbour.', datePublished: `2021-06-0${day}T06:15:00.000Z` };
      await newsroom.strapi.documents(ARTICLE).create({ data, locale: 'en', status: 'published' });
    }
  });

  afterAll(() => newsroom.stop());

  it('lets answers be kept, and sends none twice', async () => {
    const { headers, status } = await send('get', FEED);
    expect(status).toBe(200);
    expect(headers['cache-control']).toMatch(/^public, max-age=\d+, stale-while-revalidate=\d+$/);
    expect(headers['vary']).toMatch(/Accept-Encoding/);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const again = await send('get', FEED, { 'If-None-Match': headers['etag'] });
    expect([again.status, textOf(again), again.headers['etag']]).toEqual([304, '', headers['etag']]);
    expect((await send('get', FEED, { 'If-None-Match': 'W/"other"' })).status).toBe(200);
  });

  it('compresses', async () => {
    const plain = textOf(await send('get', FEED));
    const gzip = await send('get', FEED, { 'Accept-Encoding': 'gzip' });
    const brotli = await send('get', FEED, { 'Accept-Encoding': 'gzip, br' });
    expect([gzip.headers['content-encoding'], brotli.headers['content-encoding']]).toEqual(['gzip', 'br']);
    // The client of the tests unpacks by itself what its Node knows.
    const unpack = ({ body }: Whole, by: (packed: Buffer) => Buffer) => (body.toString().startsWith('{') ? body : by(body)).toString();
    expect([unpack(gzip, gunzipSync), unpack(brotli, brotliDecompressSync)]).toEqual([plain, plain]);
  });

  it("compresses Strapi's own answers too", async () => {
    const { headers } = await send('get', '/api/articles?locale=en', { 'Accept-Encoding': 'br' });
    expect([headers['content-encoding'], headers['vary']]).toEqual(['br', expect.stringContaining('Accept-Encoding')]);
  });

  it('answers HEAD and OPTIONS', async () => {
    const get = await send('get', FEED);
    const head = await send('head', FEED);
    expect([head.status, textOf(head)]).toEqual([200, '']);
    for (const name of ['etag', 'content-length', 'content-type', 'cache-control']) expect(head.headers[name]).toBe(get.headers[name]);
    const options = await send('options', FEED);
    expect([options.status, options.headers['allow']]).toEqual([204, 'GET, HEAD, OPTIONS']);
    const preflight = await send('options', FEED, { Origin: 'https://reader.example', 'Access-Control-Request-Method': 'GET' });
    expect([preflight.status, preflight.headers['access-control-allow-origin']]).toEqual([204, 'https://reader.example']);
  });

  it.each(['post', 'delete', 'patch'] as const)('refuses %s', async (method) => {
    for (const address of [FEED, '/api/articles/slug/x', '/api/articles/most-read', '/api/openapi.json']) {
      const answer = await send(method, address);
      expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect(JSON.parse(textOf(answer))).toMatchObject({ data: null, error: { status: 405, name: 'MethodNotAllowedError' } });
    }
  });

  it.each(BAD_ADDRESSES)('refuses %s', async (address) => {
    const answer = await send('get', address);
    expect([answer.status, textOf(answer)]).toEqual([400, expect.stringContaining('"data":null')]);
    expect(JSON.parse(textOf(answer))).toMatchObject({ error: { status: 400, name: 'ValidationError' } });
    expect(logged).toEqual([]);
  });

  it.each([
    ['multipart/form-data', 'x'],
    ['multipart/form-data; boundary=x', 'x'],
    ['application/json', '{'],
  ])('refuses a body of %s that can not be read', async (type, body) => {
    for (const address of ['/api/articles', '/api/auth/local', '/graphql']) {
      const answer = await supertest(newsroom.strapi.server.httpServer).post(address).set('Content-Type', type).send(body);
      expect([address, answer.status]).toEqual([address, 400]);
    }
    expect(logged).toEqual([]);
  });

  it('is not older than a second', async () => {
    await send('get', FEED);
    const data = { title: 'Just in', datePublished: '2021-07-01T06:15:00.000Z' };
    const { documentId } = await newsroom.strapi.documents(ARTICLE).create({ data, locale: 'en', status: 'published' });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(textOf(await send('get', FEED))).toContain('Just in');
    await newsroom.strapi.documents(ARTICLE).delete({ documentId, locale: '*' });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(textOf(await send('get', FEED))).not.toContain('Just in');
  });

  it('is closed with the permission of the public role, but for who has a token', async () => {
    const permissions = rowsOf<{ id: number }>(newsroom.strapi, 'plugin::users-permissions.permission');
    const where = { action: 'api::article.article.find', role: { type: 'public' } };
    const granted = await permissions.findOne({ where });
    await permissions.deleteMany({ where: { id: granted?.id } });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const answer = await send('get', FEED);
    expect([answer.status, JSON.parse(textOf(answer))]).toMatchObject([403, { data: null, error: { name: 'ForbiddenError' } }]);
    expect((await send('get', '/api/articles/slug/day-1?locale=en')).status).toBe(200);
    const withToken = await send('get', FEED, await apiToken(newsroom));
    expect([withToken.status, withToken.headers['cache-control']]).toEqual([200, 'no-store']);
    expect((await send('get', FEED, { Authorization: 'Bearer nothing' })).status).toBe(401);

    const role = await rowsOf<{ id: number }>(newsroom.strapi, 'plugin::users-permissions.role').findOne({ where: { type: 'public' } });
    await permissions.create({ data: { action: where.action, role: role?.id } });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await send('get', FEED)).status).toBe(200);
  });
});
