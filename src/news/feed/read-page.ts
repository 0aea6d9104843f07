import type { Dialect } from '../../derived/derived-part';
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

/** A range of one index of `published_articles`, however deep it begins. */
function rangeOf({ category, backwards }: PageRequest, most: number): string {
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

/** Where a page begins, or, backwards, ends: nowhere among articles that are not public yet. */
function startOf(request: PageRequest): FeedPosition {
  const { from = newestOf(request), backwards, now } = request;
  return backwards || from[0] >= -now ? from : newestOf(request);
}

function valuesOf(request: PageRequest): Value[] {
  const { locale, category, backwards, now } = request;
  return [locale, ...(category === undefined ? [] : [category]), ...startOf(request), ...(backwards ? [-now] : [])];
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

interface AskedKind {
  readonly backwards: boolean;
  readonly inCategory: boolean;
}

const KINDS: readonly AskedKind[] = [false, true].flatMap((backwards) => [
  { backwards, inCategory: false },
  { backwards, inCategory: true },
]);

const isKind = ({ backwards, inCategory }: AskedKind) =>
  `${backwards ? '' : 'not '}asked.backwards and asked.category is ${inCategory ? 'not null' : 'null'}`;

/** The range of `published_articles` that a row of `asked` asks for. @param most how many at most. */
function rangeAsked({ backwards, inCategory }: AskedKind, most: string): string {
  const direction = backwards ? 'desc' : 'asc';
  return `select article_id, newest_first, document_id from published_articles
    where locale = asked.locale ${inCategory ? 'and category = asked.category' : ''}
      and (newest_first, document_id) ${backwards ? '<' : '>'} (asked.newest, asked.document) ${backwards ? 'and newest_first >= asked.soonest' : ''}
    order by newest_first ${direction}, document_id ${direction} limit ${most}`;
}

/** In SQLite a range can't say by a column how long it is, nor stand beside the row that asks: each is read as long as the longest. */
function foundInSqlite(kind: AskedKind): string {
  const direction = kind.backwards ? 'desc' : 'asc';
  return `select asked.page, asked.most, r.article_id, r.newest_first,
      row_number() over (partition by asked.page order by r.newest_first ${direction}, r.document_id ${direction}) as place
    from asked cross join published_articles r
    where ${isKind(kind)} and r.article_id in (select article_id from (${rangeAsked(kind, '?')}))`;
}

const foundInPostgres = (kind: AskedKind) => `(select * from (${rangeAsked(kind, 'asked.most')}) r where ${isKind(kind)})`;

const FOUND: Readonly<Record<Dialect, string>> = {
  sqlite: `(with asked as materialized (
      select value ->> 'page' as page, value ->> 'locale' as locale, value ->> 'category' as category, value ->> 'newest' as newest,
        value ->> 'document' as document, value ->> 'soonest' as soonest, value ->> 'backwards' as backwards, value ->> 'most' as most from json_each(?)
    ) select * from (${KINDS.map(foundInSqlite).join(' union all ')}) where place <= most)`,
  postgres: `(select * from json_to_recordset(?::json) as asked(page integer, locale text collate "C", category text collate "C",
      newest bigint, document text collate "C", soonest bigint, backwards boolean, most integer)
    cross join lateral (${KINDS.map(foundInPostgres).join(' union all ')}) r)`,
};

/**
 * All that differs between requests is in values: a text that followed their shape would be planned, and kept, for each shape. SQLite
 * would go through all articles where it is not told to begin with those that were found.
 */
const pagesStatement = (dialect: Dialect) =>
  `select found.page, found.newest_first, ${ARTICLE_COLUMNS} from ${FOUND[dialect]} found
    ${dialect === 'sqlite' ? 'cross' : ''} join articles a on a.id = found.article_id ${ARTICLE_JOINS}`;

const PAGES: Readonly<Record<Dialect, string>> = { sqlite: pagesStatement('sqlite'), postgres: pagesStatement('postgres') };

/** Reads several pages with one statement. */
export async function readPages(reader: Reader, dialect: Dialect, requests: readonly PageRequest[]): Promise<Page[]> {
  if (requests.length === 0) return [];
  const asked = requests.map((request, page) => {
    const { locale, category = null, backwards, now, limit } = request;
    const [newest, document] = startOf(request);
    return { page, locale, category, newest, document, soonest: -now, backwards, most: limit + 1 };
  });
  const longest = Math.max(...asked.map(({ most }) => most));
  const values = [JSON.stringify(asked), ...(dialect === 'sqlite' ? KINDS.map(() => longest) : [])];
  const pages = requests.map((): Row[] => []);
  for (const row of await reader.all(PAGES[dialect], values)) pages[Number(row['page'])]?.push(row);
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
