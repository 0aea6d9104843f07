import { rmSync } from 'node:fs';
import path from 'node:path';
import { startProcess } from '../helpers/killed-imports';
import { temporaryFolder } from '../helpers/newsroom';
import { pageText, writePages } from '../helpers/page-text';
import { copyPrepared } from '../helpers/temporary-database';

/** Articles with one headline, over all processes; more by hand. */
const HEADLINES = Number(process.env.DRILL_HEADLINES ?? 40);

const PROCESSES = 4;
const TITLE = 'Погода на завтра';

interface State {
  readonly articles: readonly string[];
}

test('four processes, one of them an import, give many articles with one headline a slug each', async () => {
  const folder = temporaryFolder();
  const database = await copyPrepared(folder);
  const processes = Array.from({ length: PROCESSES }, () =>
    startProcess({ ...database.variables, PUBLIC_FOLDER: path.join(folder, 'public') }),
  );
  const each = HEADLINES / PROCESSES;
  const pages = path.join(folder, 'pages');
  const names = Array.from({ length: each }, (_, index) => `${index}.txt`);
  writePages(pages, Object.fromEntries(names.map((name) => [name, pageText({ title: TITLE, paragraphs: [`Сводка ${name} дня.`] })])));
  try {
    const [importing, ...editors] = processes;
    // All have booted before the first begins.
    await Promise.all(processes.map((one) => one.run({ task: 'state' })));
    const [report] = await Promise.all([
      importing?.run({ task: 'import', paths: [pages], alone: true }),
      ...editors.map((editor) => editor.run({ task: 'create', title: TITLE, count: each })),
    ]);
    expect(report).toMatchObject({ result: { counts: { created: each, problems: 0 } } });

    const { result } = (await importing?.run({ task: 'state' })) as { readonly result: State };
    const rows = result.articles.map((row) => JSON.parse(row) as { readonly slug: string; readonly published: boolean });
    for (const published of [false, true]) {
      const slugs = rows.filter((row) => row.published === published).map(({ slug }) => slug);
      expect(slugs).toHaveLength(HEADLINES);
      expect(new Set(slugs).size).toBe(HEADLINES);
    }
  } finally {
    await Promise.all(processes.map((one) => one.stop()));
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}, 600_000);
