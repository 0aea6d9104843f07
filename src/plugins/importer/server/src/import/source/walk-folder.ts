import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { SITE_DATA_FILE } from '../site/site-data';
import type { DiskPath } from './disk-path';
import { type Fault, faultOf } from './fault';
import { nameOfBytes } from './file-name';
import { noFile } from './read-file';

/** What a walk comes by: files of a folder that come one after the other, data about the site, or what can't be read. */
export type Step =
  | { readonly kind: 'files'; readonly folder: string; readonly names: readonly string[] }
  /** A file whose path is no UTF-8: as the disk has it, and as it is read. */
  | { readonly kind: 'odd-file'; readonly onDisk: Buffer; readonly file: string }
  | { readonly kind: 'site-data'; readonly file: string }
  | { readonly kind: 'fault'; readonly file: string; readonly fault: Fault };

interface Walk {
  /** The folder that was given, without links. */
  readonly root: string;
  /** The folders that were walked, without links. */
  readonly walked: Set<string>;
}

export const fileStep = (file: string): Step => ({ kind: 'files', folder: path.dirname(file), names: [path.basename(file)] });

const inNameOrder = (a: Dirent, b: Dirent) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

function isBelow(root: string, file: string): boolean {
  const below = path.relative(root, file);
  return below !== '..' && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below);
}

/** Follows a link that stays below the given folder. One to a folder that was walked already leads to nothing new. */
async function* followLink(link: string, walk: Walk): AsyncGenerator<Step> {
  const target = await realpath(link);
  if (!isBelow(walk.root, target)) {
    const fault: Fault = { rule: 'link-unfollowed', found: `a link to ${target}`, expected: `one that stays below ${walk.root}` };
    yield { kind: 'fault', file: link, fault };
    return;
  }
  const look = await stat(target);
  if (look.isDirectory()) {
    if (!walk.walked.has(target)) yield* walkBelow(link, target, walk, true);
  } else if (look.isFile()) yield fileStep(link);
  else yield { kind: 'fault', file: link, fault: noFile(look) };
}

/**
 * Walks what is no plain file.
 *
 * @param throughLink whether a link led here. Then no folder is walked again, or links in a circle would have no end.
 */
async function* walkChild(child: Dirent, full: string, real: string, walk: Walk, throughLink: boolean): AsyncGenerator<Step> {
  if (child.isDirectory()) {
    if (!throughLink || !walk.walked.has(real)) yield* walkBelow(full, real, walk, throughLink);
  } else if (child.isSymbolicLink()) yield* followLink(full, walk);
  else yield { kind: 'fault', file: full, fault: noFile(child) };
}

/** What takes the place of bytes that are no UTF-8. */
const REPLACEMENT = '\uFFFD';

/** The names in a folder that are no UTF-8, as bytes. */
async function oddNames(folder: DiskPath, all: boolean): Promise<readonly Buffer[]> {
  const names = await readdir(folder, { encoding: 'buffer' });
  return names.filter((name) => all || name.toString().includes(REPLACEMENT)).sort((a, b) => a.compare(b));
}

const ODD_LINK: Fault = { rule: 'link-unfollowed', found: 'a link whose name is no UTF-8', expected: 'a file' };

/** Walks what can be reached only by bytes: its own name, or that of a folder above it, is no UTF-8. Links there are not followed. */
async function* walkOdd(onDisk: Buffer, file: string): AsyncGenerator<Step> {
  try {
    const look = await lstat(onDisk);
    if (look.isFile()) yield { kind: 'odd-file', onDisk, file };
    else if (look.isDirectory()) yield* walkOddIn(onDisk, file, true);
    else yield { kind: 'fault', file, fault: look.isSymbolicLink() ? ODD_LINK : noFile(look) };
  } catch (cause) {
    yield { kind: 'fault', file, fault: faultOf(cause) };
  }
}

async function* walkOddIn(folder: Buffer, shown: string, all: boolean): AsyncGenerator<Step> {
  for (const name of await oddNames(folder, all)) {
    const read = nameOfBytes(name);
    if (!read.startsWith('.')) yield* walkOdd(Buffer.concat([folder, Buffer.from(path.sep), name]), path.join(shown, read));
  }
}

async function* walkBelow(folder: string, real: string, walk: Walk, throughLink: boolean): AsyncGenerator<Step> {
  walk.walked.add(real);
  try {
    const found = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.')).sort(inNameOrder);
    const children = found.filter(({ name }) => !name.includes(REPLACEMENT));
    if (children.some((child) => child.isFile() && child.name === SITE_DATA_FILE)) {
      yield { kind: 'site-data', file: path.join(folder, SITE_DATA_FILE) };
      return;
    }
    let names: string[] = [];
    for (const child of children) {
      if (child.isFile()) {
        names.push(child.name);
        continue;
      }
      if (names.length > 0) yield { kind: 'files', folder, names };
      names = [];
      const full = path.join(folder, child.name);
      try {
        yield* walkChild(child, full, path.join(real, child.name), walk, throughLink);
      } catch (cause) {
        yield { kind: 'fault', file: full, fault: faultOf(cause) };
      }
    }
    if (names.length > 0) yield { kind: 'files', folder, names };
    if (children.length < found.length) yield* walkOddIn(Buffer.from(folder), folder, false);
  } catch (cause) {
    yield { kind: 'fault', file: folder, fault: faultOf(cause) };
  }
}

/**
 * Walks a folder with all that is below it, in name order. Hidden files are skipped. A folder that holds a site-data file
 * belongs to it whole: logos and the like are no pages. What can't be walked is a step too, and ends nothing. Files come
 * together as far as their order allows: a step for each would cost as much as finding them.
 */
export async function* walkFolder(folder: string): AsyncGenerator<Step> {
  const root = await realpath(folder);
  yield* walkBelow(folder, root, { root, walked: new Set() }, false);
}
