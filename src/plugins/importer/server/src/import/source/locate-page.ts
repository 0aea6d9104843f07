import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { PlaceOfPages } from '../place-of-pages';
import { extensionOf } from './archive/extensions';
import type { DiskPath } from './disk-path';
import { nameOfBytes } from './file-name';

/** Where a page stands: a file, and for one in an archive its name in there. */
export interface PageLocation {
  readonly file: DiskPath;
  /** The file's path as it is read. */
  readonly shown: string;
  readonly inner: string | null;
}

/** What stands between an archive and the names in it. */
const INTO = '!/';

const isFile = async (file: DiskPath) => (await stat(file).catch(() => null))?.isFile() === true;

/**
 * Finds a file by a name that is written otherwise on disk: with loose accents, or in no UTF-8.
 *
 * @returns null where there is none.
 */
async function findOddly(full: string): Promise<Buffer | null> {
  const { root } = path.parse(full);
  let at = Buffer.from(root);
  for (const part of full.slice(root.length).split(path.sep)) {
    const names = await readdir(at, { encoding: 'buffer' }).catch(() => []);
    const exact = Buffer.from(part);
    const name = names.find((one) => one.equals(exact)) ?? names.find((one) => nameOfBytes(one) === part.normalize('NFC'));
    if (name === undefined) return null;
    at = Buffer.concat([at, Buffer.from(at.length === root.length ? '' : path.sep), name]);
  }
  return (await isFile(at)) ? at : null;
}

/** A link counts for where it leads. */
async function isBelow(root: string, file: DiskPath): Promise<boolean> {
  const [from, to] = await Promise.all([realpath(root).catch(() => null), realpath(file).catch(() => null)]);
  if (from === null || to === null) return false;
  const below = path.relative(from, to);
  return below !== '..' && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below);
}

/** All that a name may mean: a file, or a file in one of the archives along its path. */
function readings(name: string): { readonly file: string; readonly inner: string | null }[] {
  const found: { file: string; inner: string | null }[] = [{ file: name, inner: null }];
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
    const shown = path.resolve(base, file);
    const full = (await isFile(shown)) ? shown : await findOddly(shown);
    if (full === null) continue;
    for (const root of paths) if (await isBelow(root, full)) return { file: full, shown, inner };
    return null;
  }
  return null;
}
