import { rmSync } from 'node:fs';
import type { UID } from '@strapi/strapi';
import { type Newsroom, startNewsroom, temporaryFolder } from './newsroom';

const ARTICLE = 'api::article.article';

const EMPTIED: UID.ContentType[] = [
  ARTICLE,
  'api::category.category',
  'api::tag.tag',
  'api::author.author',
  'api::partner-link.partner-link',
  'api::site.site',
  'api::views.view-count',
  'plugin::importer.item',
  'plugin::importer.entry',
  'plugin::importer.run',
  'plugin::importer.action',
  'plugin::importer.upload',
  'plugin::importer.correction',
  'plugin::importer.rule',
];

/** A newsroom for all tests of a file, which each test finds empty, and a folder for the pages of each. */
export function useImports() {
  const bench = { newsroom: undefined as unknown as Newsroom, folder: '' };

  beforeAll(async () => {
    bench.newsroom = await startNewsroom();
  });

  beforeEach(() => {
    bench.folder = temporaryFolder();
  });

  afterEach(async () => {
    rmSync(bench.folder, { recursive: true, force: true });
    for (const uid of EMPTIED) await bench.newsroom.strapi.db.query(uid).deleteMany({ where: {} });
  });

  afterAll(() => bench.newsroom.stop());

  return {
    bench,
    /** Every published article as readers get it. */
    readArticles: async () => (await bench.newsroom.get('/api/articles')).body.data as Record<string, unknown>[],
    /** The published article, where there is one. */
    onlyArticle: async () => {
      const { documents } = bench.newsroom.strapi;
      const [article] = await documents(ARTICLE).findMany({ status: 'published', locale: '*', populate: ['category'] });
      if (!article) throw new Error('There is no article');
      return article;
    },
    /** Every row of the articles' table. */
    articleRows: () => bench.newsroom.strapi.db.query(ARTICLE).findMany({ orderBy: { id: 'asc' } }) as Promise<unknown[]>,
  };
}
