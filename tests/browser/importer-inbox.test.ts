import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { Locator } from 'playwright-core';
import { makeZip } from '../helpers/make-archive';
import { pageText } from '../helpers/page-text';
import { findFaultsEverywhere } from './audit';
import { eventually } from './eventually';
import { choose, dropFile, importArchive, IMPORTER, openArticle, previewArchive, untilEnded } from './importer-steps';
import { findUnreachable } from './keyboard';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';
import { saveScreenshot } from './screenshot';

jest.setTimeout(5 * 60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-conflicts-'));
let newsroom: NewsroomInBrowser;

const HEADLINES = { first: 'Лодки вернулись в гавань', mine: 'Все лодки вернулись домой', theirs: 'Лодки вернулись в старую гавань' };

const TEXTS = {
  first: ['Рыбаки вышли в море ещё затемно.', 'К полудню вернулись все.'],
  theirs: ['Рыбаки вышли в море ещё затемно.', 'К полудню вернулись все, кроме одной.'],
};

/** The same archive as it was saved another time: the page in it tells its story anew. */
function writeArchive(when: 'first' | 'theirs'): string {
  const file = path.join(folder, when, 'archive.zip');
  mkdirSync(path.dirname(file), { recursive: true });
  const other = pageText({ title: 'Маяк покрасили', paragraphs: ['Маяк снова белый.', 'Краски хватило на забор.'] });
  const page = pageText({ title: HEADLINES[when], paragraphs: TEXTS[when] });
  writeFileSync(
    file,
    makeZip([
      { name: '1.txt', content: page },
      { name: '2.txt', content: other },
    ]),
  );
  return file;
}

const HORN = 'The horn of the old lighthouse';

const ENDS = { first: 'It sounds at noon.', mine: 'It sounds at noon. At midnight, too.', theirs: 'It is **silent** now.' };

/** A page of Markdown as it was saved one time or another, with another end. */
function writeNote(when: 'first' | 'theirs'): string {
  const file = path.join(folder, when, 'note.zip');
  mkdirSync(path.dirname(file), { recursive: true });
  const head = ['---', `title: ${HORN}`, 'date: 2021-07-05 11:40', 'lang: en', '---'].join('\n');
  const content = [head, 'The horn is loud.', '> Nobody sleeps through it.', `${ENDS[when]}\n`].join('\n\n');
  writeFileSync(file, makeZip([{ name: 'note.md', content }]));
  return file;
}

beforeAll(async () => {
  newsroom = await openNewsroom('seeds/site');
});

afterAll(async () => {
  await newsroom.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a page of the run that is shown. @returns what stands beside its text. */
async function openPage(headline: string): Promise<Locator> {
  const { page } = newsroom.panel;
  await page.getByRole('row').filter({ hasText: headline }).getByRole('link').first().click();
  await page.getByRole('heading', { name: 'Text of the page' }).waitFor();
  return page.getByRole('region', { name: /^(?:What was recognised|The article now)/ });
}

const lineWith = (text: string) => newsroom.panel.page.locator('[data-line]').filter({ hasText: text });

it('shows in a preview what was recognised in a page that is new, beside its lines', async () => {
  await previewArchive(newsroom.panel, writeArchive('first'));
  const story = await openPage(HEADLINES.first);
  await story.getByText('The page is new').waitFor();
  await lineWith(HEADLINES.first).waitFor();
  await eventually(async () => expect(await story.innerText()).toContain(TEXTS.first[1]));
  expect(await newsroom.panel.text()).not.toContain('No article came of this page');
  expect(await newsroom.panel.page.getByRole('button', { name: 'The article now' }).count()).toBe(0);
});

it('settles a conflict by field: what the editor wrote, or what the page says', async () => {
  const { panel } = newsroom;
  const { page } = panel;
  await importArchive(panel, writeArchive('first'));
  await page
    .getByRole('row')
    .filter({ hasText: HEADLINES.first })
    .getByRole('link', { name: /^Open article/ })
    .click();
  await page.locator('[name=title]').fill(HEADLINES.mine);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved document').waitFor();

  await previewArchive(panel, writeArchive('theirs'));
  const beside = await openPage(HEADLINES.theirs);
  await beside.getByText(`In the article now: ${HEADLINES.mine}`).waitFor();
  await lineWith(HEADLINES.theirs).waitFor();
  // The text would be updated, too: what the article lacks is marked.
  await eventually(async () =>
    expect((await beside.innerText()).replace(/\s+/g, ' ')).toContain(`Not in the article now ${TEXTS.theirs[1]}`),
  );
  expect(await beside.innerText()).not.toContain(TEXTS.first[1]);
  await page.waitForLoadState('networkidle');
  await saveScreenshot(panel, 'preview-page');
  expect(await findFaultsEverywhere(page)).toEqual([]);
  await beside.getByRole('button', { name: 'The article now' }).click();
  await beside.getByText(`On the page: ${HEADLINES.theirs}`).waitFor();
  await eventually(async () => expect((await beside.innerText()).replace(/\s+/g, ' ')).toContain(`Not on the page ${TEXTS.first[1]}`));

  await importArchive(panel, writeArchive('theirs'));
  await page.getByText('Editor and page disagree: headline').waitFor();

  await panel.open(`${IMPORTER}/inbox?kind=conflict`);
  await page.getByRole('link', { name: /^Settle/ }).click();
  const sides = page.getByRole('group', { name: 'Headline' });
  await sides.getByText(HEADLINES.mine).waitFor();
  const theirs = sides.getByRole('radio', { name: /^On the page/ });
  await theirs.check();
  await page.waitForLoadState('networkidle');
  await saveScreenshot(panel, 'conflict');
  expect(await findFaultsEverywhere(page)).toEqual([]);
  expect(await findUnreachable(page)).toEqual([]);

  // Without a mouse: what the editor wrote, and then, on second thoughts, what the page says.
  await theirs.focus();
  await page.keyboard.press('ArrowUp');
  await eventually(async () => expect(await theirs.isChecked()).toBe(false));
  await page.keyboard.press('ArrowDown');
  await eventually(async () => expect(await theirs.isChecked()).toBe(true));
  await page.getByRole('button', { name: 'Settle' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('The page was imported').waitFor();

  await panel.open(`${IMPORTER}/inbox?kind=conflict`);
  await page.getByText('Nothing contradicts your changes').waitFor();
  await panel.open('/content-manager/collection-types/api::article.article?plugins[i18n][locale]=ru');
  await page.getByRole('row').filter({ hasText: HEADLINES.theirs }).waitFor();
});

it('settles a conflict over the text, of which both sides are shown as blocks', async () => {
  const { panel } = newsroom;
  const { page } = panel;
  const editor = (text: string) => page.locator('[contenteditable=true]').getByText(text);
  await importArchive(panel, writeNote('first'));
  await openArticle(panel, HORN);
  await editor(ENDS.first).click();
  await page.keyboard.press('End');
  await page.keyboard.type(ENDS.mine.slice(ENDS.first.length));
  await editor(ENDS.mine).waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved document').waitFor();

  await importArchive(panel, writeNote('theirs'));
  await page.getByText('Editor and page disagree: text').waitFor();
  await panel.open(`${IMPORTER}/inbox?kind=conflict`);
  await page.getByRole('link', { name: /^Settle/ }).click();
  const sides = page.getByRole('group', { name: 'Text' });
  await sides.getByText(ENDS.mine).waitFor();
  expect(await sides.locator('blockquote').allInnerTexts()).toEqual(['Nobody sleeps through it.', 'Nobody sleeps through it.']);
  expect(await sides.locator('strong').allInnerTexts()).toEqual(['silent']);
  await sides.getByRole('radio', { name: /^On the page/ }).check();
  expect(await findFaultsEverywhere(page)).toEqual([]);
  await page.getByRole('button', { name: 'Settle' }).click();
  await page.getByText('The page was imported').waitFor();

  await openArticle(panel, HORN);
  await editor('silent').waitFor();
  expect(await editor(ENDS.mine).count()).toBe(0);
});

it('takes in a page without a headline with the keyboard alone, in the language and the time zone that were chosen', async () => {
  const { panel, server } = newsroom;
  const { page } = panel;
  const file = path.join(folder, 'headless.zip');
  const content = ['News of the island', '12 05.07.2021 11:40 A A', 'The horn calls the boats in.', 'It was lent by the lighthouse.'].join(
    '\n\n',
  );
  writeFileSync(file, makeZip([{ name: 'headless.txt', content }]));
  await panel.open(`${IMPORTER}/import`);
  await dropFile(page, file);
  await choose(page, 'Language of the pages', 'English');
  await page.getByRole('combobox', { name: 'Time zone of the dates' }).focus();
  await page.keyboard.type('Europe/Lon');
  const london = page.getByRole('option', { name: 'Europe/London' });
  await london.waitFor();
  await page.keyboard.press('ArrowDown');
  await london.and(page.locator('[data-highlighted]')).waitFor();
  await page.keyboard.press('Enter');
  await eventually(async () =>
    expect(await page.getByRole('combobox', { name: 'Time zone of the dates' }).inputValue()).toBe('Europe/London'),
  );
  await page.getByRole('button', { name: 'Import at once' }).click();
  await page.getByRole('heading', { name: /^Import \d+/ }).waitFor();
  await untilEnded(page);

  await panel.open(`${IMPORTER}/inbox`);
  await page.getByRole('link', { name: /^Correct/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: /^Headline/ }).focus();
  await page.getByRole('option', { name: 'News of the island' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'The horn calls the boats in.' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await eventually(async () =>
    expect(await page.getByRole('textbox', { name: /^Headline/ }).inputValue()).toBe('The horn calls the boats in.'),
  );
  await page.getByRole('textbox', { name: /^Category/ }).focus();
  await page.keyboard.type('Island');
  expect(await findFaultsEverywhere(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText('The page was imported').waitFor();

  const database = new Database(server.database, { readonly: true });
  const article = database
    .prepare(
      `select a.locale, a.date_published as date, c.name as category from articles a
       join articles_category_lnk l on l.article_id = a.id join categories c on c.id = l.category_id where a.title = ?`,
    )
    .get('The horn calls the boats in.');
  database.close();
  // In July, Greenwich's clock is an hour behind London's.
  expect(article).toEqual({ locale: 'en', date: Date.parse('2021-07-05T10:40:00Z'), category: 'Island' });
});

it('leaves no errors in the browser', () => {
  expect(newsroom.panel.errors).toEqual([]);
});
