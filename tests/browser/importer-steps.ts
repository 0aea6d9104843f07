import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';
import type { Panel } from './panel';

/** The importer's pages stand below it in the panel. */
export const IMPORTER = '/plugins/importer';

const MINUTE = 60_000;

/** Lets a file fall onto the import page, as from the desk, and waits until it has arrived. */
export async function dropFile(page: Page, file: string): Promise<void> {
  const data = readFileSync(file).toString('base64');
  const transfer = await page.evaluateHandle(
    ([content, name]) => {
      const bytes = Uint8Array.from(atob(content), (char) => char.charCodeAt(0));
      const dropped = new DataTransfer();
      dropped.items.add(new File([bytes], name));
      return dropped;
    },
    [data, path.basename(file)] as const,
  );
  const zone = page.getByTestId('drop-zone');
  const sent = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().includes('/importer/uploads/'));
  for (const type of ['dragenter', 'dragover', 'drop']) await zone.dispatchEvent(type, { dataTransfer: transfer });
  await sent;
}

/** Lets what lies on the disk fall onto the import page, as the system's file manager does. */
export async function dropFromDisk(page: Page, files: readonly string[]): Promise<void> {
  const box = await page.getByTestId('drop-zone').boundingBox();
  if (box === null) throw new Error('There is nowhere to drop anything');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x, y, data });
}

/** Waits for the end of the run that is shown. */
export const untilEnded = (page: Page): Promise<void> =>
  page.locator('main').getByText('Finished', { exact: true }).first().waitFor({ timeout: MINUTE });

/** What a card of the run that is shown says now. */
export async function countOf(page: Page, name: string): Promise<number> {
  const cards = page.getByRole('definition').filter({ visible: true });
  const names = await page.getByRole('term').allInnerTexts();
  const told = await cards.nth(names.findIndex((term) => term.trim() === name)).innerText();
  return Number(told.replaceAll(',', ''));
}

/** Expects the cards of the run that is shown to tell these numbers. */
export const expectCounts = (page: Page, counts: Readonly<Record<string, number>>): Promise<void> =>
  eventually(async () => {
    const told: Record<string, number> = {};
    for (const name of Object.keys(counts)) told[name] = await countOf(page, name);
    expect(told).toEqual(counts);
  });

/** Chooses one of a list. */
export async function choose(page: Page, list: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: list }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Selects a piece of a line as with the mouse. */
export function selectText(line: Locator, text: string): Promise<void> {
  return line.evaluate((element, piece) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(piece);
      if (at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + piece.length);
      const selection = window.getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
      // What is said of the line below it may quote it.
      break;
    }
    element.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
  }, text);
}

/** Imports an archive as drafts, without a preview. */
export async function importArchive({ page, open }: Panel, file: string): Promise<void> {
  await open(`${IMPORTER}/import`);
  await dropFile(page, file);
  await page.getByRole('radio', { name: /^Drafts/ }).check();
  await page.getByRole('button', { name: 'Import at once' }).click();
  await page.getByRole('heading', { name: /^Import \d+/ }).waitFor();
  await untilEnded(page);
}

/** Previews what an import of an archive would do. */
export async function previewArchive({ page, open }: Panel, file: string): Promise<void> {
  await open(`${IMPORTER}/import`);
  await dropFile(page, file);
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('heading', { name: /^Preview \d+/ }).waitFor();
  await untilEnded(page);
}

/** Opens an article in English in the content manager. */
export async function openArticle({ page, open }: Panel, headline: string): Promise<void> {
  await open(`/content-manager/collection-types/api::article.article?_q=${encodeURIComponent(headline)}&plugins[i18n][locale]=en`);
  await page.getByRole('row').filter({ hasText: headline }).getByRole('link').first().click();
  await page.locator('[name=title]').waitFor();
}
