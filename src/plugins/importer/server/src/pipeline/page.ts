/** One saved page, as a source yields it. */
export interface Page {
  /** Where the page is in its source, with `/` between folders: what the ledger knows it by. */
  readonly name: string;
  /** How a person finds the page: the path that was given, and the name below it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
