/** Runs one statement, inside the transaction around it. Answers with its rows, where it has any. */
export type Run = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** A trigger, and the function that PostgreSQL needs for it. */
export interface Trigger {
  readonly name: string;
  readonly table: string;
  /** Creates it where no trigger of this name stands. */
  readonly statements: readonly string[];
}

/** The databases' own names for themselves. */
export type Dialect = 'sqlite' | 'postgres';

/**
 * Tables that follow from others and are kept right by triggers of the database, whoever writes: the panel, the API, an
 * import, an undo, or another node. Strapi does not know them.
 */
export interface DerivedPart {
  readonly name: string;
  /** Tables and indexes, created where they are missing. */
  readonly tables: readonly string[];
  readonly triggers: readonly Trigger[];
  /**
   * Makes everything anew for the articles with a row number from `first` to `last`, also for those that are gone. Called in a
   * transaction of its own for each range, in which nobody else writes to derived tables.
   */
  rebuild(run: Run, first: number, last: number): Promise<void>;
}
