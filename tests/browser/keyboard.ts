import type { Page } from 'playwright-core';

/** What a mouse can press. */
const PRESSED = 'a[href], button, input, select, textarea, summary, [role="button"], [role="checkbox"], [role="switch"]';

/** What stands in for something else, or can't be pressed now. */
const NOT_PRESSED = ':disabled, [aria-disabled="true"], [aria-hidden="true"]';

/** In these the arrow keys lead on. */
const BY_ARROWS = '[role="tablist"], [role="radiogroup"], [role="listbox"], [role="menu"]';

/** Numbers all that can be pressed in a part, and puts the focus before the page's main part. @returns how many the main part has. */
const numberStops = (page: Page, part: string): Promise<number> =>
  page.evaluate(
    ([pressed, notPressed, byArrows, within]) => {
      const main = document.querySelector('main');
      const parts = Array.from(document.querySelectorAll(within));
      if (main === null || parts.length === 0) throw new Error(`The page has no main part, or no ${within}`);
      const stops = parts
        .flatMap((one) => Array.from(one.querySelectorAll<HTMLElement>(pressed)))
        .filter((element) => element.getClientRects().length > 0 && !element.matches(notPressed) && element.closest(byArrows) === null);
      stops.forEach((element, index) => element.setAttribute('data-stop', String(index)));
      main.tabIndex = -1;
      main.focus();
      return main.querySelectorAll(pressed).length;
    },
    [PRESSED, NOT_PRESSED, BY_ARROWS, part] as const,
  );

/** The number of what has the focus; null for what has none, and undefined outside of the main part. */
const focusedStop = (page: Page): Promise<number | null | undefined> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (focused?.closest('main') == null) return undefined;
    const stop = focused.getAttribute('data-stop');
    return stop === null ? null : Number(stop);
  });

/**
 * What can be pressed with a mouse on a page, and is not come to with the Tab key, each in a line. A radio button stands for its
 * group.
 *
 * @param part a selector of the parts that are looked at: of the main part all, unless another is given.
 */
export async function findUnreachable(page: Page, part = 'main'): Promise<string[]> {
  const count = await numberStops(page, part);
  const reached: number[] = [];
  for (let presses = 0; presses < 2 * count + 20; presses += 1) {
    await page.keyboard.press('Tab');
    const stop = await focusedStop(page);
    if (stop === undefined) break;
    if (stop !== null) reached.push(stop);
  }
  return page.evaluate((stops) => {
    const radios = (name: string) => Array.from(document.querySelectorAll(`input[type="radio"][name="${CSS.escape(name)}"]`));
    const isReached = (element: Element) => stops.includes(Number(element.getAttribute('data-stop')));
    return Array.from(document.querySelectorAll<HTMLInputElement>('[data-stop]'))
      .filter((element) => !isReached(element) && !(element.type === 'radio' && radios(element.name).some(isReached)))
      .map((element) => element.outerHTML.slice(0, 200));
  }, reached);
}
