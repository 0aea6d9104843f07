import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addRun } from './add-run';
import { eventually } from './eventually';
import { IMPORTER } from './importer-steps';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';
import { chooseLanguage } from './panel';
import { saveScreenshot } from './screenshot';

jest.setTimeout(3 * 60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-states-'));
const gone = path.join(folder, 'gone');
let newsroom: NewsroomInBrowser;

beforeAll(async () => {
  newsroom = await openNewsroom('seeds/site');
});

afterAll(async () => {
  await newsroom.close();
  rmSync(folder, { recursive: true, force: true });
});

it('leads from the partner links to the texts of the site', async () => {
  const { panel } = newsroom;
  await panel.open(`${IMPORTER}/partners`);
  await panel.page.getByRole('link', { name: 'Name, slogan and headings of the site' }).click();
  await panel.page.locator('[name=slogan]').waitFor();
});

it('says again what it could not load, and loads it when somebody asks', async () => {
  const { panel } = newsroom;
  const summary = '**/importer/inbox/summary';
  await panel.page.route(summary, (route) => route.fulfill({ status: 404, json: { data: null, error: { status: 404, message: 'Gone' } } }));
  await panel.open(`${IMPORTER}/inbox`);
  await panel.page.getByRole('alert').filter({ hasText: 'Gone' }).waitFor();
  await panel.page.unroute(summary);
  await panel.page.getByRole('button', { name: 'Try again' }).click();
  await panel.page.getByRole('button', { name: 'Left out 0' }).waitFor();
  await eventually(async () => expect(await panel.page.getByRole('alert').filter({ hasText: 'Gone' }).count()).toBe(0));
});

const WORDS = {
  English: {
    interrupted: /It does not go on by itself/,
    ...{
      goOn: 'Go on',
      failed: /It could not go on: the disk is full\. What it has written stands/,
      nothing: 'There is nothing that can be read at',
    },
  },
  Русский: {
    interrupted: /Сам он не продолжится/,
    ...{ goOn: 'Продолжить', failed: /Продолжить не удалось: the disk is full\. Всё записанное/, nothing: 'Здесь нечего прочитать' },
  },
  Azərbaycanca: {
    interrupted: /Özü davam etməyəcək/,
    ...{ goOn: 'Davam et', failed: /Davam etmək alınmadı: the disk is full\./, nothing: 'Burada oxuna bilən heç nə yoxdur' },
  },
} as const;

describe('offers to go on with what has stopped, and says why it did, and why it can not go on', () => {
  const runs = { failed: 0, interrupted: 0 };

  beforeAll(() => {
    const { database } = newsroom.server;
    const failure = { code: 'failed', values: { reason: 'the disk is full' } };
    runs.failed = addRun(database, { state: 'failed', folder: gone, failure });
    runs.interrupted = addRun(database, { state: 'interrupted', folder: gone });
  });

  it.each(Object.keys(WORDS) as (keyof typeof WORDS)[])('in %s', async (language) => {
    const { panel } = newsroom;
    const words = WORDS[language];
    await chooseLanguage(panel, language);

    await panel.open(`${IMPORTER}/runs/${runs.interrupted}`);
    await panel.page.getByText(words.interrupted).waitFor();
    await panel.page.getByRole('button', { name: words.goOn, exact: true }).waitFor();

    await panel.open(`${IMPORTER}/runs/${runs.failed}`);
    await panel.page.getByText(words.failed).waitFor();
    await panel.page.getByRole('button', { name: words.goOn, exact: true }).click();
    await panel.page.getByText(`${words.nothing}: ${gone}`).waitFor();
    if (language === 'Русский') await saveScreenshot(panel, 'failed');
  });
});
