import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { pageText, writePages } from '../helpers/page-text';
import { countOf, dropFromDisk, IMPORTER, untilEnded } from './importer-steps';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';

jest.setTimeout(3 * 60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-folders-'));
const archive = path.join(folder, 'archive');
let newsroom: NewsroomInBrowser;

beforeAll(async () => {
  writePages(archive, {
    'lighthouse.txt': pageText({ title: 'Маяк покрасили' }),
    '2021/boats.txt': pageText({ title: 'Лодки вернулись в гавань' }),
    '2021/06/bridge.txt': pageText({ title: 'Мост открыт после ремонта' }),
    '.DS_Store': 'no page',
  });
  newsroom = await openNewsroom('seeds/site');
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
  expect([await countOf(panel.page, 'Pages'), await countOf(panel.page, 'New')]).toEqual([3, 3]);
  for (const name of ['archive/lighthouse.txt', 'archive/2021/boats.txt', 'archive/2021/06/bridge.txt'])
    await panel.page.getByRole('row').filter({ hasText: name }).waitFor();
});
