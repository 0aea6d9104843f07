/** One saved page, as a source yields it. */
export interface Page {
  /** What the ledger knows the page by, with `/` between folders. */
  readonly name: string;
  /** How a person finds the page: the path that was given, and what follows below it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
