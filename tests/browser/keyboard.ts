import type { Page } from 'playwright-core';

/** What a mouse can press. */
const PRESSED = 'a[href], button, input, select, textarea, summary, [role="button"], [role="checkbox"], [role="switch"]';

/** What stands in for something else, or can't be pressed now. */
const NOT_PRESSED = ':disabled, [aria-disabled="true"], [aria-hidden="true"]';

/** In these the arrow keys lead on. */
const BY_ARROWS = '[role="tablist"], [role="radiogroup"], [role="listbox"], [role="menu"]';

/** Numbers all that can be pressed in the page's main part, and puts the focus before it. @returns how many there are. */
const numberStops = (page: Page): Promise<number> =>
  page.evaluate(
    ([pressed, notPressed, byArrows]) => {
      const main = document.querySelector('main');
      if (main === null) throw new Error('The page has no main part');
      const stops = Array.from(main.querySelectorAll<HTMLElement>(pressed)).filter(
        (element) => element.getClientRects().length > 0 && !element.matches(notPressed) && element.closest(byArrows) === null,
      );
      stops.forEach((element, index) => element.setAttribute('data-stop', String(index)));
      main.tabIndex = -1;
      main.focus();
      return stops.length;
    },
    [PRESSED, NOT_PRESSED, BY_ARROWS] as const,
  );

/** The number of what has the focus; null for what has none, and undefined outside of the main part. */
const focusedStop = (page: Page): Promise<number | null | undefined> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (focused?.closest('main') == null) return undefined;
    const stop = focused.getAttribute('data-stop');
    return stop === null ? null : Number(stop);
  });

/** What can be pressed with a mouse on a page, and is not come to with the Tab key, each in a line. A radio button stands for its group. */
export async function findUnreachable(page: Page): Promise<string[]> {
  const count = await numberStops(page);
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
