import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFaultsEverywhere } from './audit';
import { dropFile, IMPORTER } from './importer-steps';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';
import { chooseLanguage } from './panel';
import { BROKEN, SLOGAN, writeArchive } from './story-archive';

jest.setTimeout(5 * 60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-languages-'));
const archive = path.join(folder, 'archive.zip');
/** A page whose date does not exist. */
const IMPOSSIBLE = '804_impossible.txt';

let newsroom: NewsroomInBrowser;

beforeAll(async () => {
  newsroom = await openNewsroom('seeds/site');
});

afterAll(async () => {
  await newsroom.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  {
    language: 'Русский',
    ...{ dropHere: 'Перетащите сюда файлы, папку или архив', preview: 'Предпросмотр', finished: 'Завершено', importNow: 'Импортировать' },
    moment: /\d+ [а-я]+\.? 20\d\d г\., \d\d:\d\d GMT\+4/,
    ...{
      run: 'Импорт',
      rule: 'Такой даты не бывает',
      reason: 'Новая страница',
      advice: 'Введите верную дату.',
      found: 'Найдено: 31.02.2021 09:30.',
    },
    ...{
      text: 'Текст страницы',
      inbox: 'На проверку',
      correct: 'Исправить',
      leaveOut: 'Исключить',
      leftOut: 'Страница исключена',
      page: BROKEN.lost.name,
    },
  },
  {
    language: 'Azərbaycanca',
    ...{ dropHere: 'Faylları, qovluğu və ya arxivi bura atın', preview: 'Önbaxış', finished: 'Bitib', importNow: 'İdxal et' },
    moment: /\d+ (yan|fev|mar|apr|may|iyn|iyl|avq|sen|okt|noy|dek) 20\d\d \d\d:\d\d GMT\+4/,
    ...{
      run: 'İdxal',
      rule: 'Belə tarix ola bilməz',
      reason: 'Səhifə yenidir',
      advice: 'Düzgün tarixi yazın.',
      found: 'Tapılan: 31.02.2021 09:30.',
    },
    ...{
      text: 'Səhifənin mətni',
      inbox: 'Yoxlamada',
      correct: 'Düzəlt',
      leaveOut: 'Kənarda qoy',
      leftOut: 'Səhifə kənarda qoyuldu',
      page: BROKEN.worded.name,
    },
  },
])('previews an archive, says what is wrong, imports it and leaves a page out, in $language', async (words) => {
  const { panel } = newsroom;
  const { page } = panel;
  writeArchive(archive, {
    [IMPOSSIBLE]: [SLOGAN, 'Ferry bell rung on a day that never was', '12 31.02.2021 09:30 Island A A', 'Nobody heard it.'].join('\n\n'),
    // One that no import before has met.
    [`${words.run}.txt`]: [SLOGAN, `Ferry painted anew for ${words.run}`, '12 21.03.2021 09:30 Island A A', `${words.run} was there.`].join(
      '\n\n',
    ),
  });
  const ended = () => page.locator('main').getByText(words.finished, { exact: true }).first().waitFor();
  const heading = (name: string) => page.getByRole('heading', { name: new RegExp(`^${name} \\d+`) }).waitFor();
  await chooseLanguage(panel, words.language);
  await panel.open(`${IMPORTER}/import`);
  await page.getByText(words.dropHere).waitFor();
  await dropFile(page, archive);
  await page.getByRole('button', { name: words.preview }).click();
  await heading(words.preview);
  await ended();
  await page.getByText(words.reason, { exact: true }).first().waitFor();
  await page.getByRole('button', { name: new RegExp(words.rule) }).click();
  await page.getByText(words.found).first().waitFor();
  await page.getByText(words.advice).first().waitFor();
  expect(await findFaultsEverywhere(page)).toEqual([]);

  await page.getByRole('button', { name: words.importNow }).click();
  await heading(words.run);
  await ended();
  expect(await panel.text()).toMatch(words.moment);
  await page.getByRole('button', { name: new RegExp(words.rule) }).click();
  await page.getByRole('row').filter({ hasText: IMPOSSIBLE }).getByRole('link').first().click();
  await page.getByRole('heading', { name: words.text }).waitFor();
  await page.getByText(words.found).first().waitFor();
  expect(await findFaultsEverywhere(page)).toEqual([]);

  await page.getByRole('link', { name: words.inbox }).click();
  await page.getByRole('row').filter({ hasText: words.page }).getByRole('link', { name: words.correct }).click();
  await page.getByRole('button', { name: words.leaveOut }).click();
  await page.getByText(words.leftOut).waitFor();

  await panel.open(`${IMPORTER}/runs`);
  await page.getByRole('row').nth(1).waitFor();
  for (const row of (await page.getByRole('row').allInnerTexts()).slice(1)) expect(row.replace(/\s+/g, ' ')).toMatch(words.moment);
  expect(panel.errors).toEqual([]);
});
