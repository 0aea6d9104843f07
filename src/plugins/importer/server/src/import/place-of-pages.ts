import path from 'node:path';
import { STANDARD_INPUT } from './source/check-paths';

/** Where the pages of a source are. */
export interface PlaceOfPages {
  /** Full paths. What comes in on standard input is not there any more later. */
  readonly paths: string[];
  /** The folder that the pages are named below. */
  readonly base: string;
}

/** Where pages are that were given by paths, so that they are found again from any working directory. */
export function placeOfPages(paths: readonly string[], base: string = process.cwd()): PlaceOfPages {
  const files = paths.filter((given) => given !== STANDARD_INPUT);
  return { paths: files.map((given) => path.resolve(given)), base };
}
