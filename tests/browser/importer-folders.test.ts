import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { makeZip } from '../helpers/make-archive';
import { pageText, writePages } from '../helpers/page-text';
import { findFaultsEverywhere } from './audit';
import { eventually } from './eventually';
import { dropFromDisk, expectCounts, IMPORTER, untilEnded } from './importer-steps';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';

jest.setTimeout(3 * 60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-folders-'));
const archive = path.join(folder, 'archive');

/** A folder on the server with more folders in it than one page lists. */
const served = path.join(folder, 'served');
const MANY = 60;
const folderName = (number: number) => `year-${String(number).padStart(3, '0')}`;

let newsroom: NewsroomInBrowser;

beforeAll(async () => {
  writePages(archive, {
    'lighthouse.txt': pageText({ title: 'Маяк покрасили' }),
    '2021/boats.txt': pageText({ title: 'Лодки вернулись в гавань' }),
    '2021/06/bridge.txt': pageText({ title: 'Мост открыт после ремонта' }),
    '.DS_Store': 'no page',
  });
  for (let number = 1; number <= MANY; number += 1) mkdirSync(path.join(served, 'years', folderName(number)), { recursive: true });
  writePages(path.join(served, 'years', folderName(MANY)), { 'mist.txt': pageText({ title: 'Туман над гаванью' }) });
  newsroom = await openNewsroom('seeds/site', { IMPORT_FOLDERS: served });
});

afterAll(async () => {
  await newsroom.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What can be done with a folder, and how its pages are called then. */
const WAYS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['dropped', (page) => dropFromDisk(page, [archive])],
  ['chosen', (page) => page.getByLabel('Choose a folder').setInputFiles(archive)],
];

it.each(WAYS)('previews all pages of a folder that was %s, with the folders in it', async (_how, bring) => {
  const { panel } = newsroom;
  await panel.open(`${IMPORTER}/import`);
  await bring(panel.page);
  await panel.page.getByRole('button', { name: 'Preview' }).click();
  await panel.page.getByRole('heading', { name: /^Preview \d+/ }).waitFor();
  await untilEnded(panel.page);
  await expectCounts(panel.page, { Pages: 3, New: 3 });
  for (const name of ['archive/lighthouse.txt', 'archive/2021/boats.txt', 'archive/2021/06/bridge.txt'])
    await panel.page.getByRole('row').filter({ hasText: name }).waitFor();
});

it('takes a folder of 300 pages in two requests, about as soon as a zip of them', async () => {
  const { page, open } = newsroom.panel;
  const pages = Array.from({ length: 300 }, (_, index): [string, string] => [
    `${index}.txt`,
    pageText({ title: `Новость номер ${index}` }),
  ]);
  const [many, zip] = [path.join(folder, 'many'), path.join(folder, 'many.zip')];
  writePages(many, Object.fromEntries(pages));
  writeFileSync(zip, makeZip(pages.map(([name, content]) => ({ name, content }))));
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(request.url());
  });
  const tookMs: number[] = [];
  for (const dropped of [zip, many]) {
    await open(`${IMPORTER}/import`);
    await page.getByTestId('drop-zone').waitFor();
    const begun = performance.now();
    await dropFromDisk(page, [dropped]);
    await page.getByRole('button', { name: 'Preview' }).click();
    await page.getByRole('heading', { name: /^Preview \d+/ }).waitFor();
    await untilEnded(page);
    tookMs.push(Math.round(performance.now() - begun));
    await expectCounts(page, { Pages: 300, New: 300 });
  }
  if (process.env.SHOW_TIMES) process.stderr.write(`zip ${tookMs[0]} ms, folder ${tookMs[1]} ms\n`);
  expect(sent.map((url) => url.includes('?'))).toEqual([true, false, false]);
});

it('previews a folder of the server, however many there are beside it', async () => {
  const { page, open } = newsroom.panel;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await open(`${IMPORTER}/import`);
  await page.getByRole('tab', { name: 'From the server' }).click();
  await button(`Open ${served}`).click();
  await button('Open years').click();
  await page.getByText(`Page 1 of 2, ${MANY} in all`).waitFor();
  await eventually(async () => expect(await page.getByRole('radio', { name: /^year-/ }).count()).toBe(50));
  expect(await findFaultsEverywhere(page)).toEqual([]);
  await button('Next').click();
  await page.getByText(`Page 2 of 2, ${MANY} in all`).waitFor();
  await eventually(async () => expect([await button('Previous').isEnabled(), await button('Next').isEnabled()]).toEqual([true, false]));
  await page.getByRole('radio', { name: folderName(MANY) }).check();
  await button('Preview').click();
  await page.getByRole('heading', { name: /^Preview \d+/ }).waitFor();
  await untilEnded(page);
  await expectCounts(page, { New: 1 });
});
