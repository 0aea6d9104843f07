import type { Problem } from '../problem';
import type { Conflict } from './plan-entry';

export type ItemStatus = 'imported' | 'quarantined' | 'failed';

/** What the ledger holds of a page: which document it became, and with what content. */
export interface LedgerItem {
  /** Where it stands. */
  readonly id: number;
  readonly page: string;
  /** Null where the page was last read before the ledger kept it. */
  readonly pathBelow?: string | null;
  /** The key of the address that its document declares; null where it declares none. */
  readonly address?: string | null;
  /** Empty for a page that became no document. */
  readonly targetId: string;
  readonly targetLocale: string;
  readonly storyKey: string;
  readonly contentHash: string;
  /** Hash of the page's bytes; null for what is no page. */
  readonly pageHash: string | null;
  /** How the page was read: what is known about its site, as one key. */
  readonly reading: string | null;
  /** Fingerprint of each field of the article as an import wrote it last. A field that is empty has none. */
  readonly written: Readonly<Record<string, string>>;
  /** Whether the article was published when an import had written it. */
  readonly published: boolean;
  /** The time that the article's rows bear as long as nobody has changed them; null where somebody has. */
  readonly standing: string | null;
  readonly status: ItemStatus;
  readonly problems: readonly Problem[];
  /** What near-duplicates are told by. */
  readonly sketch: string | null;
  readonly run: number;
  readonly importerVersion: number;
  /** Of a page in quarantine, and of one with conflicts: how a person finds it, and its headline. */
  readonly path?: string | null;
  readonly title?: string | null;
  /** What waits for a person to settle, and the run that told of it last. */
  readonly conflicts?: readonly Conflict[] | null;
  readonly conflictsIn?: number | null;
}

/** What of an item tells whether its page must be read again. */
export type RememberedPage = Pick<
  LedgerItem,
  'page' | 'address' | 'targetId' | 'storyKey' | 'pageHash' | 'reading' | 'status' | 'problems' | 'importerVersion'
>;

/** An article as it stands now. */
export interface CurrentArticle {
  readonly documentId: string;
  readonly locale: string;
  /** Fingerprint of each field that is not empty, as editors see it. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fingerprint of each field that is not empty, as readers see it; null where nothing is published. */
  readonly publishedFields: Readonly<Record<string, string>> | null;
  /** What editors see in the fields of a story, as text; null for an article that is as an import left it. */
  readonly shown: Readonly<Record<string, string | null>> | null;
}

/** What is known about the pages of a chunk before anything is decided. */
export interface Known {
  /** By page name. */
  readonly byPage: ReadonlyMap<string, LedgerItem>;
  /** Items of other pages with the same path below what they are wrapped in, by its key. */
  readonly byPath: ReadonlyMap<string, LedgerItem>;
  /** By story key, from whichever page. */
  readonly byStory: ReadonlyMap<string, LedgerItem>;
  /** By `articleKey`. */
  readonly articles: ReadonlyMap<string, CurrentArticle>;
  /** By the key of the address that its document declares. */
  readonly byAddress: ReadonlyMap<string, LedgerItem>;
  /** Items of pages that became no document, by page name: of the page itself, or of one with the same path and bytes elsewhere. */
  readonly withoutDocument: ReadonlyMap<string, LedgerItem>;
  /** Documents of categories, tags and authors, by `termKey`. One that does not exist yet has none. */
  readonly terms: ReadonlyMap<string, string>;
}

/** Names one language of one document. */
export const articleKey = (documentId: string, locale: string): string => `${documentId}/${locale}`;
