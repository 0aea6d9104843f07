import type { IndexedArticle } from './indexed-article';
import type { Standing } from './place-articles';
import type { Transaction } from '../../derived/queue/rows';

/**
 * How many rows of the queue are looked through, from its front, for more rows of the documents that stand there: whoever writes many
 * articles queues each of them again when it gets its category, and one time of indexing does for both.
 */
export const AHEAD = 2048;

/** Writes the index of a database, inside a transaction. */
export interface IndexWriter {
  /**
   * Takes rows out of the queue's front, at most `limit`, and those of the same documents that are not far behind. What another node is
   * busy with is passed over.
   */
  take(trx: Transaction, limit: number): Promise<readonly QueuedDocument[]>;
  remove(trx: Transaction, standing: readonly Standing[]): Promise<void>;
  /** Adds articles whose numbers are free. */
  add(trx: Transaction, articles: readonly IndexedArticle[]): Promise<void>;
}

/** A document in a language that was written or removed. */
export interface QueuedDocument {
  readonly id: number;
  readonly documentId: string;
  readonly locale: string;
}

export const toQueued = (row: Readonly<Record<string, unknown>>): QueuedDocument => ({
  id: Number(row['id']),
  documentId: String(row['document_id']),
  locale: String(row['locale']),
});
