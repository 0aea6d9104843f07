import { openPanelAs } from './colleague';
import { eventually } from './eventually';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';
import type { Panel } from './panel';
import { saveScreenshot } from './screenshot';

jest.setTimeout(5 * 60_000);

const ARTICLES = '/content-manager/collection-types/api::article.article';
type Locale = 'en' | 'ru' | 'az';

let newsroom: NewsroomInBrowser;

beforeAll(async () => {
  newsroom = await openNewsroom('seeds');
});

afterAll(async () => {
  await newsroom.close();
});

/** How many articles of a language the public reads. */
async function countArticles(locale: Locale): Promise<number> {
  const answer = await fetch(`${newsroom.server.url}/api/articles?locale=${locale}`);
  return ((await answer.json()) as { readonly meta: { readonly pagination: { readonly total: number } } }).meta.pagination.total;
}

async function titlesInFeed(locale: Locale): Promise<string[]> {
  const answer = await fetch(`${newsroom.server.url}/api/feed?locale=${locale}`);
  return ((await answer.json()) as { readonly data: readonly { readonly title: string }[] }).data.map(({ title }) => title);
}

const openList = (panel: Panel, locale: Locale) => panel.open(`${ARTICLES}?page=1&pageSize=100&plugins[i18n][locale]=${locale}`);

const rows = ({ page }: Panel) => page.locator('tbody').getByRole('row');

const expectRows = (panel: Panel, count: number) => eventually(async () => expect(await rows(panel).count()).toBe(count));

/** Presses a button beside the form, and waits until the server has done it. */
async function press({ page }: Panel, name: string, path: RegExp): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.request().method() !== 'GET' && path.test(answer.url()));
  await page.getByRole('button', { name, exact: true }).click();
  const answer = await answered;
  expect([name, answer.ok()]).toEqual([name, true]);
}

/** Writes an article, and publishes it. */
async function publishArticle(panel: Panel, locale: Locale, title: string): Promise<void> {
  await panel.open(`${ARTICLES}/create?plugins[i18n][locale]=${locale}`);
  await panel.page.locator('[name=title]').fill(title);
  await press(panel, 'Publish', /actions\/publish/);
  await eventually(async () => expect(await titlesInFeed(locale)).toContain(title));
}

/** Expects the panel to tell no difference between what is saved and what is published, and a date. */
async function expectPublished(panel: Panel): Promise<void> {
  await panel.page.getByText('Published', { exact: true }).first().waitFor();
  expect(await panel.page.getByText('Modified', { exact: true }).count()).toBe(0);
  const date = panel.page.getByRole('group', { name: 'Date published' }).getByLabel('Choose date');
  await eventually(async () => expect(await date.inputValue()).toMatch(/\d/));
}

async function deleteArticle({ page }: Panel): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).first().click();
  await page
    .getByRole('menuitem', { name: /^Delete entry/ })
    .first()
    .click();
  const gone = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Confirm' }).click();
  expect((await gone).status()).toBe(200);
}

it('an Editor sees all articles of each language, and writes, publishes, edits and deletes', async () => {
  const panel = await openPanelAs(newsroom, 'Editor');
  await panel.page.getByRole('region', { name: 'Last import' }).getByText('30 pages').waitFor();
  await saveScreenshot(panel, 'editor-home');
  for (const locale of ['ru', 'az', 'en'] as const) {
    await openList(panel, locale);
    await expectRows(panel, await countArticles(locale));
  }
  await saveScreenshot(panel, 'editor-list');

  await publishArticle(panel, 'az', 'Redaktorun xəbəri');
  await expectPublished(panel);
  expect((await titlesInFeed('az'))[0]).toBe('Redaktorun xəbəri');
  await panel.page.locator('[name=title]').fill('Redaktorun yeni xəbəri');
  await press(panel, 'Publish', /actions\/publish/);
  await eventually(async () => expect((await titlesInFeed('az'))[0]).toBe('Redaktorun yeni xəbəri'));
  await deleteArticle(panel);
  await eventually(async () => expect(await titlesInFeed('az')).not.toContain('Redaktorun yeni xəbəri'));
  await panel.page.context().close();
});

it('an Author sees, publishes and deletes articles of their own only', async () => {
  const panel = await openPanelAs(newsroom, 'Author');
  for (const locale of ['ru', 'az', 'en'] as const) {
    await openList(panel, locale);
    await panel.page
      .getByText(/0 entries/)
      .first()
      .waitFor();
  }
  await publishArticle(panel, 'en', 'Of an author');
  await expectPublished(panel);
  await panel.page.getByRole('combobox', { name: 'Category' }).click();
  await panel.page.getByRole('option', { name: 'Sport', exact: true }).click();
  await press(panel, 'Publish', /actions\/publish/);
  await saveScreenshot(panel, 'author-form');
  await openList(panel, 'en');
  await expectRows(panel, 1);
  await saveScreenshot(panel, 'author-list');
  await rows(panel).first().click();
  await panel.page.locator('[name=title]').waitFor();
  await deleteArticle(panel);
  await eventually(async () => expect(await titlesInFeed('en')).not.toContain('Of an author'));
  expect(await countArticles('en')).toBeGreaterThan(5);
  await panel.page.context().close();
});
