import type { Locator } from 'playwright-core';
import { eventually } from './eventually';
import { IMPORTER } from './importer-steps';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';

jest.setTimeout(5 * 60_000);

/** As `seeds/site` names them, in its order. */
const [LIGHTHOUSE, TRAM, BOOKS, BREAD, WAVE] = ['Mayak Evi', 'Sahil Tramvayı', 'Kitab Körpüsü', 'İsti Çörək', 'Mavi Ləpə'] as const;

let newsroom: NewsroomInBrowser | undefined;

function panel() {
  if (newsroom === undefined) throw new Error('The newsroom was not opened');
  return newsroom.panel;
}

const page = () => panel().page;
const rows = () => page().getByRole('list', { name: 'Partner links' }).getByRole('listitem');
const handle = (name: string) => page().getByRole('button', { name: `Move ${name}`, exact: true });
const button = (name: string) => page().getByRole('button', { name });

/** The partners' names from top to bottom, as they are shown. */
const order = () =>
  rows().evaluateAll((items) =>
    [...items]
      .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
      .map((item) => item.querySelector('img')?.alt.replace(/^Logo of /, '')),
  );

/** Expects this order, from top to bottom, of the page when it is loaded anew. */
async function expectAfterReload(names: readonly string[]): Promise<void> {
  await page().reload();
  await eventually(async () => expect(await order()).toEqual(names));
}

/** Does something, and waits until the server has kept it. */
async function untilKept(act: () => Promise<void>): Promise<void> {
  const kept = page().waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().includes('/importer/partners/'));
  await act();
  expect((await kept).status()).toBe(200);
}

async function middleOf(what: Locator): Promise<readonly [number, number]> {
  const box = await what.boundingBox();
  if (box === null) throw new Error('It is not to be seen');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

beforeAll(async () => {
  newsroom = await openNewsroom('seeds/site');
});

beforeEach(async () => {
  await panel().open(`${IMPORTER}/partners`);
  await rows().nth(4).waitFor();
});

afterAll(() => newsroom?.close());

it('shows each logo as readers see it: a picture in WebP', async () => {
  const logos = page().getByRole('img', { name: /^Logo of / });
  await eventually(async () => expect(await logos.count()).toBe(5));
  for (const logo of await logos.all()) {
    const [url, width] = await logo.evaluate(async (image) => {
      if (!(image instanceof HTMLImageElement)) throw new Error('The logo is no picture');
      await image.decode();
      return [image.src, image.naturalWidth] as const;
    });
    expect(width).toBeGreaterThan(0);
    expect((await page().request.get(url)).headers()['content-type']).toBe('image/webp');
  }
});

it('changes the order by dragging with the mouse', async () => {
  await eventually(async () => expect(await order()).toEqual([LIGHTHOUSE, TRAM, BOOKS, BREAD, WAVE]));
  const [x, from] = await middleOf(handle(LIGHTHOUSE));
  const [, to] = await middleOf(handle(BOOKS));
  await page().mouse.move(x, from);
  await page().mouse.down();
  await page().mouse.move(x, from + 20, { steps: 4 });
  await page().mouse.move(x, to + 4, { steps: 8 });
  await page().getByText(`${LIGHTHOUSE} is at place 3 of 5.`).waitFor({ state: 'attached' });
  await untilKept(() => page().mouse.up());
  await expectAfterReload([TRAM, BOOKS, LIGHTHOUSE, BREAD, WAVE]);
});

it('changes the order with the keyboard, says so to screen readers, and leaves all as it was with Escape', async () => {
  const said = (words: string) => page().getByText(words).waitFor({ state: 'attached' });
  await handle(WAVE).focus();
  await page().keyboard.press('Space');
  await said(`${WAVE} is at place 5 of 5.`);
  await page().keyboard.press('ArrowUp');
  await said(`${WAVE} is at place 4 of 5.`);
  await page().keyboard.press('Escape');
  await said(`${WAVE} is where it was.`);
  await expectAfterReload([TRAM, BOOKS, LIGHTHOUSE, BREAD, WAVE]);

  await handle(WAVE).focus();
  await page().keyboard.press('Space');
  await said(`${WAVE} is at place 5 of 5.`);
  await page().keyboard.press('ArrowUp');
  await said(`${WAVE} is at place 4 of 5.`);
  await page().keyboard.press('ArrowUp');
  await said(`${WAVE} is at place 3 of 5.`);
  await untilKept(() => page().keyboard.press('Space'));
  await expectAfterReload([TRAM, BOOKS, WAVE, LIGHTHOUSE, BREAD]);
});

it('changes the order step by step with buttons, as far as it goes', async () => {
  expect(await button(`Move ${TRAM} up`).isDisabled()).toBe(true);
  expect(await button(`Move ${BREAD} down`).isDisabled()).toBe(true);
  await untilKept(() => button(`Move ${TRAM} down`).click());
  await untilKept(() => button(`Move ${BREAD} up`).click());
  await expectAfterReload([BOOKS, TRAM, WAVE, BREAD, LIGHTHOUSE]);
});

it('hides a partner from readers with its switch, and shows it again', async () => {
  const shown = page().getByRole('switch', { name: `Show ${LIGHTHOUSE} to readers` });
  await eventually(async () => expect(await shown.isChecked()).toBe(true));
  await untilKept(() => shown.click());
  await page().reload();
  await shown.waitFor();
  await eventually(async () => expect(await shown.isChecked()).toBe(false));
  await rows().filter({ has: shown }).getByText('Hidden').waitFor();
  await shown.focus();
  await untilKept(() => page().keyboard.press('Space'));
  await page().reload();
  await shown.waitFor();
  await eventually(async () => expect(await shown.isChecked()).toBe(true));
});

it('takes a change back, and says why, when the server refuses it', async () => {
  await page().route('**/importer/partners/order', (route) =>
    route.fulfill({ status: 403, json: { data: null, error: { status: 403, name: 'ForbiddenError', message: 'Forbidden', details: {} } } }),
  );
  const before = await order();
  await button(`Move ${BOOKS} down`).click();
  await page().getByText('Your role does not allow this.').waitFor();
  await eventually(async () => expect(await order()).toEqual(before));
  await page().unroute('**/importer/partners/order');
});
