import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findFaultsEverywhere, findFaultsOfDialog } from './audit';
import { eventually } from './eventually';
import { choose, countOf, dropFile, expectCounts, importArchive, IMPORTER, openArticle, selectText, untilEnded } from './importer-steps';
import { findUnreachable } from './keyboard';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';
import type { Panel } from './panel';
import { saveScreenshot } from './screenshot';
import { ALIKE, BROKEN, writeArchive, writeLaterArchive } from './story-archive';

jest.setTimeout(5 * 60_000);

/** Tells of the site and its partners, and holds no pages. */
const SITE = 'seeds/site';

/** The page whose article an editor changes, and the one whose article is only published. */
const EDITED = 'Ferry to Salt Island';
const PUBLISHED = 'Why the tram bell sounds different';

let folder: string;
let newsroom: NewsroomInBrowser;
let panel: Panel;
/** Pages in the archive, and in the one that comes later. */
let pages: number;
let later: number;
/** Addresses of pages of the panel that were looked at, below `/admin`. */
const seen = {
  ...{ import: `${IMPORTER}/import`, history: `${IMPORTER}/runs`, inbox: `${IMPORTER}/inbox`, rules: `${IMPORTER}/inbox/rules` },
  ...{ partners: `${IMPORTER}/partners`, actions: `${IMPORTER}/runs/actions`, preview: '', previewPage: '', run: '' },
  ...{ provenance: '', correct: '', undoPreview: '' },
};

const here = () => panel.page.url().replace(`${newsroom.server.url}/admin`, '');
const button = (name: string | RegExp) => panel.page.getByRole('button', { name });
const link = (name: string | RegExp) => panel.page.getByRole('link', { name });
const row = (text: string) => panel.page.getByRole('row').filter({ hasText: text });
const heading = (name: string | RegExp) => panel.page.getByRole('heading', { name });

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsroom-story-'));
  pages = writeArchive(path.join(folder, 'archive.zip'));
  later = writeLaterArchive(path.join(folder, 'later.zip'));
  newsroom = await openNewsroom(SITE);
  panel = newsroom.panel;
});

afterAll(async () => {
  await newsroom.close();
  rmSync(folder, { recursive: true, force: true });
});

it('begins with an import of the site alone, and an inbox that nothing waits in', async () => {
  await panel.open(`${IMPORTER}/runs`);
  await row('Import 1').getByText('Finished').waitFor();
  await eventually(async () => expect(await panel.page.getByRole('row').count()).toBe(2));
  await panel.open(`${IMPORTER}/inbox`);
  await panel.page.getByText('No page waits for you').waitFor();
});

it('takes an archive that is dropped, and previews what would become of it', async () => {
  await panel.open(`${IMPORTER}/import`);
  await dropFile(panel.page, path.join(folder, 'archive.zip'));
  await panel.page.getByRole('radio', { name: /^Drafts/ }).check();
  await eventually(async () => expect(await panel.page.getByRole('combobox', { name: /Time zone/ }).inputValue()).toBe('Asia/Baku'));
  await saveScreenshot(panel, 'import');
  await button('Preview').click();
  await heading(/^Preview \d+/).waitFor();
  await untilEnded(panel.page);
  seen.preview = here();
  await expectCounts(panel.page, { Pages: pages, New: pages - 3, 'Need a person': 3 });
  await saveScreenshot(panel, 'preview');
});

it('imports what was previewed', async () => {
  await row('New').getByRole('link').first().click();
  await panel.page.getByText('The page is new').waitFor();
  seen.previewPage = here();
  await panel.page.goBack();
  await button('Import now').click();
  await heading(/^Import \d+/).waitFor();
  await untilEnded(panel.page);
  seen.run = here();
  await expectCounts(panel.page, { Pages: pages, New: pages - 3, 'Need a person': 3 });
  await saveScreenshot(panel, 'run');
});

it('shows the lines of the page that an article came from', async () => {
  await panel.page.getByLabel('Headline or file').fill('ferry');
  await row('New').filter({ hasNotText: /ferry/i }).first().waitFor({ state: 'detached' });
  await row(EDITED).getByRole('link').first().click();
  await heading('Text of the page').waitFor();
  seen.provenance = here();
  await eventually(async () => {
    const text = await panel.text();
    for (const part of [EDITED, 'Headline', 'Date', 'Category', 'Views', 'The article now']) expect(text).toContain(part);
  });
  await saveScreenshot(panel, 'provenance');
});

it('corrects a page whose date is typed', async () => {
  await panel.open(`${IMPORTER}/inbox`);
  await row(BROKEN.undated.name)
    .getByRole('link', { name: /Correct/ })
    .waitFor();
  await saveScreenshot(panel, 'inbox');
  expect(await findFaultsEverywhere(panel.page)).toEqual([]);
  await row(BROKEN.undated.name)
    .getByRole('link', { name: /Correct/ })
    .click();
  await panel.page.getByRole('textbox', { name: /^Date/ }).fill('12.05.2021 08:15');
  seen.correct = here();
  await saveScreenshot(panel, 'correct');
  await button('Accept').click();
  await panel.page.getByText('The page was imported').waitFor();
});

it('leaves a page out', async () => {
  await panel.open(`${IMPORTER}/inbox`);
  await row(BROKEN.lost.name)
    .getByRole('link', { name: /Correct/ })
    .click();
  await button('Leave out').click();
  await panel.page.getByText('The page is left out').waitFor();
});

it('makes a rule of what was selected on the third page', async () => {
  await panel.open(`${IMPORTER}/inbox`);
  await row(BROKEN.worded.name)
    .getByRole('link', { name: /Correct/ })
    .click();
  await panel.page.getByRole('textbox', { name: /^Date/ }).focus();
  const line = panel.page.getByRole('option', { name: /Placed on the site/ });
  await selectText(line, '14.05.2021 09:30');
  await eventually(async () => expect(await panel.page.getByRole('textbox', { name: /^Date/ }).inputValue()).toBe('14.05.2021 09:30'));
  await panel.page.getByRole('checkbox', { name: 'Apply to all pages like this one' }).check();
  await button('Accept').click();
  await panel.page.getByText('The page was imported').waitFor();
  await panel.open(`${IMPORTER}/inbox/rules`);
  await panel.page.getByText('Placed on the site').waitFor();
  await saveScreenshot(panel, 'rules');
  await button('Delete').click();
  expect(await findFaultsOfDialog(panel.page, 'Delete')).toEqual([]);
  await panel.page.keyboard.press('Escape');
});

it('uses the rule in a later import', async () => {
  await importArchive(panel, path.join(folder, 'later.zip'));
  await expectCounts(panel.page, { New: later, 'Need a person': 0 });
  await row(ALIKE.headline).waitFor();
});

it('tells in the article where it came from', async () => {
  await openArticle(panel, ALIKE.headline);
  await link('Open the page').waitFor();
  await saveScreenshot(panel, 'origin');
});

it('keeps what an editor has published and changed when the archive is imported again', async () => {
  await openArticle(panel, PUBLISHED);
  await button('Publish').click();
  await panel.page.getByText('Published document').waitFor();
  await openArticle(panel, EDITED);
  await panel.page.locator('[name=title]').fill('Salt Island ferry, told anew');
  await button('Save').click();
  await panel.page.getByText('Saved document').waitFor();

  await importArchive(panel, path.join(folder, 'archive.zip'));
  await expectCounts(panel.page, { New: 0, Kept: 1, 'Left out': 1, 'Need a person': 0 });
  await panel.page.getByText(/has changed: headline/).waitFor();
});

it('shows the partners in their order', async () => {
  await panel.open(`${IMPORTER}/partners`);
  await heading('Partner links').waitFor();
  await panel.page.waitForLoadState('networkidle');
  await saveScreenshot(panel, 'partners');
});

it('shows the last import, what is read and the months on the home page', async () => {
  await panel.open('/');
  await panel.page.getByRole('table', { name: /./ }).or(panel.page.getByText('As a table')).first().waitFor();
  await panel.page.waitForLoadState('networkidle');
  await panel.page.getByText('Archive by month').first().scrollIntoViewIfNeeded();
  await saveScreenshot(panel, 'home');
});

it('undoes the import, and keeps and lists what an editor has changed', async () => {
  await panel.open(seen.run);
  await button('Undo…').click();
  await heading(/What undoing import \d+ would do/).waitFor();
  await untilEnded(panel.page);
  seen.undoPreview = here();
  await eventually(async () => expect(await countOf(panel.page, 'Kept')).toBeGreaterThan(0));
  await choose(panel.page, 'Result', 'Kept');
  await row(EDITED).filter({ hasText: 'has changed since: headline' }).waitFor();
  await row(PUBLISHED).filter({ hasText: 'has published it since' }).waitFor();
  await saveScreenshot(panel, 'undo-preview');
  await button('Undo now').click();
  expect(await findFaultsOfDialog(panel.page, 'Undo now')).toEqual([]);
  await panel.page.getByRole('alertdialog').getByRole('button', { name: 'Undo now' }).click();
  await heading(/Undoing of import \d+/).waitFor();
  await untilEnded(panel.page);
  await choose(panel.page, 'Result', 'Kept');
  for (const kept of [EDITED, PUBLISHED])
    await row(kept)
      .filter({ hasText: /since|has changed/ })
      .waitFor();
  for (const kept of ['Salt Island ferry, told anew', PUBLISHED]) await openArticle(panel, kept);
  await panel.open(`${IMPORTER}/runs`);
  await row('Undoing of import').first().waitFor();
  const [number = ''] = /\d+$/.exec(seen.run) ?? [];
  const undone = panel.page.getByRole('row').filter({ has: link(new RegExp(`^Import ${number}$`)) });
  await eventually(async () => {
    const told = (await undone.innerText()).replace(/\s+/g, ' ');
    for (const part of ['archive.zip', 'Undone', 'Ayla Editor', /\d s\b/, `Pages: ${pages}`, `New: ${pages - 3}`, 'Need a person: 3'])
      expect(told).toMatch(part);
  });
  await saveScreenshot(panel, 'history');
  await link('What people did').click();
  await row('Corrected a page, and made a rule of it').getByRole('link').first().waitFor();
  await saveScreenshot(panel, 'actions');
});

it.each(Object.keys(seen) as (keyof typeof seen)[])(
  'is gone through with the Tab key on %s, has no serious fault in either theme, and fits into narrow windows',
  async (name) => {
    await panel.open(seen[name]);
    await panel.page.locator('main h1').waitFor();
    await panel.page.waitForLoadState('networkidle');
    expect(await panel.text()).not.toMatch(/can't be shown now|isn't here|don't have the permissions/);
    expect(await findUnreachable(panel.page)).toEqual([]);
    expect(await findFaultsEverywhere(panel.page)).toEqual([]);
  },
);

it('leaves no errors in the browser', () => {
  expect(panel.errors).toEqual([]);
});
