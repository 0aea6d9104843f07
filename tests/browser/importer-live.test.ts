import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeZip } from '../helpers/make-archive';
import { pageText } from '../helpers/page-text';
import { findFaults, findFaultsEverywhere, findFaultsOfDialog } from './audit';
import { countOf, IMPORTER } from './importer-steps';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';
import { saveScreenshot } from './screenshot';

jest.setTimeout(5 * 60_000);

/** So many that a run of them can be watched, and is not through before it is cancelled. */
const PAGES = 12_000;

/** What a run may take for a step on a busy machine. */
const MOST_MS = 60_000;
const LOOK_EVERY_MS = 200;

/** The run asks for news every second, and every four seconds while it is paused. */
const POLLED_MS = 1500;

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-live-'));
let newsroom: NewsroomInBrowser | undefined;

/** Writes an archive of short pages, each of which tells a story of its own, into a folder that the server may import. */
function writeArchive(): void {
  const pages = Array.from({ length: PAGES }, (_, index) => ({
    name: `${String(index).padStart(5, '0')}.txt`,
    content: pageText({
      title: `Новость города номер ${index}`,
      meta: `${index} 05.06.2021 10:15 Культура A A`,
      paragraphs: [`Первый абзац новости под номером ${index}.`, `Второй абзац, в нём слово${index} и слово${index * 7}.`],
    }),
  }));
  writeFileSync(path.join(folder, 'pages.zip'), makeZip(pages));
}

function opened(): NewsroomInBrowser {
  if (newsroom === undefined) throw new Error('The newsroom was not opened');
  return newsroom;
}

const page = () => opened().panel.page;
const main = () => page().locator('main');
const state = (name: string) => page().getByLabel('About this run').getByText(name, { exact: true });
const button = (name: string) => page().getByRole('button', { name });
const lost = () => main().getByText('Connection lost, trying again').first();
const progress = () => main().getByText(/^[\d,]+ of 12,000 pages/);

/** How many pages are done, as the page tells it. */
const position = async () => parseInt((await progress().innerText()).replaceAll(',', ''), 10);

/** Waits until more pages are done, and the page tells so. @returns how many. */
async function untilMoved(from: number): Promise<number> {
  const deadline = Date.now() + MOST_MS;
  for (;;) {
    const now = await position();
    if (now > from) return now;
    if (Date.now() > deadline) throw new Error(`The run stays at ${from} pages:\n${await opened().panel.text()}`);
    await wait(LOOK_EVERY_MS);
  }
}

/** A page that was loaded anew has no mark. */
const mark = () => page().evaluate(() => document.body.setAttribute('data-marked', ''));
const isMarked = () => page().evaluate(() => document.body.hasAttribute('data-marked'));

beforeAll(async () => {
  writeArchive();
  newsroom = await openNewsroom('seeds/site', { IMPORT_FOLDERS: folder });
});

afterAll(async () => {
  await newsroom?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('tells how far a run is, how fast it goes, and how long it will take', async () => {
  const { panel } = opened();
  await panel.open(`${IMPORTER}/import`);
  await page().getByRole('tab', { name: 'From the server' }).click();
  await page().getByRole('radio', { name: folder }).check();
  await button('Import at once').click();
  await page()
    .getByRole('heading', { name: /^Import \d+/ })
    .waitFor();
  await state('Running').waitFor();

  await main()
    .getByText(/^[\d.,]+ pages a second$/)
    .waitFor({ timeout: MOST_MS });
  await main()
    .getByText(/^About .+ left$/)
    .waitFor();
  const first = await position();
  expect(await untilMoved(first)).toBeLessThan(PAGES);
  expect(await countOf(page(), 'New')).toBeGreaterThanOrEqual(first);
  expect(await findFaults(page())).toEqual([]);
  await saveScreenshot(panel, 'live');
});

it('stops when it is paused, is still paused when the page is loaded anew, and goes on when it is told to', async () => {
  const { panel } = opened();
  await button('Pause').click();
  await state('Paused').waitFor({ timeout: MOST_MS });
  const paused = await position();
  expect(
    await main()
      .getByText(/ pages a second$/)
      .count(),
  ).toBe(0);
  await saveScreenshot(panel, 'live-paused');
  expect(await findFaultsEverywhere(page())).toEqual([]);

  await wait(POLLED_MS);
  await page().reload();
  await state('Paused').waitFor();
  expect(await position()).toBe(paused);
  expect(await page().getByRole('progressbar').getAttribute('aria-valuenow')).toBe(String(Math.floor((paused / PAGES) * 100)));

  await button('Go on').click();
  await state('Running').waitFor();
  await untilMoved(paused);
});

it('says that the connection is lost, and shows what has happened meanwhile as soon as it is back', async () => {
  await mark();
  await page().context().setOffline(true);
  await lost().waitFor();
  await saveScreenshot(opened().panel, 'live-lost');
  expect(await findFaults(page())).toEqual([]);
  const before = await position();
  await page().context().setOffline(false);
  await lost().waitFor({ state: 'detached' });
  await untilMoved(before);
  expect(await isMarked()).toBe(true);
});

it('goes on after the server was started anew, and so does the page', async () => {
  await mark();
  const before = await position();
  await opened().server.restart(() => lost().waitFor());
  await lost().waitFor({ state: 'detached', timeout: MOST_MS });
  await state('Running').waitFor({ timeout: MOST_MS });
  await untilMoved(before);
  expect(await isMarked()).toBe(true);
});

it('ends when it is cancelled, and says what stands', async () => {
  const { panel } = opened();
  await button('Cancel the run').click();
  const dialog = page().getByRole('alertdialog');
  await dialog.getByText('Pages that are done stay imported').waitFor();
  expect(await findFaultsOfDialog(page(), 'Cancel the run')).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel the run' }).click();
  await state('Cancelled').waitFor({ timeout: MOST_MS });

  const made = await countOf(page(), 'New');
  expect(made).toBeGreaterThan(0);
  expect(made).toBeLessThan(PAGES);
  await main()
    .getByText(`${made.toLocaleString('en-US')} of 12,000 pages, and can be undone`)
    .waitFor();
  await button('Undo…').waitFor();
  expect(await main().getByRole('progressbar').count()).toBe(0);
  await saveScreenshot(panel, 'live-cancelled');
  expect(await findFaultsEverywhere(page())).toEqual([]);
});

it('leaves no errors in the browser but those of the lost connection', () => {
  expect(opened().panel.errors.filter((error) => !error.includes('net::ERR_'))).toEqual([]);
});
