import type { Reader } from '../../news/reader/reader';
import type { QueryTerms } from '../query/query-terms';
import { lastOf, LOWEST } from './order';
import { type Entry, toEntry } from './entry';
import { type Matching, type SearchEngine, categoryTerm } from './search-engine';
import { spansBetween } from './time-spans';

/** The index of words is to be used, never that of the order: the planner can't know how common a word is. */
const NEWEST = `with found as materialized (
    select ord, document_id, locale, headline, lead from search_entries where words @@ ?::tsquery and ord + 0 between ? and ?
  ) select * from found order by ord desc limit ?`;

/** Where the newest so many articles begin, of those up to a number. */
const NTH = 'select ord from search_entries where ord <= ? order by ord desc offset ? limit 1';

/** How many of the newest articles are looked through first, then next, and so on. What is left is looked through at once. */
const STEPS = [1000, 8000, 64_000, 512_000];

/** Where the steps from the newest article begin matters to speed alone, so that it may be some time old; in milliseconds. */
const FRESH = 60_000;

/** A lexeme in quotes: nothing in it is an operator. https://www.postgresql.org/docs/current/datatype-textsearch.html */
const quoted = (term: string) => `'${term.replace(/['\\]/g, '')}'`;

const phrase = (terms: readonly string[]) => `(${terms.map(quoted).join(' <-> ')})`;

function expressionOf({ wanted, unwanted }: QueryTerms): string {
  return `(${[...wanted.map(phrase), ...unwanted.map((terms) => `!${phrase(terms)}`)].join(' & ')})`;
}

function matchOf({ queries, categories }: Matching): string {
  const any = queries.map(expressionOf).join(' | ');
  if (categories === undefined) return any;
  return `(${any}) & (${categories.map((category) => quoted(categoryTerm(category))).join(' | ')})`;
}

/** Tells where the newest so many articles up to a number begin; undefined where there are fewer. */
function createBeginnings(reader: Reader): (to: number, count: number) => Promise<number | undefined> {
  const known = new Map<number, { readonly readAt: number; readonly beginning: number | undefined }>();
  return async (to, count) => {
    const isNewest = to >= lastOf(Date.now() - FRESH);
    const last = isNewest ? known.get(count) : undefined;
    const isFresh = last !== undefined && performance.now() - last.readAt < FRESH;
    if (isFresh && (last.beginning ?? to) <= to) return last.beginning;
    const [row] = await reader.all(NTH, [to, count]);
    const beginning = row === undefined ? undefined : Number(row['ord']);
    if (isNewest) known.set(count, { readAt: performance.now(), beginning });
    return beginning;
  };
}

/**
 * `tsvector` with a GIN index. Such an index knows no order, and gives all matches at once. That they are never many, it is asked
 * for the newest articles first, then for more and more: each article also has the spans of time that it lies in among its words,
 * and the index looks only at what all parts of a query have in common.
 */
export function createPostgresEngine(reader: Reader): SearchEngine {
  const beginningOf = createBeginnings(reader);

  return {
    async newest(matching, limit) {
      // No spans lie between, and an expression needs one.
      if (matching.from > matching.to) return [];
      const found: Entry[] = [];
      const match = matchOf(matching);
      let { to } = matching;
      for (const count of [...STEPS, undefined]) {
        const beginning = count === undefined ? undefined : await beginningOf(matching.to, count);
        const isLast = beginning === undefined || beginning <= matching.from;
        const from = isLast ? matching.from : beginning;
        const spans = from === LOWEST ? '' : ` & (${spansBetween(from, to).map(quoted).join(' | ')})`;
        const rows = await reader.all(NEWEST, [`(${match})${spans}`, from, to, limit - found.length]);
        found.push(...rows.map(toEntry));
        if (isLast || found.length >= limit) break;
        to = from - 1;
      }
      return found;
    },
  };
}
