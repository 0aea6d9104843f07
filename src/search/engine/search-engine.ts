import type { QueryTerms } from '../query/query-terms';
import type { Entry } from './entry';

export interface Matching {
  /** The query in each language that is searched; an article matches in its own. */
  readonly queries: readonly QueryTerms[];
  /** Document ids of categories, of which an article has one; undefined for all. */
  readonly categories: readonly string[] | undefined;
  /** Numbers of the order, both included. */
  readonly from: number;
  readonly to: number;
}

/** The full text search of a database. */
export interface SearchEngine {
  /** The newest articles that match, newest first, and at most `limit`. What it costs does not grow with how many match. */
  newest(matching: Matching, limit: number): Promise<Entry[]>;
}

/** How a category is found: by a term that no word can become. */
export const categoryTerm = (documentId: string): string => `category_${documentId.replace(/[^A-Za-z0-9]/g, '')}`;
