import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { PlaceOfPages } from '../place-of-pages';
import { extensionOf } from './archive/extensions';

/** Where a page stands: a file, and for one in an archive its name in there. */
export interface PageLocation {
  readonly file: string;
  readonly inner: string | null;
}

/** What stands between an archive and the names in it. */
const INTO = '!/';

const isFile = async (file: string) => (await stat(file).catch(() => null))?.isFile() === true;

/** A link counts for where it leads. */
async function isBelow(root: string, file: string): Promise<boolean> {
  const [from, to] = await Promise.all([realpath(root).catch(() => null), realpath(file).catch(() => null)]);
  if (from === null || to === null) return false;
  const below = path.relative(from, to);
  return below !== '..' && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below);
}

/** All that a name may mean: a file, or a file in one of the archives along its path. */
function readings(name: string): PageLocation[] {
  const found: PageLocation[] = [{ file: name, inner: null }];
  for (let at = name.indexOf(INTO); at !== -1; at = name.indexOf(INTO, at + 1)) {
    const file = name.slice(0, at);
    if (extensionOf(file) !== undefined) found.push({ file, inner: name.slice(at + INTO.length) });
  }
  return found;
}

/**
 * Finds a page again by the name that the ledger knows it by.
 *
 * @returns null where it is not there any more, or where the name leads out of what the source was.
 */
export async function locatePage(name: string, { paths, base }: PlaceOfPages): Promise<PageLocation | null> {
  for (const { file, inner } of readings(name)) {
    const full = path.resolve(base, file);
    if (!(await isFile(full))) continue;
    for (const root of paths) if (await isBelow(root, full)) return { file: full, inner };
    return null;
  }
  return null;
}
