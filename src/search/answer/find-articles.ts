import { ARTICLE_COLUMNS, ARTICLE_JOINS } from '../../news/articles/article-sql';
import type { Reader, Row } from '../../news/reader/reader';
import { keyOf } from '../index/indexed-article';
import { places } from '../../derived/queue/rows';

/** Few different statements: documents that are too few for one are named again. */
const SIZES = [10, 25, 50, 100];

const statementFor = (count: number) => `select ${ARTICLE_COLUMNS}, a.body from articles a
  join published_articles p on p.article_id = a.id ${ARTICLE_JOINS}
  where p.newest_first >= ? and a.document_id in (${places(count)})`;

/**
 * Public articles by document and language, with `ARTICLE_COLUMNS` and `body`, of at most 100 documents.
 *
 * @param now the moment by which articles are public.
 */
export async function findArticles(reader: Reader, documentIds: readonly string[], now: number): Promise<Map<string, Row>> {
  const [first] = documentIds;
  if (first === undefined) return new Map();
  const size = SIZES.find((one) => one >= documentIds.length) ?? documentIds.length;
  const values = [-now, ...documentIds, ...Array.from({ length: size - documentIds.length }, () => first)];
  const rows = await reader.all(statementFor(size), values);
  return new Map(rows.map((row) => [keyOf(String(row['document_id']), String(row['locale'])), row]));
}
