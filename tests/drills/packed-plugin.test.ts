import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import type { ListPage } from '../../src/plugins/importer/shared/contracts/list';
import type { Entry, Run } from '../../src/plugins/importer/shared/contracts/runs';
import imports from '../../src/plugins/importer/admin/src/translations/en/imports.json';
import { hasChromium, launchChromium } from '../browser/chromium';
import { openPanel, signInAs } from '../browser/panel';
import { temporaryFolder } from '../helpers/newsroom';
import { installPacked, type PackedApp, type ServingApp } from '../helpers/packed-app';
import { pageText, writePages } from '../helpers/page-text';
import { EDITOR } from '../helpers/panel-login';

/** So many that threads pay, which have to find their files in the package. */
const COUNT = 1000;

const page = (index: number) =>
  pageText({
    slogan: 'The voice of a small town by the sea',
    title: `Boat number ${index} comes home to the harbour`,
    meta: `${index} 05.06.2021 10:15 Culture A A`,
    paragraphs: [
      `The boat that bears the number ${index} was away for a year.`,
      `It brought ${index * 7} letters for those who live by the sea.`,
    ],
    tail: ['Our partners', 'News feed', 'Previous news'],
  });

jest.setTimeout(1_800_000);

describe('the importer, packed and installed in another application', () => {
  const folder = temporaryFolder();
  const bench = { app: undefined as unknown as PackedApp, server: undefined as ServingApp | undefined, token: '' };

  function serving(): ServingApp {
    if (bench.server === undefined) throw new Error('The server has not started');
    return bench.server;
  }

  async function call(method: string, address: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${serving().url}${address}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bench.token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  const send = async <Data>(...request: Parameters<typeof call>): Promise<Data> => ((await call(...request)) as { data: Data }).data;

  async function importPages(): Promise<Run> {
    const source = { kind: 'folder', path: 'pages' };
    const { id } = await send<{ id: number }>('POST', '/importer/runs', { source, status: 'published', timeZone: 'UTC', locale: null });
    for (;;) {
      const run = await send<Run>('GET', `/importer/runs/${id}`);
      if (run.state !== 'running') return run;
      await wait(200);
    }
  }

  beforeAll(async () => {
    bench.app = await installPacked(folder);
    writePages(
      path.join(bench.app.folder, 'pages'),
      Object.fromEntries(Array.from({ length: COUNT }, (_, index) => [`${index}.txt`, page(index)])),
    );
    await bench.app.buildPanel();
    bench.server = await bench.app.serve();
    const { token } = await send<{ token: string }>('POST', '/admin/register-admin', EDITOR);
    bench.token = token;
  });

  afterAll(async () => {
    await bench.server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('brings what it needs, and no sources of its server', () => {
    expect(readdirSync(bench.app.plugin).sort()).toEqual([
      'LICENSE',
      'README.md',
      'admin',
      'dist',
      'package.json',
      'shared',
      'strapi-server.js',
    ]);
    expect(readdirSync(path.join(bench.app.plugin, 'dist'))).toEqual(['server', 'shared']);
  });

  it('is a part of the panel that Strapi builds', () => {
    const build = path.join(bench.app.folder, 'build');
    const files = readdirSync(build).filter((name) => name.endsWith('.js'));
    expect(files.some((name) => readFileSync(path.join(build, name), 'utf8').includes(imports['importer.imports.subtitle']))).toBe(true);
  });

  it('imports pages, with threads of its own, and finds them unchanged afterwards', async () => {
    expect(await send<ListPage<Run>>('GET', '/importer/runs')).toMatchObject({ total: 0 });
    const first = await importPages();
    expect(first).toMatchObject({ state: 'finished', failure: null, counts: { pages: COUNT, created: COUNT, problems: 0 } });
    const told = await send<ListPage<Entry>>('GET', `/importer/runs/${first.id}/entries?action=create&q=number 7 comes`);
    expect(told.items).toMatchObject([{ page: 'pages/7.txt', title: 'Boat number 7 comes home to the harbour' }]);
    expect(await importPages()).toMatchObject({ state: 'finished', counts: { pages: COUNT, created: 0, unchanged: COUNT } });

    const filters = new URLSearchParams({ 'filters[headline][$contains]': 'number 7 comes' });
    const answer = await call('GET', `/content-manager/collection-types/api::post.post?${filters}`);
    const releasedAt = '2021-06-05T10:15:00.000Z';
    expect(answer).toMatchObject({ results: [{ headline: 'Boat number 7 comes home to the harbour', releasedAt }] });
  });

  (hasChromium() ? it : it.skip)('shows its import page to who has signed in', async () => {
    const browser: Browser = await launchChromium();
    try {
      const panel = await openPanel(browser, serving().url);
      panel.page.setDefaultTimeout(300_000);
      await signInAs(panel, EDITOR);
      await panel.open('/plugins/importer/import');
      await panel.page.getByRole('heading', { name: imports['importer.imports.title'], exact: true }).waitFor();
      expect(await panel.text()).toContain(imports['importer.imports.subtitle']);
    } finally {
      await browser.close();
    }
  });
});
