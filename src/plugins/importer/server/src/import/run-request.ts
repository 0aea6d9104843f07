import path from 'node:path';
import type { ImportRequest } from './import-request';
import { placeOfPages } from './place-of-pages';
import { fingerprint } from './plan/fingerprint';
import { STANDARD_INPUT } from './source/check-paths';
import { openPages } from './source/open-pages';
import { openSource } from './source/open-source';
import type { Source } from './source/source';
import type { RunRequest } from './store';

/**
 * Two requests with one key ask for the same import: one goes on where the other was interrupted. What comes in on standard
 * input is never the same again, as far as anyone can tell: then there is none; nor for some pages, which are soon done.
 */
function keyOf({ paths, profile, status, redo = false, only }: ImportRequest): string | null {
  if (only !== undefined || paths.includes(STANDARD_INPUT)) return null;
  return fingerprint({ paths: paths.map((given) => path.resolve(given)), profile, status, redo });
}

/** What a store is told of an import. */
export function runRequest(request: ImportRequest): RunRequest {
  const { paths, base, only, dryRun, profile, status, by = 'unknown', redo = false, kept = false } = request;
  const { label = only?.source ?? paths, served = false, order = null, goOn = null } = request;
  const options = { status, timeZone: profile.timeZone, locale: profile.locale ?? null, dateOrder: profile.dateOrder ?? null, redo };
  const mode = !dryRun ? 'import' : kept ? 'preview' : 'dry-run';
  return { mode, source: label, options, status, by, key: keyOf(request), place: placeOfPages(paths, base), served, order, goOn };
}

/** Opens what is to be imported. @throws SourceError when a path that was given can't be read. */
export async function openRequested({ paths, base, only, standardInput }: ImportRequest): Promise<Source> {
  if (only !== undefined) return openPages(only.pages, placeOfPages(paths, base));
  return openSource(paths, { ...(standardInput ? { standardInput } : {}), ...(base === undefined ? {} : { base }) });
}
