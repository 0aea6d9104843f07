import { type PlaceOfPages, placeOfPages } from '../pipeline/place-of-pages';
import type { KeptRun } from './runs';

/**
 * Where the pages of a run are: `openSource(paths, { base })` finds them by the names that the run and the ledger know them
 * by. A run from before this was kept is looked for below the working directory.
 */
export const sourceOfRun = ({ place, source }: Pick<KeptRun, 'place' | 'source'>): PlaceOfPages => place ?? placeOfPages(source);
