import { choose, IMPORTER } from '../../browser/importer-steps';
import type { Panel } from '../../browser/panel';
import { percentile } from '../percentile';

/** Milliseconds, of several times. */
interface Times {
  readonly median: number;
  readonly longest: number;
}

/** The first run, which has imported the pages of `seeds/site` at the start. */
const SMALL_RUN = 1;

async function timesOf(loads: number, work: () => Promise<void>): Promise<Times> {
  await work();
  const times: number[] = [];
  for (let load = 0; load < loads; load += 1) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return { median: Math.round(percentile(times, 0.5)), longest: Math.round(times.at(-1) ?? Number.NaN) };
}

/**
 * Measures in the browser, from the address to the rows that a person reads: loading the panel is part of it.
 *
 * @param large the run of 100,000 pages.
 */
export async function measure({ page, open }: Panel, large: number, loads: number, tell: (what: string) => void) {
  const rows = page.locator('main').getByRole('row');
  const openRun = async (run: number) => {
    // A page that is already there would not be loaded again.
    await page.goto('about:blank');
    await open(`${IMPORTER}/runs/${run}`);
    await rows.nth(1).waitFor();
  };

  tell('Opening a small run');
  const smallRun = await timesOf(loads, () => openRun(SMALL_RUN));
  tell('Opening the large run');
  const largeRun = await timesOf(loads, () => openRun(large));
  tell('Filtering the large run');
  const shown = (text: string) => rows.filter({ hasText: text }).first().waitFor();
  const filter = async () => {
    await choose(page, 'Result', 'Needs a person');
    await shown('Story number 20');
    await choose(page, 'Result', 'All');
    await shown('Story number 1');
  };
  const filterTwice = await timesOf(loads, filter);
  return {
    openSmallRunMs: smallRun,
    openLargeRunMs: largeRun,
    filterAndBackMs: filterTwice,
    largeToSmall: Number((largeRun.median / smallRun.median).toFixed(2)),
  };
}
