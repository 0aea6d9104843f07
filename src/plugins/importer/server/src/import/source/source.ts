import type { Found } from './found';

/** The pages of the given paths. */
export interface Source {
  /**
   * Goes through all of them from the beginning, each time that it is called. What comes out of a stream comes alone; plain files
   * come some together, as a step for each would cost as much as finding them.
   */
  found(): AsyncGenerator<readonly Found[]>;
  /** Removes what was kept on the way. */
  close(): Promise<void>;
}

/** All that a source holds, one after the other. */
export async function* eachOf(source: Pick<Source, 'found'>): AsyncGenerator<Found> {
  for await (const together of source.found()) yield* together;
}

/** What comes one by one, as a source tells it. */
export async function* oneByOne(found: AsyncIterable<Found>): AsyncGenerator<readonly Found[]> {
  for await (const one of found) yield [one];
}
