import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Permission } from '../../src/plugins/importer/shared/contracts/permissions';
import { findFaults, findFaultsOfDialog } from './audit';
import { openPanelOf } from './colleague';
import { eventually } from './eventually';
import { dropFile, expectCounts, IMPORTER, untilEnded } from './importer-steps';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';
import type { Panel } from './panel';
import { BROKEN, writeArchive } from './story-archive';

jest.setTimeout(5 * 60_000);

/** Each section and page of the importer, below its own. */
const PLACES = ['', '/import', '/runs', '/runs/actions', '/runs/1', '/inbox', '/inbox/rules', '/inbox/correct?run=1&name=x', '/partners'];

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-rights-'));
const archive = path.join(folder, 'archive.zip');
let newsroom: NewsroomInBrowser;
let pages: number;

/** The import that the colleagues do together: one brings it in, one corrects it, and one takes it back. */
let run = '';

beforeAll(async () => {
  pages = writeArchive(archive);
  newsroom = await openNewsroom('seeds/site');
});

afterAll(async () => {
  await newsroom.close();
  rmSync(folder, { recursive: true, force: true });
});

const button = ({ page }: Panel, name: string | RegExp) => page.locator('main').getByRole('button', { name });
const heading = ({ page }: Panel, name: RegExp) => page.getByRole('heading', { name });
const sections = ({ page }: Panel) => page.getByRole('navigation', { name: 'Sections of the import' }).getByRole('link');
const brokenPage = ({ page }: Panel, { name }: { readonly name: string }) => page.getByRole('row').filter({ hasText: name });

async function expectRefused(panel: Panel, places: readonly string[]): Promise<void> {
  for (const place of places) {
    await panel.open(IMPORTER + place);
    await panel.page.getByText("You don't have the permissions to access that content").waitFor();
  }
}

/** Lets somebody with some rights work, and looks at what went wrong meanwhile, but for what Strapi's own pages ask in vain. */
async function as(name: string, rights: readonly Permission[], work: (panel: Panel) => Promise<void>): Promise<void> {
  const panel = await openPanelOf(newsroom, name, rights);
  await work(panel);
  expect(panel.errors.filter((error) => error.includes('/importer/'))).toEqual([]);
  await panel.page.context().close();
}

/** Opens the importer from Strapi's menu, and expects it to be divided into these sections for this person. */
async function expectSections(panel: Panel, ...names: readonly string[]): Promise<void> {
  await panel.page.getByRole('link', { name: 'Import', exact: true }).click();
  await eventually(async () => expect(await sections(panel).allInnerTexts()).toEqual(names));
}

it('shows neither the pages nor the way to them without any right', () =>
  as('Nobody', [], async (panel) => {
    expect(await panel.page.getByRole('link', { name: 'Import', exact: true }).count()).toBe(0);
    expect(await panel.page.getByText('Last import').count()).toBe(0);
    await expectRefused(panel, PLACES);
    expect(await findFaults(panel.page)).toEqual([]);
  }));

it('lets who may view see runs and the inbox, without what could be done with them', () =>
  as('Reader', ['view'], async (panel) => {
    await expectSections(panel, 'History', 'Inbox');
    await panel.page.getByRole('row').filter({ hasText: 'Import 1' }).waitFor();
    expect(await panel.page.getByRole('link', { name: 'Import pages' }).count()).toBe(0);
    await panel.open(`${IMPORTER}/runs/1`);
    await panel.page.getByLabel('About this run').waitFor();
    expect(await button(panel, /Undo|Import now|Cancel|Pause/).count()).toBe(0);
    await expectRefused(panel, ['/import', '/inbox/correct?run=1&name=x', '/partners']);
  }));

it('lets who may preview see what an import would do, and not do it', () =>
  as('Planner', ['preview'], async (panel) => {
    await expectSections(panel, 'Import');
    await dropFile(panel.page, archive);
    await button(panel, 'Preview').click();
    await heading(panel, /^Preview \d+/).waitFor();
    await untilEnded(panel.page);
    await expectCounts(panel.page, { New: pages - 3 });
    expect(await button(panel, /Import now|Undo/).count()).toBe(0);
    await panel.page.getByRole('row').filter({ hasText: 'New' }).getByRole('link').first().click();
    await heading(panel, /Text of the page/).waitFor();
    await panel.open(`${IMPORTER}/import`);
    await button(panel, 'Preview').waitFor();
    expect(await button(panel, 'Import at once').count()).toBe(0);
    await expectRefused(panel, ['/runs', '/runs/actions', '/inbox', '/inbox/correct?run=1&name=x', '/partners']);
  }));

it('lets who may run import at once, and neither preview nor undo', () =>
  as('Importer', ['run'], async (panel) => {
    await expectSections(panel, 'Import');
    await dropFile(panel.page, archive);
    await button(panel, 'Import at once').waitFor();
    expect(await button(panel, 'Preview').count()).toBe(0);
    await button(panel, 'Import at once').click();
    await heading(panel, /^Import \d+/).waitFor();
    await untilEnded(panel.page);
    await expectCounts(panel.page, { New: pages - 3, 'Need a person': 3 });
    expect(await button(panel, /Undo/).count()).toBe(0);
    run = new URL(panel.page.url()).pathname.replace(`/admin${IMPORTER}`, '');
    await expectRefused(panel, ['/runs', '/runs/actions', '/inbox', '/inbox/correct?run=1&name=x', '/partners']);
  }));

it('lets who may correct pages correct them, and neither import nor undo', () =>
  as('Corrector', ['correct'], async (panel) => {
    await expectSections(panel, 'Inbox');
    await brokenPage(panel, BROKEN.undated)
      .getByRole('link', { name: /Correct/ })
      .click();
    await panel.page.getByRole('textbox', { name: /^Date/ }).fill('12.05.2021 08:15');
    await button(panel, 'Accept').click();
    await panel.page.getByText('The page was imported').waitFor();
    await panel.page.getByRole('link', { name: /^This was import/ }).click();
    await panel.page.getByLabel('About this run').waitFor();
    expect(await button(panel, /Undo/).count()).toBe(0);
    await expectRefused(panel, ['/import', '/runs', '/runs/actions', '/partners']);
  }));

it('lets who may undo take an import back, and neither import nor correct', () =>
  as('Keeper', ['undo'], async (panel) => {
    await expectSections(panel, 'History');
    await panel.open(IMPORTER + run);
    await button(panel, 'Undo…').click();
    await heading(panel, /What undoing import \d+ would do/).waitFor();
    await untilEnded(panel.page);
    await panel.page.setViewportSize({ width: 390, height: 800 });
    await button(panel, 'Undo now').click();
    const dialog = panel.page.getByRole('alertdialog');
    await dialog.getByText('What this import brought is removed').waitFor();
    expect(await findFaultsOfDialog(panel.page, 'Undo now')).toEqual([]);
    await dialog.getByRole('button', { name: 'Undo now' }).click();
    await heading(panel, /Undoing of import \d+/).waitFor();
    await untilEnded(panel.page);
    await expectRefused(panel, ['/import', '/runs/actions', '/inbox', '/inbox/correct?run=1&name=x', '/partners']);
  }));
