import { planChunks } from '../bench/import/raw/plan-chunks';
import type { GrownTable } from '../bench/import/table-growth';

const PAGES = 1000;
const PAGES_IN_CHUNK = 300;

const grown = (name: string, rows: number, lastIdBefore = 0, references: GrownTable['references'] = []): GrownTable => ({
  name,
  rows,
  lastIdBefore,
  lastId: lastIdBefore + rows,
  references,
});

const TABLES = [
  grown('links', 1900, 0, [
    { column: 'article_id', table: 'articles' },
    { column: 'category_id', table: 'categories' },
  ]),
  grown('articles', 2000, 40, [{ column: 'created_by_id', table: 'users' }]),
  grown('categories', 36, 3),
];

describe('the plan of what the bare driver writes', () => {
  const chunks = planChunks(TABLES, PAGES, PAGES_IN_CHUNK);

  it('writes what does not grow with the pages first, and then a part of each other table after the other', () => {
    const order = chunks.map((chunk) => chunk.map(({ table }) => table));
    expect(order).toEqual([['categories'], ...Array.from({ length: 4 }, () => ['articles', 'links'])]);
    expect(chunks[0]).toEqual([{ table: 'categories', column: 'id', after: 3, upTo: 39 }]);
  });

  it('has every row in one chunk, and links in that of their article', () => {
    const [articles = [], links = []] = ['articles', 'links'].map((name) => chunks.flat().filter(({ table }) => table === name));
    expect([articles[0]?.after, articles.at(-1)?.upTo]).toEqual([40, 2040]);
    expect(articles.slice(1).map(({ after }) => after)).toEqual(articles.slice(0, -1).map(({ upTo }) => upTo));
    expect(links).toEqual(articles.map((slice) => ({ ...slice, table: 'links', column: 'article_id' })));
  });
});
