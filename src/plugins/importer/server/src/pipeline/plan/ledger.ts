/** What the ledger holds of a page: which document it became, and with what content. */
export interface LedgerItem {
  readonly page: string;
  readonly targetId: string;
  readonly targetLocale: string;
  readonly storyKey: string;
  readonly contentHash: string;
  /** Fingerprint of each field of the article as it stood after the import had written it. */
  readonly written: Readonly<Record<string, string>>;
  readonly published: boolean;
}

/** An article as it stands now. */
export interface CurrentArticle {
  readonly documentId: string;
  readonly locale: string;
  /** Fingerprint of each field, as editors see it. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fingerprint of each field as readers see it; null where nothing is published. */
  readonly publishedFields: Readonly<Record<string, string>> | null;
}

/** What is known about the stories of a chunk before anything is decided. */
export interface Known {
  /** By page name. */
  readonly byPage: ReadonlyMap<string, LedgerItem>;
  /** By story key, from whichever page. */
  readonly byStory: ReadonlyMap<string, LedgerItem>;
  /** By `articleKey`. */
  readonly articles: ReadonlyMap<string, CurrentArticle>;
}

/** Names one language of one document. */
export const articleKey = (documentId: string, locale: string): string => `${documentId}/${locale}`;
