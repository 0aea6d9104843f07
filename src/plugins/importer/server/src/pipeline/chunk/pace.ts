/** How the import shares the database, and the process, with others. */
export interface Pace {
  /** How long writing a chunk may keep the database from others, in milliseconds. */
  targetMs(): number;
  /** Resolves when it is the import's turn: others go first, but not for ever. */
  turn(): Promise<void>;
}

/**
 * Enough for a transaction, and for pages of an index that several of its rows go to, to cost little: the writing thread takes about
 * 8 % less time than with 100 milliseconds. What longer chunks hold outlives the quick clearing away, and reading waits for them.
 */
const ALONE_MS = 150;

/** The pace of an import that has the process to itself. */
export const ALONE: Pace = { targetMs: () => ALONE_MS, turn: () => Promise.resolve() };
