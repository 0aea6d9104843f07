import type { Page } from '../page';
import type { Gather } from './collect';
import type { Fault } from './fault';

/** Where something stands: what the ledger knows it by, and how a person finds it. */
export type Place = Omit<Page, 'bytes'>;

/** The bytes of a page, or why there are none. */
export type Content = Uint8Array | Fault;

/** A page that a source found, or something in the place of one that can't be read. */
export interface FoundPage extends Place {
  readonly kind: 'page';
  /** Where it lies, if it is a plain file: whoever wants to may read it there. */
  readonly file?: string;
  /**
   * Reads the page: all of it, or what is gathered. Never rejects. Call it once, before the next page is asked for: a stream does not
   * come back.
   */
  readonly read: (gather?: Gather) => Promise<Content>;
}

/** Data about the site itself, with the files that lie beside it. */
export interface FoundSiteData extends Place {
  readonly kind: 'site-data';
  /** Calls `work` with the site-data file on disk, which may be there only until `work` is done. */
  readonly use: (work: (file: string) => Promise<void>) => Promise<void>;
}

export type Found = FoundPage | FoundSiteData;

/** What stands for a page that can't be read. */
export const faultyPage = (place: Place, fault: Fault): FoundPage => ({ ...place, kind: 'page', read: () => Promise.resolve(fault) });
