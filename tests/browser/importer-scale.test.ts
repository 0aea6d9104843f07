import { findTallerThanWindow } from './audit';
import { eventually } from './eventually';
import { fillRun } from './fill-run';
import { choose, IMPORTER } from './importer-steps';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';

jest.setTimeout(5 * 60_000);

/** How often each run is opened, in turn: what else a machine does then slows both alike. */
const TIMES = 5;

/** How much longer a run of 100,000 pages may take to open than one of some. */
const MOST_TIMES_SLOWER = 4;

let newsroom: NewsroomInBrowser;
/** Numbers of a run with 100,000 entries and of one with twenty. */
let large: number;
let small: number;

beforeAll(async () => {
  newsroom = await openNewsroom('seeds/site');
  large = fillRun(newsroom.server.database);
  small = fillRun(newsroom.server.database, 20);
});

afterAll(() => newsroom.close());

const row = (text: string) => newsroom.panel.page.getByRole('row').filter({ hasText: text });

/** Milliseconds until a run's numbers and the first of its pages are seen. */
async function timeToOpen(run: number): Promise<number> {
  const begun = performance.now();
  await newsroom.panel.open(`${IMPORTER}/runs/${run}`);
  await newsroom.panel.page.getByRole('button', { name: /No date/ }).waitFor();
  await row('Story number 1').first().waitFor();
  return performance.now() - begun;
}

const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;

it('shows a run of 100,000 pages a part at a time', async () => {
  const { panel } = newsroom;
  await panel.open(`${IMPORTER}/runs/${large}`);
  await row('Story number 1').first().waitFor();
  expect(await panel.page.getByRole('row').count()).toBeLessThan(200);
  await choose(panel.page, 'Result', 'Needs a person');
  await row('Story number 20').first().waitFor();
  const rows = panel.page.getByRole('row');
  await eventually(async () => expect(await rows.filter({ hasText: 'Needs a person' }).count()).toBe((await rows.count()) - 1));
});

it('is paged through and scrolled to its end, each page of the list asked for by itself', async () => {
  const { page, open } = newsroom.panel;
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/\/importer\/runs\/\d+\/entries/.test(request.url())) asked.push(new URL(request.url()).searchParams.get('page') ?? '1');
  });
  await open(`${IMPORTER}/runs/${large}`);
  await row('Story number 1').first().waitFor();
  const size = (await page.getByRole('row').count()) - 1;

  await page.getByRole('link', { name: 'Go to next page' }).click();
  await row(`Story number ${size + 1}`)
    .first()
    .waitFor();
  const last = 100_000 / size;
  await page.getByRole('link', { name: new RegExp(`^Go to page ${last}$`) }).click();
  const end = row('Story number 99999');
  await end.waitFor();
  expect(asked).toEqual(['1', '2', String(last)]);
  expect(await page.getByRole('row').count()).toBe(size + 1);
  await end.scrollIntoViewIfNeeded();
  await eventually(async () =>
    expect(await end.evaluate((element) => element.getBoundingClientRect().bottom <= window.innerHeight)).toBe(true),
  );
  expect(await findTallerThanWindow(page)).toEqual([]);
});

it('opens it about as soon as a run of a few pages', async () => {
  const times = { large: [] as number[], small: [] as number[] };
  await timeToOpen(small);
  for (let turn = 0; turn < TIMES; turn += 1) {
    times.small.push(await timeToOpen(small));
    times.large.push(await timeToOpen(large));
  }
  expect(median(times.large) / median(times.small)).toBeLessThan(MOST_TIMES_SLOWER);
});
