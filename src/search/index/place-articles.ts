import type { IndexedArticle } from './indexed-article';

/** Where a document stands in the index now. */
export interface Standing {
  readonly key: string;
  readonly order: number;
}

/** Numbers that are taken, of those that are asked for. */
export type FindTaken = (orders: readonly number[]) => Promise<readonly number[]>;

/**
 * Gives each article a number that no other has. One whose date has not changed keeps its own; another one takes the next that is
 * free.
 */
export async function placeArticles(
  articles: readonly IndexedArticle[],
  standing: readonly Standing[],
  findTaken: FindTaken,
): Promise<IndexedArticle[]> {
  const current = new Map(standing.map(({ key, order }) => [key, order]));
  const own = new Set(current.values());
  const staying = (article: IndexedArticle) => {
    const order = current.get(article.key);
    return order !== undefined && order >= article.second && order <= article.last ? { ...article, order } : article;
  };
  const given = new Set<number>();
  const placed: IndexedArticle[] = [];
  let open: readonly IndexedArticle[] = articles.map(staying);
  while (open.length > 0) {
    const taken = new Set((await findTaken(open.map(({ order }) => order))).filter((order) => !own.has(order)));
    const later: IndexedArticle[] = [];
    for (const article of open) {
      if (taken.has(article.order) || given.has(article.order)) later.push({ ...article, order: article.order + 1 });
      else {
        given.add(article.order);
        placed.push(article);
      }
    }
    open = later;
  }
  return placed;
}
