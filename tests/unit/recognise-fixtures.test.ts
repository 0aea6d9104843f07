import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { blocksOf, textOfNode } from '../../src/plugins/importer/server/src/import/blocks';
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

const PAGE = /\.(?:txt|md|markdown)$/;

const expectedFile = (page: string) => (page.startsWith('page.') ? 'expected.json' : page.replace(PAGE, '.expected.json'));

/** Parsed JSON of a file of ours, whose shape the comparison checks. */
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

function readOptions(folder: string): Pick<SiteProfile, 'locale'> & Partial<Pick<SiteProfile, 'timeZone'>> {
  const file = path.join(folder, 'options.json');
  return existsSync(file) ? (readJson(file) as ReturnType<typeof readOptions>) : {};
}

function readPages(folder: string): Page[] {
  const names = readdirSync(folder).filter((name) => PAGE.test(name));
  return names.sort().map((name) => ({ name, path: name, bytes: readFileSync(path.join(folder, name)) }));
}

/** A recognition without what is said in sentences, or follows from the rest. */
function essence({ story, problems, mediaType, skipped }: Recognition) {
  const { title, datePublished, category, views, locale, body, site, provenance, ...more } = story;
  const told = problems.map(({ rule, severity, line, found }) => ({ rule, severity, line, found }));
  const basics = { provenance, title, datePublished, category, views, locale, paragraphs: [...blocksOf(body)].map(textOfNode), site };
  // A page text declares nothing, and all its blocks are paragraphs.
  if (mediaType === 'text/plain' || skipped !== null) return { ...basics, problems: told };
  return { ...basics, problems: told, mediaType, ...more, body: [...blocksOf(body)] };
}

test('there are fixtures, and every page of them has its expected story', () => {
  expect(cases).not.toHaveLength(0);
  for (const name of cases) {
    const files = readdirSync(path.join(FIXTURES, name));
    const pages = files.filter((file) => PAGE.test(file));
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
