/** What the thread is told that moves SQLite's log. */
export interface CheckpointOrder {
  /** The database. */
  readonly file: string;
  readonly everyMs: number;
}

/** What it tells: how many pages the log holds, moved or not. */
export interface Moved {
  readonly log: number;
}
