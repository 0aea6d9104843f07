import Database from 'better-sqlite3';
import type { Route } from 'playwright-core';
import { findFaults } from './audit';
import { IMPORTER } from './importer-steps';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';

jest.setTimeout(5 * 60_000);

/** Pages of the panel, what each of them asks for first, and what it shows at last. */
const PAGES = [
  ['import', '/import', '/importer/options', 'Drop files, a folder or an archive here'],
  ['history', '/runs', '/importer/runs?', 'Import 1'],
  ['run', '/runs/1', '/importer/runs/1', 'About this run'],
  ['inbox', '/inbox', '/importer/inbox?', 'No page waits for you'],
  ['rules', '/inbox/rules', '/importer/rules', 'There are no rules yet'],
  ['partners', '/partners', '/importer/partners', 'Mayak Evi'],
] as const;

/** What a server must not tell, and a page must not show. */
const STACK = 'TypeError: rows is not iterable\n    at listRuns (/srv/newsroom/list-runs.js:12:7)';

let newsroom: NewsroomInBrowser | undefined;

function opened(): NewsroomInBrowser {
  if (newsroom === undefined) throw new Error('The newsroom was not opened');
  return newsroom;
}

const page = () => opened().panel.page;
const asksFor = (start: string) => (url: URL) => {
  const asked = url.pathname + url.search;
  return asked.startsWith(start) && (start.endsWith('?') || /^(\?|$)/.test(asked.slice(start.length)));
};

/** What a page shows at last, as text or as the name of a part. */
const shown = (words: string) => page().locator('main').getByText(words).or(page().getByLabel(words)).first();

beforeAll(async () => {
  newsroom = await openNewsroom('seeds/site');
});

afterAll(() => newsroom?.close());

it.each(PAGES)('says that it is loading, and then shows what was asked for: %s', async (_name, at, request, words) => {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const hold = async (route: Route) => {
    await held;
    await route.continue();
  };
  const asked = asksFor(request);
  await page().route(asked, hold);
  await opened().panel.open(IMPORTER + at);
  await page().locator('main').getByText('Loading…').first().waitFor({ state: 'attached' });
  expect(await shown(words).count()).toBe(0);
  letGo();
  await shown(words).waitFor();
  await page().locator('main').getByText('Loading…').first().waitFor({ state: 'detached' });
  await page().unroute(asked, hold);
});

it.each(PAGES)('says in a sentence that the server failed, and shows it when it is asked again: %s', async (_name, at, request, words) => {
  const fail = (route: Route) =>
    route.fulfill({ status: 500, json: { data: null, error: { status: 500, name: 'InternalServerError', message: STACK, details: {} } } });
  const asked = asksFor(request);
  await page().route(asked, fail);
  await opened().panel.open(IMPORTER + at);
  // What is loading is an alert, too.
  const alert = page().locator('main').getByRole('alert').filter({ hasText: "This can't be shown now" });
  await alert.waitFor();
  await alert.getByText('The server failed. What happened stands in its log.').waitFor();
  expect(await opened().panel.text()).not.toMatch(/TypeError|list-runs|InternalServerError/);
  expect(await findFaults(page())).toEqual([]);
  await page().unroute(asked, fail);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await alert.waitFor({ state: 'detached' });
  await shown(words).waitFor();
});

it('says that a run is not there', async () => {
  await opened().panel.open(`${IMPORTER}/runs/999999`);
  await page().getByText("This isn't here").waitFor();
});

describe('where nothing is yet', () => {
  beforeAll(() => {
    const database = new Database(opened().server.database);
    database.pragma('busy_timeout = 10000');
    for (const table of ['importer_entries', 'importer_runs', 'partner_links']) database.exec(`delete from ${table}`);
    database.close();
  });

  it.each([
    ['/runs', 'Nothing has been imported yet'],
    ['/inbox', 'No page waits for you'],
    ['/inbox?kind=conflict', 'Nothing contradicts your changes'],
    ['/inbox?kind=left-out', 'No page is left out'],
    ['/partners', 'There are no partner links yet'],
  ])('says so, and lists nothing: %s', async (at, words) => {
    await opened().panel.open(IMPORTER + at);
    await page().locator('main').getByText(words, { exact: true }).waitFor();
    expect(await page().locator('main').getByRole('row').count()).toBe(0);
    expect(
      await page()
        .getByRole('img', { name: /^Logo of/ })
        .count(),
    ).toBe(0);
  });

  it('says so in the widgets of the home page', async () => {
    await opened().panel.open('/');
    for (const words of ['Nothing has been imported yet', 'Nobody has read anything today yet', 'No article is published yet'])
      await page().getByText(words, { exact: true }).waitFor();
  });
});
