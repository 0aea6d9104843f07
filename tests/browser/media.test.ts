import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { eventually } from './eventually';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';

jest.setTimeout(5 * 60_000);

const THEFT = "fetch('/stolen?' + encodeURIComponent(document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage)))";
const PAGE = `<!doctype html><title>A page</title><p>Opening hours</p><script>${THEFT}</script>`;
const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="${THEFT}"><script>${THEFT}</script><style>rect { fill: teal }</style><rect width="40" height="20"/></svg>`;
const XML = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>${THEFT}</script></html>`;

const FILES: Readonly<Record<string, string>> = {
  'page.html': PAGE,
  'page.png.html': PAGE,
  'drawing.svg': DRAWING,
  'feed.xml': XML,
  'page.xhtml': XML,
  'page.unknown': PAGE,
  page: PAGE,
  'picture.png': PAGE,
};

let newsroom: NewsroomInBrowser | undefined;

function opened() {
  if (newsroom === undefined) throw new Error('The newsroom was not opened');
  return newsroom;
}

beforeAll(async () => {
  newsroom = await openNewsroom('seeds/site');
  const folder = path.join(path.dirname(newsroom.server.database), 'public/uploads');
  mkdirSync(folder, { recursive: true });
  // As they lie there since before the media library refused them.
  for (const [name, content] of Object.entries(FILES)) writeFileSync(path.join(folder, name), content);
});

afterAll(() => newsroom?.close());

describe('a file of the media library', () => {
  it.each(Object.keys(FILES))('that somebody opens who has signed in runs nothing in the panel: %s', async (name) => {
    const { panel, server } = opened();
    const { page } = panel;
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(request.url()));
    const url = `${server.url}/uploads/${name}`;

    const answered = page.waitForResponse(url);
    // What is downloaded ends the opening of a page.
    await page.goto(url).catch(() => undefined);
    expect((await answered).status()).toBe(200);

    await page.goto(`${server.url}/admin/auth/login`);
    const framed = page.waitForResponse(url);
    await page.evaluate((source) => {
      const frame = document.createElement('iframe');
      frame.src = source;
      document.body.append(frame);
    }, url);
    await framed;

    // Whatever ran before this has asked before it.
    await page.evaluate(() => fetch('/stolen?control').then(() => undefined));
    await eventually(() => {
      expect(asked.filter((one) => one.includes('/stolen?')).at(-1)).toContain('control');
      return Promise.resolve();
    });
    expect(asked.filter((one) => one.includes('/stolen?'))).toEqual([expect.stringMatching(/control$/)]);
  });

  it('is shown where it is a picture of a page, drawings with their styles too', async () => {
    const { panel, server } = opened();
    const width = await panel.page.evaluate(async (source) => {
      const picture = new Image();
      picture.src = source;
      await picture.decode();
      return picture.naturalWidth;
    }, `${server.url}/uploads/drawing.svg`);
    expect(width).toBe(40);

    await panel.open('/plugins/importer/partners');
    await panel.page
      .getByRole('img', { name: /^Logo of/ })
      .first()
      .waitFor();
    await eventually(async () => {
      const logos = panel.page.getByRole('img', { name: /^Logo of/ });
      const widths = await logos.evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
      expect(widths.every((one) => one > 0)).toBe(true);
    });
  });
});
