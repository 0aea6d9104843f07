import type { Reader } from '../../news/reader/reader';
import type { QueryTerms } from '../query/query-terms';
import { toEntry } from './entry';
import { type Matching, type SearchEngine, categoryTerm } from './search-engine';

const NEWEST = `select e.ord, e.document_id, e.locale, e.headline, e.lead from search_words w join search_entries e on e.ord = w.rowid
  where search_words match ? and w.rowid between ? and ? order by w.rowid desc limit ?`;

/** A string of FTS5: nothing in it is an operator, and several terms are a phrase. https://sqlite.org/fts5.html#full_text_query_syntax */
const quoted = (terms: readonly string[]) => `"${terms.join(' ').replaceAll('"', '""')}"`;

function expressionOf({ wanted, unwanted }: QueryTerms): string {
  const all = `{headline story} : (${wanted.map(quoted).join(' AND ')})`;
  return unwanted.length === 0 ? `(${all})` : `((${all}) NOT {headline story} : (${unwanted.map(quoted).join(' OR ')}))`;
}

/** An expression of FTS5. */
function matchOf({ queries, categories }: Matching): string {
  const any = queries.map(expressionOf).join(' OR ');
  if (categories === undefined) return any;
  return `(${any}) AND category : (${categories.map((category) => quoted([categoryTerm(category)])).join(' OR ')})`;
}

/**
 * FTS5, read from its end: row numbers are in the order of dates, so that the newest matches come first and reading stops after
 * `limit` of them.
 */
export function createSqliteEngine(reader: Reader): SearchEngine {
  return {
    async newest(matching, limit) {
      return (await reader.all(NEWEST, [matchOf(matching), matching.from, matching.to, limit])).map(toEntry);
    },
  };
}
