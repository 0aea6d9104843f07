import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Longer than any transition of the design system. */
const A_MOMENT_MS = 700;

const GRAVE: readonly unknown[] = ['serious', 'critical'];

declare global {
  interface Window {
    readonly axe: { run(context: object): Promise<AxeResults> };
  }
}

async function findFaultsNow(page: Page, parts: readonly string[]): Promise<string[]> {
  const include = (parts.length === 0 ? ['main'] : parts).map((part) => [part]);
  const { violations } = await page.evaluate((within) => window.axe.run({ include: within }), include);
  return violations
    .filter(({ impact }) => GRAVE.includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

/**
 * Serious faults that axe finds in a part of a page, each in a line: in what the page itself shows, without Strapi's own frame
 * around it, unless selectors name other parts. What is gone a moment later, as a colour that is on its way to another, is none.
 */
export async function findFaults(page: Page, ...parts: readonly string[]): Promise<string[]> {
  await page.evaluate(AXE);
  const first = await findFaultsNow(page, parts);
  if (first.length === 0) return first;
  await page.waitForTimeout(A_MOMENT_MS);
  return findFaultsNow(page, parts);
}

/** By how many pixels the page is wider than its window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** By how many pixels the page is taller than its window: menu and page scroll within it, and never the document itself. */
const excess = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);

const WIDTHS = [1280, 390];

const ground = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** What is found in the dark and in the light theme, without loading the page anew. Afterwards the page is light. */
async function inBothThemes(page: Page, find: () => Promise<string[]>): Promise<string[]> {
  const faults: string[] = [];
  const grounds = new Set<string>();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const fault of await find()) faults.push(`${colorScheme}, ${fault}`);
    grounds.add(await ground(page));
  }
  if (grounds.size !== 2) throw new Error(`The panel has one theme only: ${[...grounds].join()}`);
  return faults;
}

/** In which windows, wide or narrow, the document is taller than its window, each in a line. Afterwards the page is wide. */
export async function findTallerThanWindow(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const width of [...WIDTHS].reverse()) {
    await page.setViewportSize({ width, height: 800 });
    const pixels = await excess(page);
    if (pixels > 0) faults.push(`${width}: is ${pixels} pixels taller than the window`);
  }
  return faults;
}

/**
 * Serious faults in the light and in the dark theme, in wide and in narrow windows, each in a line, without loading the page anew,
 * and that the page is taller than its window; of a whole page also that it is wider. Afterwards the page is light and wide.
 */
export const findFaultsEverywhere = (page: Page, ...parts: readonly string[]): Promise<string[]> =>
  inBothThemes(page, async () => {
    const faults: string[] = [];
    for (const width of [...WIDTHS].reverse()) {
      await page.setViewportSize({ width, height: 800 });
      for (const fault of await findFaults(page, ...parts)) faults.push(`${width}: ${fault}`);
      if (parts.length === 0 && (await overflow(page)) > 0) faults.push(`${width}: is wider than the window`);
    }
    return [...faults, ...(await findTallerThanWindow(page))];
  });

/** Serious faults of the open dialog, in both themes, while the mouse is on what confirms it. The window keeps its width. */
export async function findFaultsOfDialog(page: Page, confirm: string): Promise<string[]> {
  await page.getByRole('alertdialog').getByRole('button', { name: confirm }).hover();
  return inBothThemes(page, () => findFaults(page, '[role="alertdialog"]'));
}
