import type { Slice } from './plan-chunks';

/** Rows of one table, each with the values of all columns in their order. */
export interface Rows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly (readonly unknown[])[];
}

/** Settings of a connection, such as `journal_mode`, and their values. */
export type Pragmas = Readonly<Record<string, string | number>>;

/** Reads from one database and writes to another, by nothing but the driver. */
export interface RowCopier {
  /** How it writes, for the reader of the figures. */
  readonly method: string;
  read(slice: Slice): Promise<Rows>;
  /** Writes rows in one transaction. */
  write(chunk: readonly Rows[]): Promise<void>;
  close(): Promise<void>;
}
