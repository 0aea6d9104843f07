import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '../../src/plugins/importer/server/src/import/page';
import { DEFAULT_PROFILE, type SiteProfile } from '../../src/plugins/importer/server/src/import/profile';
import { learnFrom } from '../../src/plugins/importer/server/src/import/survey/learn';
import { createRecogniser, type Recognition } from '../../src/plugins/importer/server/src/import/recognise/recogniser';

/**
 * One folder a case: `page.txt` with `expected.json`, or an archive of `1.txt`, `2.txt`, … with `1.expected.json` and so
 * on. `options.json` holds what differs from the default profile.
 *
 * `UPDATE_FIXTURES=1` writes what is recognised now into the expected files. Read the difference before you keep it.
 */
const FIXTURES = path.join(__dirname, '..', 'fixtures', 'pages');
const UPDATE = process.env['UPDATE_FIXTURES'] === '1';

const cases = readdirSync(FIXTURES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const expectedFile = (page: string) => (page === 'page.txt' ? 'expected.json' : page.replace(/\.txt$/, '.expected.json'));

/** Parsed JSON of a file of ours, whose shape the comparison checks. */
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function readOptions(folder: string): Pick<SiteProfile, 'locale'> & Partial<Pick<SiteProfile, 'timeZone'>> {
  const file = path.join(folder, 'options.json');
  return existsSync(file) ? (readJson(file) as ReturnType<typeof readOptions>) : {};
}

function readPages(folder: string): Page[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names.sort().map((name) => ({ name, path: name, bytes: readFileSync(path.join(folder, name)) }));
}

/** A recognition without what is said in sentences, or follows from the rest. */
function essence({ story, problems }: Recognition) {
  return { ...story, problems: problems.map(({ rule, severity, line, found }) => ({ rule, severity, line, found })) };
}

test('there are fixtures, and every page of them has its expected story', () => {
  expect(cases).not.toHaveLength(0);
  for (const name of cases) {
    const files = readdirSync(path.join(FIXTURES, name));
    const pages = files.filter((file) => file.endsWith('.txt'));
    expect([name, pages]).not.toEqual([name, []]);
    if (!UPDATE) expect([name, files]).toEqual([name, expect.arrayContaining(pages.map(expectedFile))]);
  }
});

describe.each(cases)('%s', (name) => {
  const folder = path.join(FIXTURES, name);
  const pages = readPages(folder);

  test.each(pages.map((page) => page.name))('%s', async (pageName) => {
    const profile = { ...DEFAULT_PROFILE, ...readOptions(folder) };
    const recogniser = await createRecogniser(profile, learnFrom(pages, profile));
    const found = pages.filter((page) => page.name === pageName).map((page) => essence(recogniser.recognise(page)));

    const file = path.join(folder, expectedFile(pageName));
    if (UPDATE) writeFileSync(file, `${JSON.stringify(found[0], null, 2)}\n`);
    expect(found).toEqual([readJson(file)]);
  });
});
