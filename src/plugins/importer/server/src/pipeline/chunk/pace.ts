/** How the import shares the database, and the process, with others. */
export interface Pace {
  /** How long writing a chunk may keep the database from others, in milliseconds. */
  targetMs(): number;
  /** Resolves when it is the import's turn: others go first, but not for ever. */
  turn(): Promise<void>;
}

/**
 * Enough for a transaction to cost little. What longer chunks hold outlives the quick clearing away, and costs more later than they
 * save (measured: 250 milliseconds take 7 % more time, and 20 MiB more).
 */
const ALONE_MS = 100;

/** The pace of an import that has the process to itself. */
export const ALONE: Pace = { targetMs: () => ALONE_MS, turn: () => Promise.resolve() };
