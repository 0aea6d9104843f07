import path from 'node:path';
import type { ImportRequest } from './import-request';
import { fingerprint } from './plan/fingerprint';
import { STANDARD_INPUT } from './source/check-paths';

/**
 * Two requests with one key ask for the same import: one goes on where the other was interrupted. What comes in on standard
 * input is never the same again, as far as anyone can tell: then there is none; nor for some pages, which are soon done.
 */
export function requestKey({ paths, profile, status, redo = false, only }: ImportRequest): string | null {
  if (only !== undefined || paths.includes(STANDARD_INPUT)) return null;
  return fingerprint({ paths: paths.map((given) => path.resolve(given)), profile, status, redo });
}
