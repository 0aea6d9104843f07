import type { Row } from '../../news/reader/reader';

/** An article in the index. Terms are joined with blanks. */
export interface Entry {
  /** Newer articles have higher numbers: see `order.ts`. */
  readonly order: number;
  readonly documentId: string;
  readonly locale: string;
  readonly headline: string;
  readonly lead: string;
}

/** An entry from a row of `search_entries`. */
export const toEntry = (row: Row): Entry => ({
  order: Number(row['ord']),
  documentId: String(row['document_id']),
  locale: String(row['locale']),
  headline: String(row['headline']),
  lead: String(row['lead']),
});
