import { ARTICLE_COLUMNS, ARTICLE_JOINS } from '../articles/article-sql';
import type { Reader, Row, Value } from '../reader/reader';

/** Where an article stands in every feed: `newest_first` of `published_articles`, and its document id. */
export type FeedPosition = readonly [newestFirst: number, documentId: string];

interface PageRequest {
  readonly locale: string;
  /** Document id of a category, or undefined for all. */
  readonly category: string | undefined;
  /** The page begins after this position, or, backwards, ends before it. Undefined is before the newest article. */
  readonly from: FeedPosition | undefined;
  readonly backwards: boolean;
  /** The moment by which articles are public: see `Embargo`. */
  readonly now: number;
  readonly limit: number;
}

/** Rows with `ARTICLE_COLUMNS` and `newest_first`, nearest to the position first, and whether there are more beyond them. */
interface Page {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}

export const positionOf = (row: Row): FeedPosition => [Number(row['newest_first']), String(row['document_id'])];

/** A range of one index of `published_articles`, however deep it begins. @param most a place for a value, or a number. */
function rangeOf({ category, backwards }: PageRequest, most: string | number = '?'): string {
  const direction = backwards ? 'desc' : 'asc';
  const conditions = [
    'locale = ?',
    ...(category === undefined ? [] : ['category = ?']),
    `(newest_first, document_id) ${backwards ? '<' : '>'} (?, ?)`,
    ...(backwards ? ['newest_first >= ?'] : []),
  ];
  return `select article_id, newest_first, document_id from published_articles where ${conditions.join(' and ')}
    order by newest_first ${direction}, document_id ${direction} limit ${most}`;
}

/** Before the newest article that is public. */
const newestOf = ({ now }: PageRequest): FeedPosition => [-now, ''];

function valuesOf(request: PageRequest): Value[] {
  const { locale, category, from = newestOf(request), backwards, now } = request;
  const start = backwards || from[0] >= -now ? from : newestOf(request);
  return [locale, ...(category === undefined ? [] : [category]), ...start, ...(backwards ? [-now] : [])];
}

const toPage = (rows: readonly Row[], { limit }: PageRequest): Page => ({ rows: rows.slice(0, limit), hasMore: rows.length > limit });

/**
 * So many rows are read, written as a number: PostgreSQL plans a statement anew for each request, which takes longer than the
 * reading, as long as it can't tell from its text that it is to read few.
 */
const ROWS_READ = [2, 6, 11, 21, 51, 101];

const readFor = ({ limit }: PageRequest) => ROWS_READ.find((rows) => rows > limit) ?? limit + 1;

/** Statements by what they depend on: a text of this length takes longer to make, and to look up, than the database to run it. */
const STATEMENTS = new Map<string, string>();

function statementOf(request: PageRequest): string {
  const { category, backwards } = request;
  const most = readFor(request);
  const shape = `${category === undefined}${backwards}${most}`;
  const known = STATEMENTS.get(shape);
  if (known !== undefined) return known;
  const direction = backwards ? 'desc' : 'asc';
  const statement = `select p.newest_first, ${ARTICLE_COLUMNS} from (${rangeOf(request, most)}) p join articles a on a.id = p.article_id ${ARTICLE_JOINS}
    order by p.newest_first ${direction}, p.document_id ${direction}`;
  STATEMENTS.set(shape, statement);
  return statement;
}

/** Reads articles in the order of the feed, or against it, with one statement. */
export async function readPage(reader: Reader, request: PageRequest): Promise<Page> {
  return toPage(await reader.all(statementOf(request), valuesOf(request)), request);
}

/** The databases take no longer lists of selections in one statement. */
const MOST_PAGES = 100;

/** Reads several pages with one statement. */
export async function readPages(reader: Reader, requests: readonly PageRequest[]): Promise<Page[]> {
  if (requests.length === 0) return [];
  if (requests.length > MOST_PAGES) {
    return [...(await readPages(reader, requests.slice(0, MOST_PAGES))), ...(await readPages(reader, requests.slice(MOST_PAGES)))];
  }
  const ranges = requests.map((request, index) => `select ${index} as page, r${index}.* from (${rangeOf(request)}) r${index}`);
  const rows = await reader.all(
    `select p.page, p.newest_first, ${ARTICLE_COLUMNS} from (${ranges.join(' union all ')}) p
      join articles a on a.id = p.article_id ${ARTICLE_JOINS}`,
    requests.flatMap((request) => [...valuesOf(request), request.limit + 1]),
  );
  const pages = requests.map((): Row[] => []);
  for (const row of rows) pages[Number(row['page'])]?.push(row);
  return requests.map((request, index) => {
    const { backwards } = request;
    const nearest = (pages[index] ?? []).sort((a, b) => (comesBefore(a, b) ? -1 : 1) * (backwards ? -1 : 1));
    return toPage(nearest, request);
  });
}

function comesBefore(a: Row, b: Row): boolean {
  const [[first, firstId], [second, secondId]] = [positionOf(a), positionOf(b)];
  return first === second ? firstId < secondId : first < second;
}
