/** A database of the benchmark's own. */
export interface TemporaryDatabase {
  /** A file, or an address. */
  readonly place: string;
  /** What makes Newsroom use it. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Makes databases of one kind. */
export interface Databases {
  readonly kind: 'sqlite' | 'postgres';
  /** The version of the engine. */
  version(): Promise<string>;
  /** @returns one that holds nothing. */
  make(name: string): Promise<TemporaryDatabase>;
  /** @param original one that no process uses. */
  copy(original: TemporaryDatabase, name: string): Promise<TemporaryDatabase>;
  drop(database: TemporaryDatabase): Promise<void>;
  /** @param keep whether the databases that were made stay. */
  close(keep: boolean): Promise<void>;
}
