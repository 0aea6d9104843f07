import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writePages } from '../helpers/page-text';
import { findFaultsEverywhere } from './audit';
import { eventually } from './eventually';
import { countOf, dropFromDisk, IMPORTER, openArticle, selectText, untilEnded } from './importer-steps';
import { findUnreachable } from './keyboard';
import { type NewsroomInBrowser, openNewsroom } from './newsroom-in-browser';
import { saveScreenshot } from './screenshot';

jest.setTimeout(5 * 60_000);

const folder = mkdtempSync(path.join(tmpdir(), 'newsroom-markdown-'));
const site = path.join(folder, 'site');

/** A post as site generators keep them. */
const BRIDGE = `---
title: The old bridge is open again
date: 2021-05-14T09:30:00+04:00
lastmod: 2021-05-16T12:00:00+04:00
categories: [Town, Roads]
tags: [bridge, river]
author: Ayla Mamedova and Murad Aliyev
canonical_url: https://old.example.org/2021/bridge
lang: en
---

The bridge was **closed for a year**, and [the engineers](https://example.org/engineers) opened it *yesterday*.

## What has changed

- The railing is new
  - It is made of oak
- The road is wider

> We have waited long enough.

![The bridge at noon](https://example.org/pictures/bridge.jpg)

\`\`\`js
open('bridge');
\`\`\`

Do [not follow this](javascript:alert(1)).
`;

/** A page whose date is declared in words of its own. */
const BELL = `---
title: Bell of the old ferry found
summary: Placed on the site on 14.05.2021 09:30
---

The old ferry bell has been found under the boards of the harbour office.

It will hang above the door again, and ring for every boat that comes home.
`;

/** A page whose date is all that its summary says. */
const horn = (title: string, summary: string) =>
  `---\ntitle: ${title}\nsummary: ${summary}\n---\n\nThe horn calls the boats in.\n\nIt was lent by the lighthouse.\n\n${title}.\n`;

let newsroom: NewsroomInBrowser;

beforeAll(async () => {
  writePages(site, {
    'bridge.md': BRIDGE,
    'bell.md': BELL,
    'horn.md': horn('A horn for the harbour', '12.06.2021 10:15'),
    'lamp.md': horn('A lamp for the pier', '19.06.2021 08:40'),
    'old.html': '<!doctype html><html><body><p>Old</p></body></html>',
    'css/site.css': 'p { color: red }',
  });
  newsroom = await openNewsroom('seeds/site');
});

afterAll(async () => {
  await newsroom.close();
  rmSync(folder, { recursive: true, force: true });
});

const page = () => newsroom.panel.page;
const row = (text: string) => page().getByRole('row').filter({ hasText: text });
const story = () => page().getByRole('region', { name: /^(?:What was recognised|The article now)/ });
/** A field of the article that stands beside the page, with its name, as a person reads it. */
const field = (name: string) =>
  story()
    .locator('dl > div')
    .filter({ has: page().getByRole('term').filter({ hasText: name }) });
const readOf = async (name: string) => (await field(name).first().innerText()).replace(/\s+/g, ' ');

it('counts what it can not read yet by what it is, in a preview, in the import and in the history', async () => {
  const { panel } = newsroom;
  await panel.open(`${IMPORTER}/import`);
  await dropFromDisk(page(), [site]);
  await page().getByRole('button', { name: 'Preview' }).click();
  await page()
    .getByRole('heading', { name: /^Preview \d+/ })
    .waitFor();
  await untilEnded(page());
  await page().getByText('HTML 1, Stylesheet 1').waitFor();
  await page().getByRole('button', { name: 'Import now' }).click();
  await page()
    .getByRole('heading', { name: /^Import \d+/ })
    .waitFor();
  await untilEnded(page());
  await page().getByText('HTML 1, Stylesheet 1').waitFor();
  await eventually(async () => expect([await countOf(page(), 'New'), await countOf(page(), 'Need a person')]).toEqual([1, 3]));
  await row('bridge').filter({ hasText: 'Pages carry this tag' }).waitFor();
  await row('Murad Aliyev').filter({ hasText: 'Pages name this author' }).waitFor();
  expect(await findFaultsEverywhere(page())).toEqual([]);
  await saveScreenshot(panel, 'run-skipped');
  await panel.open(`${IMPORTER}/runs`);
  await page().getByText('Skipped: 2 (HTML 1, Stylesheet 1)').waitFor();
  await page()
    .getByRole('link', { name: /^Import \d+/ })
    .first()
    .click();
});

it('shows what a page declares above its lines, and the article as blocks, with how sure each field is', async () => {
  const { panel } = newsroom;
  await row('The old bridge is open again').getByRole('link').first().click();
  const declared = page().getByRole('list', { name: 'What the page declares' });
  await declared.waitFor();
  await eventually(async () => {
    const facts = (await declared.getByRole('listitem').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    for (const fact of [
      'front matter: title Headline The old bridge is open again',
      'front matter: categories 2 Tags Roads',
      'front matter: lastmod Date of change 2021-05-16T12:00:00+04:00',
    ])
      expect(facts).toContain(fact);
  });
  // Its text begins below the front matter.
  expect((await page().getByRole('list', { name: 'Text of the page' }).getByRole('listitem').first().innerText()).trim()).toMatch(
    /^Line 12\b/,
  );

  expect(await readOf('Headline')).toBe('Headline Recognised: 95 % sure front matter: title The old bridge is open again');
  expect(await readOf('Tags')).toBe('Tags Recognised: 95 % sure front matter: categories 2 and 2 more Roads, bridge, river');
  expect(await readOf('Authors')).toContain('Ayla Mamedova, Murad Aliyev');
  expect(await readOf('Date of change')).toContain('May 16, 2021');
  expect(await readOf('Language')).toContain('English');
  expect(await readOf('Views')).not.toContain('sure');

  await story().getByRole('heading', { name: 'What has changed' }).waitFor();
  expect(await story().getByRole('listitem').allInnerTexts()).toEqual(
    expect.arrayContaining([expect.stringMatching(/^The railing is new\s+It is made of oak$/), 'It is made of oak', 'The road is wider']),
  );
  expect(await story().locator('blockquote').innerText()).toBe('We have waited long enough.');
  expect(await story().locator('pre').innerText()).toBe("open('bridge');");
  expect(await story().locator('strong').innerText()).toBe('closed for a year');
  const links = await story()
    .getByRole('definition')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('rel')]));
  const rel = 'noopener noreferrer nofollow';
  expect(links).toEqual([
    ['https://old.example.org/2021/bridge', 'https://old.example.org/2021/bridge', rel],
    ['the engineers', 'https://example.org/engineers', rel],
    ['https://example.org/pictures/bridge.jpg', 'https://example.org/pictures/bridge.jpg', rel],
  ]);
  expect(await story().locator('img:not([role])').count()).toBe(0);
  expect(await story().innerText()).toContain('The bridge at noon');

  // A field leads to the fact that it came from.
  await field('Original address').getByRole('button', { name: 'front matter: canonical_url' }).click();
  await eventually(async () => {
    const box = await declared.getByText('https://old.example.org/2021/bridge').boundingBox();
    expect(box !== null && box.y >= 0 && box.y < 800).toBe(true);
  });
  await page().waitForLoadState('networkidle');
  await saveScreenshot(panel, 'markdown');
  await story().getByText('The bridge at noon').scrollIntoViewIfNeeded();
  await saveScreenshot(panel, 'markdown-blocks');
  expect(await findFaultsEverywhere(page())).toEqual([]);
  expect(await findUnreachable(page())).toEqual([]);
});

it('corrects a page by what it declares, picked with the mouse and with the keyboard', async () => {
  const { panel } = newsroom;
  await panel.open(`${IMPORTER}/inbox`);
  await row('bell.md')
    .getByRole('link', { name: /^Correct/ })
    .click();
  const date = page().getByRole('textbox', { name: /^Date/ });
  await date.focus();
  const summary = page()
    .getByRole('group', { name: 'What the page declares' })
    .getByRole('option', { name: /Placed on the site/ });
  await selectText(summary, '14.05.2021 09:30');
  await eventually(async () => expect(await date.inputValue()).toBe('14.05.2021 09:30'));
  await page().getByText('Date, from front matter: summary').waitFor();

  await page()
    .getByRole('textbox', { name: /^Category/ })
    .focus();
  await page().getByRole('option').first().focus();
  await page().keyboard.press('End');
  await page().keyboard.press('Home');
  await page().keyboard.press('ArrowDown');
  await summary.and(page().locator(':focus')).waitFor();
  await page().keyboard.press('ArrowUp');
  await page().keyboard.press('Enter');
  await page().getByText('Category, from front matter: title').waitFor();
  await page()
    .getByRole('textbox', { name: /^Category/ })
    .fill('Harbour');
  await page().getByText('Category, typed').waitFor();
  await saveScreenshot(panel, 'markdown-correct');
  expect(await findFaultsEverywhere(page())).toEqual([]);
  expect(await findUnreachable(page())).toEqual([]);
  await page().getByRole('button', { name: 'Accept' }).click();
  await page().getByText('The page was imported').waitFor();
});

it('makes a rule of a declared fact, which brings in the other pages that declare it', async () => {
  const { panel } = newsroom;
  await panel.open(`${IMPORTER}/inbox`);
  await row('lamp.md').waitFor();
  await row('horn.md')
    .getByRole('link', { name: /^Correct/ })
    .click();
  const date = page().getByRole('textbox', { name: /^Date/ });
  await date.focus();
  await page().getByRole('option', { name: '12.06.2021 10:15' }).focus();
  await page().keyboard.press('Enter');
  await eventually(async () => expect(await date.inputValue()).toBe('12.06.2021 10:15'));
  await page().getByText('Date, from front matter: summary').waitFor();
  await page().getByRole('checkbox', { name: 'Apply to all pages like this one' }).check();
  await page().getByRole('button', { name: 'Accept' }).click();
  await page().getByText('The page was imported').waitFor();

  await panel.open(`${IMPORTER}/inbox/rules`);
  await row('Date').filter({ hasText: 'What the page declares at “front matter: summary”' }).waitFor();
  expect(await findFaultsEverywhere(page())).toEqual([]);
  await openArticle(panel, 'A lamp for the pier');
});

it('leaves no errors in the browser', () => {
  expect(newsroom.panel.errors).toEqual([]);
});
