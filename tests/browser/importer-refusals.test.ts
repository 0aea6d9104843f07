import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addRun } from './add-run';
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
  expect(await panel.page.getByRole('alert').filter({ hasText: 'Gone' }).count()).toBe(0);
});

it('offers to go on with what has stopped, and says in Russian why it did, and why it can not go on', async () => {
  const { panel, server } = newsroom;
  const failure = { code: 'failed', values: { reason: 'диск полон' } };
  const failed = addRun(server.database, { state: 'failed', folder: gone, failure });
  const interrupted = addRun(server.database, { state: 'interrupted', folder: gone });
  await chooseLanguage(panel, 'Русский');

  await panel.open(`${IMPORTER}/runs/${interrupted}`);
  await panel.page.getByText(/Сам он не продолжится/).waitFor();
  await panel.page.getByRole('button', { name: 'Продолжить' }).waitFor();

  await panel.open(`${IMPORTER}/runs/${failed}`);
  await panel.page.getByText(/Продолжить не удалось: диск полон\. Всё записанное сохранено/).waitFor();
  await panel.page.getByRole('button', { name: 'Продолжить' }).click();
  await panel.page.getByText(`Здесь нечего прочитать: ${gone}`).waitFor();
  await saveScreenshot(panel, 'failed');
});
