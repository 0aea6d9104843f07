import { ARTICLE_COLUMNS, ARTICLE_JOINS } from '../articles/article-sql';
import type { Reader, Row, Value } from '../reader/reader';

/** Where an article stands in every feed: `newest_first` of `published_articles`, and its document id. */
export type FeedPosition = readonly [newestFirst: number, documentId: string];

export interface PageRequest {
  readonly locale: string;
  /** Document id of a category, or undefined for all. */
  readonly category: string | undefined;
  /** The page begins after this position, or, backwards, ends before it. */
  readonly from: FeedPosition | undefined;
  readonly backwards: boolean;
  readonly limit: number;
}

/** Rows with `ARTICLE_COLUMNS`, nearest to the position first, and whether there are more beyond them. */
export interface Page {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}

export const positionOf = (row: Row): FeedPosition => [Number(row['newest_first']), String(row['document_id'])];

/** A range of one index of `published_articles`, however deep it begins. */
function statementOf({ category, from, backwards }: PageRequest): string {
  const direction = backwards ? 'desc' : 'asc';
  const conditions = [
    'locale = ?',
    ...(category === undefined ? [] : ['category = ?']),
    ...(from === undefined ? [] : [`(newest_first, document_id) ${backwards ? '<' : '>'} (?, ?)`]),
  ];
  return `select p.newest_first, ${ARTICLE_COLUMNS} from (
      select article_id, newest_first, document_id from published_articles where ${conditions.join(' and ')}
      order by newest_first ${direction}, document_id ${direction} limit ?
    ) p join articles a on a.id = p.article_id ${ARTICLE_JOINS}
    order by p.newest_first ${direction}, p.document_id ${direction}`;
}

/** Reads articles in the order of the feed, or against it, with one statement. */
export async function readPage(reader: Reader, request: PageRequest): Promise<Page> {
  const { locale, category, from, limit } = request;
  const values: Value[] = [locale, ...(category === undefined ? [] : [category]), ...(from ?? []), limit + 1];
  const rows = await reader.all(statementOf(request), values);
  return { rows: rows.slice(0, limit), hasMore: rows.length > limit };
}
