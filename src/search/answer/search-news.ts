import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { dialectOf } from '../../derived/in-transaction';
import { toSummary } from '../../news/articles/to-article';
import { embargoOf } from '../../news/embargo';
import { createCursors } from '../../news/feed/cursors';
import { readerOf, type Reader, type Row } from '../../news/reader/reader';
import { firstOf, lastOf, LOWEST } from '../engine/order';
import { createPostgresEngine } from '../engine/postgres-engine';
import type { SearchEngine } from '../engine/search-engine';
import { createSqliteEngine } from '../engine/sqlite-engine';
import { keyOf } from '../index/indexed-article';
import { indexerOf } from '../index/indexer';
import { parseQuery } from '../query/parse-query';
import { type QueryTerms, queryTerms } from '../query/query-terms';
import { plainText } from '../terms/plain-text';
import { createHighlighter, type Highlighter } from './highlight';
import { findArticles } from './find-articles';
import { searchPage, type SearchPosition } from './search-page';

export interface SearchRequest {
  /** What the reader typed. */
  readonly q: string;
  /** All languages where it is left out. */
  readonly locale?: string | undefined;
  /** Slug or document id of a category. */
  readonly category?: string | undefined;
  /** Moments of `datePublished`, both included. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** HTML in which all is escaped but `<mark>` around what was found. */
export interface Highlight {
  readonly title: string;
  readonly text: string;
}

export interface SearchAnswer {
  /** Rows with `ARTICLE_COLUMNS`. */
  readonly items: readonly { readonly cursor: string; readonly row: Row; readonly highlight: Highlight }[];
  /** The cursor of the page that comes next; null after the last. */
  readonly next: string | null;
}

const IN_LANGUAGE = 'select distinct document_id from categories where locale = ? and (slug = ? or document_id = ?)';
const IN_ANY = 'select distinct document_id from categories where slug = ? or document_id = ?';

async function categoriesNamed(reader: Reader, locale: string | undefined, name: string): Promise<string[]> {
  const rows = locale === undefined ? reader.all(IN_ANY, [name, name]) : reader.all(IN_LANGUAGE, [locale, name, name]);
  const found = (await rows).map((row) => String(row['document_id']));
  if (found.length === 0) throw new errors.NotFoundError('There is no such category');
  return found;
}

async function localesOf(reader: Reader): Promise<string[]> {
  return (await reader.all('select code from i18n_locale order by id', [])).map(({ code }) => String(code));
}

function highlight(row: Row, highlighter: Highlighter): Highlight {
  const body = plainText(row['body']);
  const { title, lead } = toSummary(row);
  const story = lead === null || lead === '' || body.startsWith(lead) ? body : `${lead}\n${body}`;
  return { title: highlighter.all(title), text: highlighter.snippet(story) };
}

/** The search of a running Strapi. */
export function createSearch(strapi: Core.Strapi): (request: SearchRequest) => Promise<SearchAnswer> {
  const reader = readerOf(strapi);
  const engine: SearchEngine = dialectOf(strapi) === 'sqlite' ? createSqliteEngine(reader) : createPostgresEngine(reader);
  const cursors = createCursors();

  return async ({ q, locale, category, from, to, limit, after }) => {
    const clauses = parseQuery(q);
    const list = JSON.stringify(['search', clauses, locale ?? '', category ?? '', from?.getTime() ?? '', to?.getTime() ?? '']);
    const position = after === undefined ? undefined : (cursors.open(list, after) as SearchPosition);
    const categories = category === undefined ? undefined : await categoriesNamed(reader, locale, category);
    if (clauses.every(({ excluded }) => excluded)) return { items: [], next: null };

    await indexerOf(strapi).catchUp();
    const locales = locale === undefined ? await localesOf(reader) : [locale];
    const queries = locales.map((one): QueryTerms => queryTerms(clauses, one));
    const now = await embargoOf(strapi).now();
    const bounds = {
      from: from === undefined ? LOWEST : firstOf(from.getTime()),
      to: lastOf(to === undefined ? now : Math.min(now, to.getTime())),
    };
    const { matches, hasMore } = await searchPage(engine, { queries, categories, ...bounds }, position, limit);
    // Numbers tell seconds alone: an article of this second may still be ahead.
    const rows = await findArticles(reader, [...new Set(matches.map(({ entry }) => entry.documentId))], now);
    const highlighters = new Map(queries.map(({ locale: one, wanted }) => [one, createHighlighter(new Set(wanted.flat()), one)] as const));
    const items = matches.flatMap(({ entry, position: place }) => {
      const row = rows.get(keyOf(entry.documentId, entry.locale));
      const highlighter = highlighters.get(entry.locale);
      if (row === undefined || highlighter === undefined) return [];
      return [{ cursor: cursors.seal(list, place), row, highlight: highlight(row, highlighter) }];
    });
    const last = matches.at(-1);
    return { items, next: hasMore && last !== undefined ? cursors.seal(list, last.position) : null };
  };
}
