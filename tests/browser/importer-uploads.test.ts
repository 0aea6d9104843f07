import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pageText, writePages } from '../helpers/page-text';
import { findFaultsEverywhere } from './audit';
import { eventually } from './eventually';
import { expectCounts, IMPORTER, untilEnded } from './importer-steps';
import { findUnreachable } from './keyboard';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';

jest.setTimeout(5 * 60_000);

const MEBIBYTE = 1024 * 1024;
const FILES = /\/importer\/uploads\/[^/]+\/files/;

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-uploads-'));
const onDesk = (name: string) => path.join(folder, 'desk', name);
let newsroom: NewsroomInBrowser | undefined;

function panel() {
  if (newsroom === undefined) throw new Error('The newsroom was not opened');
  return newsroom.panel;
}

const page = () => panel().page;
const button = (name: string) => page().getByRole('button', { name });
const choose = (...names: readonly string[]) => page().getByLabel('Choose files').setInputFiles(names.map(onDesk));

/** Waits until a preview of what was chosen has ended. */
async function preview(): Promise<void> {
  await button('Preview').click();
  await page()
    .getByRole('heading', { name: /^Preview \d+/ })
    .waitFor();
  await untilEnded(page());
}

async function audit(): Promise<void> {
  expect(await findUnreachable(page())).toEqual([]);
  expect(await findFaultsEverywhere(page())).toEqual([]);
  await page().setViewportSize({ width: 1280, height: 800 });
}

beforeAll(async () => {
  const titles = ['Маяк покрасили', 'Лодки вернулись в гавань', 'Мост открыт после ремонта', 'Паром отменён до утра'];
  writePages(
    onDesk(''),
    Object.fromEntries(
      titles.map((title, index) => [`${index + 1}.txt`, pageText({ title, paragraphs: [`${title}: так рассказали в порту.`] })]),
    ),
  );
  writeFileSync(onDesk('large.zip'), Buffer.alloc(1.5 * MEBIBYTE));
  writePages(path.join(folder, 'server/archive/2021'), { 'bell.txt': pageText({ title: 'Колокол нашли под полом' }) });
  writePages(path.join(folder, 'server/archive'), { 'tram.txt': pageText({ title: 'Трамвай довезёт до пляжа' }) });
  newsroom = await openNewsroom('seeds/site', {
    ...{ IMPORT_UPLOAD_FILES: '3', IMPORT_UPLOAD_MEGABYTES: '1' },
    ...{ IMPORT_FOLDERS: path.join(folder, 'server/archive'), IMPORT_UPLOADS_FOLDER: path.join(folder, 'uploads') },
  });
});

beforeEach(async () => {
  await panel().open(`${IMPORTER}/import`);
  await page().getByTestId('drop-zone').waitFor();
});

afterAll(async () => {
  await newsroom?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('refuses too many files, too large ones and none, says what to do, and sends nothing', async () => {
  const sent: string[] = [];
  page().on('request', (request) => {
    if (request.url().includes('/importer/uploads') && request.method() !== 'GET') sent.push(request.url());
  });
  await page().getByText('At most 3 files and 1 MB together').waitFor();
  const refusal = page().locator('main').getByRole('alert');

  await choose('1.txt', '2.txt', '3.txt', '4.txt');
  await refusal
    .getByText('4 files were chosen, and at most 3 are taken at once. Put them into a zip archive, or upload them in parts.')
    .waitFor();
  await choose('large.zip');
  await refusal.getByText('These files are 1.5 MB large, and at most 1 MB are taken at once.').waitFor();
  const nothing = await page().evaluateHandle(() => new DataTransfer());
  await page().getByTestId('drop-zone').dispatchEvent('drop', { dataTransfer: nothing });
  await refusal.getByText('There is no file in what was chosen.').waitFor();
  expect(sent).toEqual([]);
  await eventually(async () => expect(await button('Preview').isDisabled()).toBe(true));

  await choose('1.txt');
  await page().getByText('1 of 1 file uploaded').waitFor();
  await eventually(async () => expect(await refusal.count()).toBe(0));
});

it('tells how far an upload is, and sends again what did not arrive', async () => {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page().route(FILES, async (route) => {
    const url = route.request().url();
    // All three together at first, and one by one when that fails.
    const isTogether = !url.includes('?');
    if (isTogether) await held;
    return isTogether || url.includes('2.txt') ? route.abort('connectionreset') : route.continue();
  });
  await choose('1.txt', '2.txt', '3.txt');
  await page().getByText('1.txt and 2 other files').waitFor();
  await page()
    .getByText(/^0 of 3 files, /)
    .waitFor();
  await page().getByRole('progressbar', { name: 'Uploaded' }).waitFor();
  await page().getByText('Wait until the files have arrived.').waitFor();
  await eventually(async () => expect(await button('Preview').isDisabled()).toBe(true));

  letGo();
  await page()
    .getByText(/^2 of 3 files uploaded/)
    .waitFor();
  const lost = page().locator('main').getByRole('alert');
  await lost.getByText('1 file did not arrive:').waitFor();
  await lost.getByText(/^2\.txt: The server can't be reached/).waitFor();
  await audit();

  await page().unroute(FILES);
  await button('Send again').click();
  await page()
    .getByText(/^3 of 3 files uploaded/)
    .waitFor();
  await eventually(async () => expect(await lost.count()).toBe(0));
  await preview();
  await expectCounts(page(), { Pages: 3, New: 3 });
});

it('says why the server did not take a file, in its own words', async () => {
  const message = 'The upload holds 1 MB already';
  await page().route(FILES, (route) =>
    route.fulfill({ status: 413, json: { data: null, error: { status: 413, name: 'PayloadTooLargeError', message, details: {} } } }),
  );
  await choose('1.txt');
  await page().getByText(`1.txt: ${message}`).waitFor();
  await eventually(async () => expect(await button('Preview').isDisabled()).toBe(true));
  await page().unroute(FILES);
});

it('ends an upload that is cancelled, and takes others instead', async () => {
  await page().route(FILES, () => undefined);
  await choose('1.txt', '2.txt');
  await page()
    .getByText(/^0 of 2 files, /)
    .waitFor();
  const dropped = page().waitForRequest((request) => request.method() === 'DELETE' && request.url().includes('/importer/uploads/'));
  await button('Cancel upload').click();
  await dropped;
  await page().getByTestId('drop-zone').waitFor();
  await page().unroute(FILES);
  await choose('3.txt');
  await page().getByText('1 of 1 file uploaded').waitFor();
});

it('goes through the folders of the server, and previews the one that is chosen', async () => {
  await page().getByRole('tab', { name: 'From the server' }).click();
  const below = page().getByRole('tabpanel', { name: 'From the server' });
  await page().getByText('Choose first what to import.').waitFor();
  await below.getByRole('radio', { name: /archive$/ }).waitFor();
  await audit();

  await page()
    .getByRole('button', { name: /^Open .*archive$/ })
    .click();
  await below.getByRole('radio', { name: '2021' }).waitFor();
  await button('Open 2021').click();
  await below.getByText('There are no folders in here.').waitFor();
  await button('Up').click();
  await button('Up').click();
  await below.getByRole('radio', { name: /archive$/ }).check();
  await preview();
  await expectCounts(page(), { Pages: 2, New: 2 });
});
