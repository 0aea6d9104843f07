import { ARTICLE_COLUMNS, ARTICLE_JOINS } from '../../news/articles/article-sql';
import type { Reader, Row } from '../../news/reader/reader';
import { keyOf } from '../index/indexed-article';
import { places } from '../../derived/queue/rows';

/** Few different statements: documents that are too few for one are named again. */
const SIZES = [10, 25, 50, 100];

const statementFor = (count: number) => `select ${ARTICLE_COLUMNS}, a.body from articles a ${ARTICLE_JOINS}
  where a.published_at is not null and a.document_id in (${places(count)})`;

/** Published articles by document and language, with `ARTICLE_COLUMNS` and `body`, of at most 100 documents. */
export async function findArticles(reader: Reader, documentIds: readonly string[]): Promise<Map<string, Row>> {
  const [first] = documentIds;
  if (first === undefined) return new Map();
  const size = SIZES.find((one) => one >= documentIds.length) ?? documentIds.length;
  const values = [...documentIds, ...Array.from({ length: size - documentIds.length }, () => first)];
  const rows = await reader.all(statementFor(size), values);
  return new Map(rows.map((row) => [keyOf(String(row['document_id']), String(row['locale'])), row]));
}
