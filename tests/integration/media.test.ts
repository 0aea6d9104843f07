import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import supertest from 'supertest';
import { logo, useLogos } from '../helpers/logo-bench';

const SCRIPT = '<script>fetch("/stolen")</script>';
const PAGE = `<!doctype html><title>x</title>${SCRIPT}`;
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">${SCRIPT}<rect width="40" height="20"/></svg>`;
const XML = `<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><x xmlns:h="http://www.w3.org/1999/xhtml"><h:script>1</h:script></x>`;

describe('what people upload into the media library', () => {
  const { bench, http, upload } = useLogos();

  const send = (address: string, headers: Record<string, string>, content: string | Buffer, filename: string, contentType?: string) =>
    supertest(bench.newsroom.strapi.server.httpServer)
      .post(address)
      .set(headers)
      .attach('files', Buffer.from(content), { filename, ...(contentType === undefined ? {} : { contentType }) });

  const ACTIVE: [string, string, string | undefined][] = [
    ['page.html', PAGE, 'text/html'],
    ['page.HTML', PAGE, 'image/png'],
    ['page.htm', PAGE, 'application/octet-stream'],
    ['page.xhtml', PAGE, 'text/plain'],
    ['page.shtml', PAGE, undefined],
    ['picture.png.html', PAGE, 'image/png'],
    ['picture.png', PAGE, 'text/html'],
    ['picture.jpg', XML, 'image/jpeg'],
    ['feed.xml', XML, 'application/xml'],
    ['feed.rss', XML, 'image/png'],
    ['style.xsl', XML, 'text/xml'],
    ['script.js', 'fetch("/stolen")', 'text/javascript'],
    ['script.mjs', 'fetch("/stolen")', 'image/gif'],
    ['page', PAGE, 'text/html'],
    ['data.json', '{}', 'application/json'],
    ['old.swf', 'FWS', 'application/x-shockwave-flash'],
  ];

  it.each(ACTIVE)('is refused where a browser would run it: %s', async (filename, content, type) => {
    for (const [address, headers] of [
      ['/upload', bench.panel],
      ['/api/upload', bench.token],
    ] as const) {
      const { status } = await send(address, headers, content, filename, type);
      expect([address, status]).toEqual([address, 400]);
    }
  });

  it('is refused the same way where it replaces a picture', async () => {
    const picture = await upload('/upload', bench.panel, await logo(), 'harbour.png');
    const { status } = await send(`/upload?id=${picture.file?.id}`, bench.panel, PAGE, 'harbour.html', 'text/html');
    expect(status).toBe(400);
  });

  it.each([
    ['photo.png', undefined],
    ['plan.svg', DRAWING],
    ['programme.pdf', '%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n'],
    ['prices.csv', 'a,b\n1,2\n'],
    ['notes.txt', 'Opening hours'],
  ])('is taken where it is a picture or a paper: %s', async (filename, content) => {
    const { status } = await send('/upload', bench.panel, content ?? (await logo()), filename);
    expect(status).toBe(201);
  });

  /** As an upload of before that is still there. */
  async function served(name: string, content: string | Buffer, address = `/uploads/${name}`) {
    const folder = path.join(bench.newsroom.strapi.dirs.static.public, 'uploads');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, name), content);
    const { status, headers } = await http().get(address);
    return { status, headers: headers as Record<string, string | undefined> };
  }

  it.each([
    'a.html',
    'a.svg',
    'a.svgz',
    'a.xml',
    'a.js',
    'a.xhtml',
    'a.png.html',
    'a.unknown',
    'a',
    'a.pdf',
    'a.txt',
    'a.mht',
    'a.html.gz',
  ])('%s that lies there is a download, and nothing in it runs', async (name) => {
    const { status, headers } = await served(name, PAGE);
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe('attachment');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*; sandbox$/);
  });

  it.each([
    '/%75ploads/b.html',
    '//uploads/b.html',
    '/x/../uploads/b.html',
    '/uploads/./b.html',
    '/uploads/%62.html',
    '/uploads/b.html?x=1',
  ])('%s is the same address, and gets the same', async (address) => {
    const { status, headers } = await served('b.html', PAGE, address);
    if (status === 200) expect(headers['content-disposition']).toBe('attachment');
    if (status === 200) expect(headers['content-security-policy']).toContain('sandbox');
    else expect([301, 302, 400, 404]).toContain(status);
  });

  it('pictures, films and sounds are shown', async () => {
    for (const name of ['c.png', 'c.jpg', 'c.webp', 'c.mp4', 'c.mp3']) {
      const { headers } = await served(name, await logo());
      expect([name, headers['content-disposition']]).toEqual([name, undefined]);
      expect(headers['content-security-policy']).toContain('sandbox');
    }
    const part = await http().get('/uploads/c.mp4').set('range', 'bytes=0-9');
    expect([part.status, part.headers['content-security-policy']]).toEqual([206, expect.stringContaining('sandbox')]);
  });

  it('nothing else gets these headers', async () => {
    const { headers } = await http().get('/admin/init');
    expect(headers['content-security-policy']).not.toContain('sandbox');
  });

  it.each(['x'.repeat(246), 'щ'.repeat(246), 'ə'.repeat(250), 'пристань '.repeat(27)])('may have a long name: %s', async (name) => {
    const sent = await send('/upload', bench.panel, await logo(), `${name}.png`);
    expect(sent.status).toBe(201);
    const [file] = sent.body as [{ name: string; url: string; formats: { thumbnail: { url: string } } }];
    for (const url of [file.url, file.formats.thumbnail.url]) expect((await http().get(url)).status).toBe(200);
  });

  it.each([
    ['x'.repeat(260), '.png'],
    ['x', `.${'y'.repeat(200)}`],
  ])('is refused with a sentence where a name is too long: %s%s', async (stem, ending) => {
    const sent = await send('/upload', bench.panel, 'text', stem + ending, 'text/plain');
    expect(sent.status).toBe(400);
    expect((sent.body as { error: { message: string } }).error.message).toMatch(/name of a file has at most 255 characters/);
  });
});
