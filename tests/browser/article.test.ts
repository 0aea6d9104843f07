import { DateTime } from 'luxon';
import type { Browser } from 'playwright-core';
import { launchChromium } from './chromium';
import { eventually } from './eventually';
import { EDITOR } from '../helpers/panel-login';
import { type Panel, chooseLanguage, openPanel, registerAdministrator, signIn } from './panel';
import { saveScreenshot } from './screenshot';
import { SEEDS, readSeedPage } from './seed-page';
import { type Server, startServer } from './server';

/** Building the panel takes most of it, the first time. */
jest.setTimeout(5 * 60_000);

const LIST = '/content-manager/collection-types/api::article.article?page=1&pageSize=100&sort=datePublished:DESC';

const seed = readSeedPage();
const published = DateTime.fromFormat(`${seed.date} ${seed.time}`, 'dd.MM.yyyy HH:mm', { locale: 'en-US' });

/** Browsers and Node do not put the same kind of space before AM and PM. */
const plain = (text: string) => text.replace(/\s+/g, ' ');

let server: Server | undefined;
let browser: Browser | undefined;
let panel: Panel;

const articleRow = () => panel.page.getByRole('row').filter({ hasText: seed.headline });

/** Waits for what comes last: the text, and beside the form the panel with the buttons, the one with the views and the one with the import. */
async function openArticle(): Promise<void> {
  await panel.open(LIST);
  await articleRow().getByRole('link').click();
  await panel.page
    .getByRole('textbox')
    .getByText(seed.paragraphs.at(-1) ?? '')
    .waitFor();
  const beside = panel.page.locator('aside');
  await beside.first().getByRole('button').nth(2).waitFor();
  await beside.filter({ hasText: /\d/ }).nth(1).waitFor();
}

const labels = async () => (await panel.page.locator('form label').allInnerTexts()).map((label) => label.replace(/\*$| \(\d+\)$/, ''));

beforeAll(async () => {
  browser = await launchChromium();
  server = await startServer(SEEDS);
  await registerAdministrator(server.url);
  panel = await openPanel(browser, server.url);
  await signIn(panel);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it('lists the article with headline, category, date published, locale, views and status', async () => {
  await panel.open(LIST);
  const cells = articleRow().getByRole('gridcell');
  await cells.first().waitFor();
  await saveScreenshot(panel, 'list');

  const headers = await panel.page.locator('thead th').allInnerTexts();
  expect(headers.map((header) => header.trim().toLowerCase()).filter(Boolean)).toEqual([
    'headline',
    'category',
    'date published',
    'locale',
    'views',
    'status',
  ]);
  const date = `${published.toLocaleString(DateTime.DATE_MED)} ${published.toLocaleString(DateTime.TIME_SIMPLE)} GMT+4`;
  await eventually(async () =>
    expect((await cells.allInnerTexts()).map((cell) => plain(cell.trim())).slice(1, 7)).toEqual([
      seed.headline,
      seed.rubric,
      plain(date),
      'Russian',
      Number(seed.views).toLocaleString('en-US'),
      'Published',
    ]),
  );
});

it('fits the columns into the window of a small laptop', async () => {
  await panel.open(LIST);
  await articleRow().waitFor();
  const hidden = await panel.page
    .locator('table')
    .evaluate(({ parentElement: frame }) => (frame ? frame.scrollWidth - frame.clientWidth : NaN));
  expect(hidden).toBeLessThanOrEqual(0);
});

it('shows the whole article in the form', async () => {
  await openArticle();
  await saveScreenshot(panel, 'edit');

  const { page } = panel;
  const value = (name: string) => page.locator(`[name="${name}"]`).inputValue();
  expect(await value('title')).toBe(seed.headline);
  expect(await value('slug')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(await value('lead')).toBe(seed.paragraphs[0]);
  const moment = page.getByRole('group', { name: 'Date published' });
  expect(await moment.getByLabel('Choose date').inputValue()).toBe(published.toFormat('MM/dd/yyyy'));
  expect(await moment.getByLabel('Choose time').inputValue()).toBe(seed.time);
  await eventually(async () => expect(await page.getByRole('button', { name: seed.rubric }).count()).toBe(1));
  expect(await page.getByRole('textbox').locator('[data-slate-node=element]').allInnerTexts()).toEqual(seed.paragraphs);

  const text = await panel.text();
  expect(text).toContain(`VIEWS ${Number(seed.views).toLocaleString('en-US')}`);
  expect(text).not.toContain('A A');
});

it('labels and describes the fields in English', async () => {
  await openArticle();
  const fields = [
    ...['Headline', 'Address', 'Category', 'Date published', 'Date modified', 'Byline', 'Authors', 'Tags'],
    ...['Lead', 'Text', 'Cover', 'Original address'],
  ];
  await eventually(async () => expect(await labels()).toEqual(fields));
  expect(await panel.text()).toContain('As readers see it above the story and in the feed');
});

it('tells in the list and beside the form from when on readers see an article that is dated ahead', async () => {
  if (server === undefined) throw new Error('Newsroom was not started');
  const send = async (address: string, body: object, token = '') => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await fetch(`${server?.url ?? ''}${address}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { data: { token: string } }).data;
  };
  const { email, password } = EDITOR;
  const { token } = await send('/admin/login', { email, password });
  const title = 'Парад откроют завтра';
  const story = { title, slug: 'parad', datePublished: '2099-05-09T06:30:00.000Z', body: [] };
  await send('/content-manager/collection-types/api::article.article/actions/publish?locale=ru', story, token);

  await panel.open(LIST);
  const row = panel.page.getByRole('row').filter({ hasText: title });
  await eventually(async () => expect(plain(await row.innerText())).toContain('from May 9, 2099, 10:30 AM, Asia/Baku'));
  await saveScreenshot(panel, 'embargo-list');
  await row.getByRole('link').click();
  await panel.page.getByText(/^Readers see the article from May 9, 2099, 10:30\sAM \(Asia\/Baku\)\.$/).waitFor();
  await saveScreenshot(panel, 'embargo');
  const seen = await fetch(`${server.url}/api/articles?locale=ru&filters[slug]=parad`);
  expect(await seen.json()).toMatchObject({ data: [] });
});

it('saves what an editor changes, and keeps the views', async () => {
  await openArticle();
  const { page } = panel;
  await page.locator('input[name=byline]').fill('Ayla Editor');
  const answer = page.waitForResponse((one) => one.request().method() === 'PUT' && one.url().includes('/collection-types/'));
  await page.getByRole('button', { name: 'Save' }).click();
  expect((await answer).status()).toBe(200);

  await openArticle();
  await eventually(async () => expect(await page.locator('input[name=byline]').inputValue()).toBe('Ayla Editor'));
  expect(await panel.text()).toContain(`VIEWS ${Number(seed.views).toLocaleString('en-US')}`);
});

it('speaks Russian to an editor who chose it', async () => {
  await chooseLanguage(panel, 'Русский');
  await openArticle();

  const fields = [
    ...['Заголовок', 'Адрес', 'Рубрика', 'Дата публикации', 'Дата изменения', 'Автор', 'Авторы', 'Метки'],
    ...['Лид', 'Текст', 'Обложка', 'Прежний адрес'],
  ];
  await eventually(async () => expect(await labels()).toEqual(fields));
  const text = await panel.text();
  expect(text).toContain('Так его видят читатели над новостью и в ленте');
  expect(text).toContain(`ПРОСМОТРЫ ${Number(seed.views).toLocaleString('ru')}`);
  expect(text).toContain('Статьи');
  await saveScreenshot(panel, 'edit-ru');
});

it('speaks Azerbaijani to an editor who chose it', async () => {
  await chooseLanguage(panel, 'Azərbaycanca');
  await openArticle();

  const fields = [
    ...['Başlıq', 'Ünvan', 'Rubrika', 'Dərc tarixi', 'Dəyişiklik tarixi', 'Müəllif', 'Müəlliflər', 'Teqlər'],
    ...['Giriş', 'Mətn', 'Üz şəkli', 'Əvvəlki ünvan'],
  ];
  await eventually(async () => expect(await labels()).toEqual(fields));
  const text = await panel.text();
  expect(text).toContain('Oxucular onu xəbərin üstündə və lentdə belə görür');
  expect(text).toContain('Məqalələr');
  expect(text).toContain(`Baxışlar ${Number(seed.views).toLocaleString('az')}`);
  await saveScreenshot(panel, 'edit-az');

  await panel.open(LIST);
  const date = published.setLocale('az').toLocaleString({ day: 'numeric', month: 'short', year: 'numeric' });
  await eventually(async () => {
    const cells = (await articleRow().getByRole('gridcell').allInnerTexts()).map((cell) => plain(cell.trim()));
    expect(cells).toEqual(expect.arrayContaining([`${date} ${seed.time} GMT+4`, 'rus', Number(seed.views).toLocaleString('az')]));
  });

  // What is left in English keeps its letters too.
  await panel.open('/');
  await panel.page.getByRole('heading', { name: 'Last edited entries' }).waitFor();
  const home = await panel.text();
  expect(home).toContain('Last edited entries');
  expect(home).not.toMatch(/[A-Z]İ|İ[A-Z]|\bM\d\d\b/);
});

it.each([
  { locale: 'ru-RU', greeting: 'Войдите, чтобы редактировать новости' },
  { locale: 'az-AZ', greeting: 'Xəbərləri redaktə etmək üçün daxil olun' },
  { locale: 'fr-FR', greeting: 'Sign in to edit the news' },
])('welcomes somebody new to Newsroom in the language of the browser, $locale', async ({ locale, greeting }) => {
  const page = await browser?.newPage({ locale });
  if (page === undefined || server === undefined) throw new Error('Newsroom was not started');
  await page.goto(`${server.url}/admin`);
  await page.getByText(greeting).waitFor();
  await page.getByRole('heading', { name: 'Newsroom' }).waitFor();
  expect(await page.title()).toBe('Newsroom');
  await page.close();
});

it('leaves no errors in the browser', () => {
  expect(panel.errors).toEqual([]);
});
