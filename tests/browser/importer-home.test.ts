import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipOf } from '../helpers/panel-pages';
import { pageText } from '../helpers/page-text';
import { findFaults, findFaultsEverywhere } from './audit';
import { eventually } from './eventually';
import { dropFile, IMPORTER, untilEnded } from './importer-steps';
import { findUnreachable } from './keyboard';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';

jest.setTimeout(5 * 60_000);

const HEADLINES = { lighthouse: 'Маяк покрасили в белый цвет', boats: 'Лодки вернулись в гавань' } as const;
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** Two months with a story each, one between them with none, and two pages that lack their date. */
const PAGES = {
  'lighthouse.txt': pageText({ title: HEADLINES.lighthouse, meta: '7 06.04.2021 11:00 Город A A', paragraphs: ['Маяк снова белый.'] }),
  'boats.txt': pageText({ title: HEADLINES.boats, meta: '9 06.06.2021 11:00 Город A A', paragraphs: ['К полудню вернулись все.'] }),
  'ferry.txt': pageText({ title: 'Паром отменён до утра', meta: null, paragraphs: ['Ждут погоды.'] }),
  'bridge.txt': pageText({ title: 'Мост открыт после ремонта', meta: null, paragraphs: ['Первыми проехали трамваи.'] }),
};

/** Marks our own parts of Strapi's pages: its faults, and the frames that it puts around them, are not ours. */
const OURS = 'data-ours';

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-home-'));
let newsroom: NewsroomInBrowser | undefined;
/** The run's number. */
let run: number;

function panel() {
  if (newsroom === undefined) throw new Error('The newsroom was not opened');
  return newsroom.panel;
}

const page = () => panel().page;
const widget = (name: string) => page().getByRole('region', { name, exact: true });

beforeAll(async () => {
  const archive = path.join(folder, 'saved.zip');
  writeFileSync(archive, zipOf(PAGES));
  newsroom = await openNewsroom('seeds/site');
  await panel().open(`${IMPORTER}/import`);
  await dropFile(page(), archive);
  await page().getByRole('button', { name: 'Import at once' }).click();
  await page()
    .getByRole('heading', { name: /^Import \d+/ })
    .waitFor();
  await untilEnded(page());
  run = Number(page().url().split('/').at(-1));
});

afterAll(async () => {
  await newsroom?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Reads an article as so many readers, each from a browser of their own. */
async function read(headline: string, readers: number): Promise<void> {
  const url = newsroom?.server.url ?? '';
  const found = await fetch(`${url}/api/articles?locale=ru&filters[title][$eq]=${encodeURIComponent(headline)}`);
  const { data } = (await found.json()) as { readonly data: readonly { readonly documentId: string }[] };
  for (let reader = 0; reader < readers; reader += 1) {
    const headers = { 'content-type': 'application/json', 'user-agent': `${BROWSER} reader/${reader}` };
    const { status } = await fetch(`${url}/api/articles/${data[0]?.documentId}/views`, { method: 'POST', headers, body: '{}' });
    if (status !== 200) throw new Error(`The view was not counted: ${status}`);
  }
}

describe('the home page', () => {
  beforeAll(async () => {
    await read(HEADLINES.boats, 3);
    await read(HEADLINES.lighthouse, 1);
    await panel().open('/');
    for (const name of ['Last import', 'Most read today', 'Archive by month']) await widget(name).getByText(/\d/).first().waitFor();
  });

  it('has our widgets first', async () => {
    const names = await page().getByRole('region').getByRole('heading', { level: 2 }).allTextContents();
    expect(names.slice(0, 3)).toEqual(['Last import', 'Most read today', 'Archive by month']);
    expect(names.length).toBeGreaterThan(3);
  });

  it('tells of the last import: its source and numbers, and its problems by rule', async () => {
    const last = widget('Last import');
    await eventually(async () => {
      const text = (await last.innerText()).replace(/\s+/g, ' ');
      expect(text).toContain(`Import ${run}`);
      expect(text).toContain('Finished');
      expect(text).toMatch(/Ayla Editor.*, saved\.zip/);
      expect(text).toContain('4 pages: 2 new, 0 updated');
      expect(text).toContain('2 pages need a person');
      expect(text).toContain('No date: 2');
    });
    expect(await last.getByRole('link', { name: `Import ${run}` }).getAttribute('href')).toContain(`${IMPORTER}/runs/${run}`);
    expect(await last.getByRole('link', { name: '2 pages need a person' }).getAttribute('href')).toContain(`${IMPORTER}/inbox`);
  });

  it('lists what is read most today, with the way to it', async () => {
    const items = widget('Most read today').getByRole('listitem');
    await eventually(async () =>
      expect((await items.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
        `${HEADLINES.boats} 3 views`,
        `${HEADLINES.lighthouse} 1 view`,
      ]),
    );
    await items.first().getByRole('link').click();
    await page().locator('[name=title]').waitFor();
    await eventually(async () => expect(await page().locator('[name=title]').inputValue()).toBe(HEADLINES.boats));
    await panel().open('/');
    await widget('Archive by month').getByRole('slider').waitFor();
  });

  it('shows the archive by month, read with the arrow keys or as a table', async () => {
    const archive = widget('Archive by month');
    await archive.getByText('2 articles', { exact: true }).waitFor();
    const chart = archive.getByRole('slider');
    const tells = (words: string) => eventually(async () => expect(await chart.getAttribute('aria-valuetext')).toBe(words));
    await chart.focus();
    await tells('June 2021: 1 article');
    await page().keyboard.press('ArrowLeft');
    await tells('May 2021: 0 articles');
    await page().keyboard.press('Home');
    await tells('April 2021: 1 article');

    await archive.getByRole('button', { name: 'As a table' }).click();
    await eventually(async () =>
      expect((await archive.getByRole('row').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
        'Month Articles',
        'June 2021 1',
        'May 2021 0',
        'April 2021 1',
      ]),
    );
    await archive.getByRole('button', { name: 'As a table' }).click();
  });

  it('has no serious fault in our widgets, and all in them is come to with the Tab key', async () => {
    for (const name of ['Last import', 'Most read today', 'Archive by month'])
      await widget(name).evaluate((element, mark) => element.lastElementChild?.setAttribute(mark, ''), OURS);
    expect(await findUnreachable(page(), `[${OURS}]`)).toEqual([]);
    expect(await findFaultsEverywhere(page(), `[${OURS}]`)).toEqual([]);
    await page().setViewportSize({ width: 1280, height: 800 });
  });
});

it('tells in an article from which file and run it came, and leads to the lines of the page', async () => {
  await panel().open(
    `/content-manager/collection-types/api::article.article?_q=${encodeURIComponent(HEADLINES.boats)}&plugins[i18n][locale]=ru`,
  );
  await page().getByRole('row').filter({ hasText: HEADLINES.boats }).getByRole('link').first().click();
  const origin = page().getByRole('listitem').filter({ hasText: 'Imported from' });
  await origin.waitFor();
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'Asia/Baku' }).format(new Date());
  await eventually(async () =>
    expect((await origin.getByRole('paragraph').innerText()).replace(/\s+/g, ' ')).toMatch(
      new RegExp(`^Imported from saved\\.zip.*boats\\.txt, run ${run}, on ${day}, \\d+:\\d\\d [AP]M GMT\\+4 by Ayla Editor`),
    ),
  );

  for (const colorScheme of ['dark', 'light'] as const) {
    await page().emulateMedia({ colorScheme });
    await origin.evaluate((element, mark) => element.parentElement?.setAttribute(mark, ''), OURS);
    expect([colorScheme, await findFaults(page(), `[${OURS}]`)]).toEqual([colorScheme, []]);
  }

  // With the keyboard, from a button that stands beside every article.
  const open = origin.getByRole('link', { name: 'Open the page' });
  const isFocused = () => open.evaluate((element) => element === document.activeElement);
  await page().getByRole('button', { name: 'More document actions' }).focus();
  for (let presses = 0; presses < 30 && !(await isFocused()); presses += 1) await page().keyboard.press('Tab');
  expect(await isFocused()).toBe(true);
  await page().keyboard.press('Enter');
  await page().getByRole('heading', { name: 'Text of the page' }).waitFor();
  expect(page().url()).toContain(`${IMPORTER}/runs/${run}/page`);
  await eventually(async () => {
    const text = await panel().text();
    for (const part of [HEADLINES.boats, '06.06.2021 11:00', 'К полудню вернулись все.', 'The article now']) expect(text).toContain(part);
  });
});
