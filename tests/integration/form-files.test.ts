import { readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import supertest from 'supertest';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';

/** No other file has this size. */
const BYTES = 123_457;

const sizeOf = (name: string) => statSync(path.join(tmpdir(), name), { throwIfNoEntry: false })?.size;
const left = () => readdirSync(tmpdir()).filter((name) => sizeOf(name) === BYTES);

describe('forms with files', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it.each([
    ['post', '/api/upload'],
    ['post', '/api/nothing'],
    ['put', '/importer/uploads/none/files'],
    ['post', '/admin/login'],
  ] as const)('leave nothing in the temporary folder where they are refused: %s %s', async (method, address) => {
    const sending = supertest(newsroom.strapi.server.httpServer)[method](address);
    for (const field of ['files', 'others', 'files']) sending.attach(field, Buffer.alloc(BYTES, 'x'), { filename: 'x.txt' });
    expect((await sending).status).toBeGreaterThanOrEqual(400);
    expect(left()).toEqual([]);
  });
});
