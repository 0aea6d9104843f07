import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ReadPage } from '../../src/plugins/importer/server/src/import/plan/decide';
import { createQuarantine } from '../../src/plugins/importer/server/src/import/report/quarantine';

const page = (name: string, text?: string): ReadPage => ({
  ...{ page: name, path: name, pathBelow: null, pageHash: null, reading: '', problems: [], recognised: null },
  ...(text === undefined ? {} : { bytes: Buffer.from(text) }),
});

describe('the quarantine folder', () => {
  let root: string;
  beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'quarantine-'))));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test.each([
    ['pages/1.txt', 'pages/1.txt'],
    ['old/a.zip!/b/1.txt', 'old/a.zip!/b/1.txt'],
    ['/var/www/1.txt', 'var/www/1.txt'],
    ['../../1.txt', '_/_/1.txt'],
    ['a\\..\\b:1\u0000.txt', 'a_.._b_1_.txt'],
    ['-', '-'],
  ])('gets a page by the name %j at %s, below it', async (name, file) => {
    await createQuarantine(path.join(root, 'bad')).keep([page(name, 'text')]);
    expect(readFileSync(path.join(root, 'bad', file), 'utf8')).toBe('text');
  });

  test('is not made for pages without errors, nor where none is asked for', async () => {
    await createQuarantine(path.join(root, 'bad')).keep([page('1.txt')]);
    await createQuarantine(undefined).keep([page('1.txt', 'text')]);
    expect(existsSync(path.join(root, 'bad'))).toBe(false);
  });
});
