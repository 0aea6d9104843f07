import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dropFile, IMPORTER } from './importer-steps';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';
import { chooseLanguage } from './panel';
import { writeArchive } from './story-archive';

jest.setTimeout(5 * 60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-languages-'));
const archive = path.join(folder, 'archive.zip');
let newsroom: NewsroomInBrowser;

beforeAll(async () => {
  writeArchive(archive);
  newsroom = await openNewsroom('seeds/site');
});

afterAll(async () => {
  await newsroom.close();
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  {
    language: 'Русский',
    ...{ dropHere: 'Перетащите сюда файлы, папку или архив', preview: 'Предпросмотр', finished: 'Завершено' },
    ...{ rule: 'Нет даты', advice: 'Выделите дату на странице или введите её.' },
  },
  {
    language: 'Azərbaycanca',
    ...{ dropHere: 'Faylları, qovluğu və ya arxivi bura atın', preview: 'Önbaxış', finished: 'Bitib' },
    ...{ rule: 'Tarix yoxdur', advice: 'Tarixi səhifədə seçin və ya yazın.' },
  },
])('previews an archive, and says what to do about its problems, in $language', async (words) => {
  const { language, dropHere, preview, finished, rule, advice } = words;
  const { panel } = newsroom;
  await chooseLanguage(panel, language);
  await panel.open(`${IMPORTER}/import`);
  await panel.page.getByText(dropHere).waitFor();
  await dropFile(panel.page, archive);
  await panel.page.getByRole('button', { name: preview }).click();
  await panel.page.getByRole('heading', { name: new RegExp(`^${preview} \\d+`) }).waitFor();
  await panel.page.locator('main').getByText(finished, { exact: true }).first().waitFor();
  await panel.page.getByRole('button', { name: new RegExp(rule) }).click();
  await panel.page.getByText(advice).first().waitFor();
});
