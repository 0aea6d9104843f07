import type { Core } from '@strapi/strapi';
import { configurationOf } from '../configuration';
import { type PlaceOfPages, placeOfPages } from '../import/place-of-pages';
import { folderOfUpload } from '../uploads/upload-rows';
import type { KeptRun } from './runs';

type Sourced = Pick<KeptRun, 'upload' | 'place' | 'source'>;

/**
 * Where the pages of a run are: `openSource(paths, { base })` finds them by the names that the run and the ledger know them
 * by. A run from before this was kept is looked for below the working directory; an upload is where uploads are kept by now.
 *
 * @throws errors.NotFoundError where the run names an upload that can't be one.
 */
export function sourceOfRun(strapi: Core.Strapi, { upload, place, source }: Sourced): PlaceOfPages {
  if (upload === null) return place ?? placeOfPages(source);
  const folder = folderOfUpload(configurationOf(strapi).uploads.folder, upload);
  return { paths: [folder], base: folder };
}

/** Whether two runs have read the same source. */
export function haveSameSource(one: Sourced, other: Sourced): boolean {
  const named = ({ upload, place, source }: Sourced) => JSON.stringify(upload ?? place ?? placeOfPages(source));
  return named(one) === named(other);
}
