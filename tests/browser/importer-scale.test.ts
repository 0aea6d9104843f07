import { fillRun } from './fill-run';
import { choose, IMPORTER } from './importer-steps';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';

jest.setTimeout(5 * 60_000);

let newsroom: NewsroomInBrowser;

beforeAll(async () => {
  newsroom = await openNewsroom('seeds/site');
});

afterAll(() => newsroom.close());

it('shows a run of 100,000 pages a part at a time', async () => {
  const { server, panel } = newsroom;
  const row = (text: string) => panel.page.getByRole('row').filter({ hasText: text });
  const run = fillRun(server.database);
  await panel.open(`${IMPORTER}/runs/${run}`);
  await row('Story number 1').first().waitFor();
  expect(await panel.page.getByRole('row').count()).toBeLessThan(200);
  await choose(panel.page, 'Result', 'Needs a person');
  await row('Story number 20').first().waitFor();
  expect(await panel.page.getByRole('row').filter({ hasText: 'Needs a person' }).count()).toBe(
    (await panel.page.getByRole('row').count()) - 1,
  );
});
