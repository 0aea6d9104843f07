import { rmSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { temporaryFolder } from '../helpers/newsroom';
import { useImports } from '../helpers/import-bench';
import { pageText, writePages } from '../helpers/page-text';

const ARTICLE = 'api::article.article';

/** More of them look further. */
const RUNS = Number(process.env['DRY_RUNS'] ?? 15);

/** A page of few possible stories, so that pages often tell the same, or what another told before. */
const page = fc.record({
  name: fc.constantFrom('1.txt', '2.txt', '3.txt', 'sub/4.txt', 'sub/5.txt'),
  kind: fc.constantFrom('good', 'good', 'good', 'good', 'empty', 'no-date'),
  story: fc.nat(3),
  text: fc.nat(2),
  views: fc.nat(3),
  rubric: fc.constantFrom('Культура', 'Город'),
});

const step = fc.record({
  pages: fc.array(page, { minLength: 1, maxLength: 5 }),
  /** What an editor does before: with which article, and what. */
  edits: fc.array(fc.tuple(fc.nat(5), fc.constantFrom('title', 'unpublish', 'remove', 'draft')), { maxLength: 2 }),
});

function contentOf({ kind, story, text, views, rubric }: typeof page extends fc.Arbitrary<infer Value> ? Value : never): string {
  if (kind === 'empty') return '';
  const meta = kind === 'no-date' ? null : `${views} 0${story + 1}.06.2021 10:15 ${rubric} A A`;
  return pageText({ title: `Новость о событии номер ${story}`, meta, paragraphs: [`Первый абзац о событии ${story}.`, `Текст ${text}.`] });
}

jest.setTimeout(300_000);

describe('a dry run', () => {
  const { bench } = useImports();

  async function edit(place: number, what: string): Promise<void> {
    const articles = bench.newsroom.strapi.documents(ARTICLE);
    const all = await articles.findMany({ locale: 'ru', sort: 'slug' });
    const article = all[place % Math.max(1, all.length)];
    if (!article) return;
    const { documentId } = article;
    const data = { title: `Редактор был здесь ${String(article.title).length}` };
    if (what === 'remove') await articles.delete({ documentId, locale: '*' });
    else if (what === 'unpublish') await articles.unpublish({ documentId, locale: 'ru' });
    else await articles.update({ documentId, locale: 'ru', data, status: what === 'draft' ? 'draft' : 'published' });
  }

  it('tells what the import then does, page by page, whatever was imported and edited before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), async (steps) => {
        const folder = temporaryFolder();
        for (const uid of [
          ARTICLE,
          'api::category.category',
          'plugin::importer.item',
          'plugin::importer.entry',
          'api::views.view-count',
        ] as const) {
          await bench.newsroom.strapi.db.query(uid).deleteMany({ where: {} });
        }
        try {
          for (const { pages, edits } of steps) {
            writePages(folder, Object.fromEntries(pages.map((one) => [one.name, contentOf(one)])));
            for (const [place, what] of edits) await edit(place, what);
            const predicted = await bench.newsroom.importPages([folder], { dryRun: true });
            const actual = await bench.newsroom.importPages([folder]);
            const told = ({ pages: all, counts, rules, site, nearDuplicates }: typeof actual) => ({
              ...{ counts, rules, site, nearDuplicates: nearDuplicates.count },
              pages: all.map(({ page: name, action, reason, title, conflicts, problems }) => ({
                name,
                action,
                reason,
                title,
                conflicts,
                problems,
              })),
            });
            expect(told(predicted)).toEqual(told(actual));
          }
        } finally {
          rmSync(path.join(folder), { recursive: true, force: true });
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('writes nothing at all', async () => {
    writePages(bench.folder, { '1.txt': pageText(), '2.txt': '' });
    await bench.newsroom.importPages([bench.folder], { dryRun: true });
    const { db } = bench.newsroom.strapi;
    for (const uid of [
      'plugin::importer.run',
      'plugin::importer.item',
      'plugin::importer.entry',
      ARTICLE,
      'api::category.category',
    ] as const) {
      expect(await db.query(uid).count({})).toBe(0);
    }
  });
});
