import { access, constants, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '../page';
import { SITE_DATA_FILE } from '../site/site-data';

/** A page that a source found, not read yet. */
export type Entry = Omit<Page, 'bytes'>;

/** What a source found below the paths that it was given, in name order within each of them. */
export interface Listing {
  readonly pages: readonly Entry[];
  /** Paths of files with data about the site itself. */
  readonly siteData: readonly string[];
}

/** A path that was given does not exist, or can't be read. */
export class SourceError extends Error {}

const inNameOrder = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

/** What the ledger knows a file by: its place below the working directory, so that a copy of the whole project knows it
 * too; for a file elsewhere its full path. */
function entryOf(file: string): Entry {
  const below = path.relative(process.cwd(), file);
  const name = below.startsWith('..') ? path.resolve(file) : below;
  return { name: name.split(path.sep).join('/'), path: file };
}

/** A folder that holds a site-data file belongs to it whole: logos and the like are no pages. Hidden files are skipped. */
async function listFolder(folder: string): Promise<Listing> {
  const children = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.')).sort(inNameOrder);
  if (children.some((child) => child.isFile() && child.name === SITE_DATA_FILE)) {
    return { pages: [], siteData: [path.join(folder, SITE_DATA_FILE)] };
  }
  const pages: Entry[] = [];
  const siteData: string[] = [];
  for (const child of children) {
    const full = path.join(folder, child.name);
    if (!child.isDirectory()) {
      pages.push(entryOf(full));
      continue;
    }
    const below = await listFolder(full);
    pages.push(...below.pages);
    siteData.push(...below.siteData);
  }
  return { pages, siteData };
}

/**
 * Looks whether there is something at every path.
 *
 * @throws SourceError naming every given path that can't be found or read.
 */
export async function checkPaths(paths: readonly string[]): Promise<void> {
  const looks = await Promise.allSettled(paths.map((given) => access(given, constants.R_OK)));
  const faults = looks.flatMap((look, index) => (look.status === 'fulfilled' ? [] : [paths[index] ?? '']));
  if (faults.length > 0) throw new SourceError(`There is nothing that can be read at: ${faults.join(', ')}`);
}

/**
 * Finds the pages in folders (with all that is below them) and files. Something that is neither, such as a link that
 * leads nowhere, is listed too: reading it tells what is wrong with it. A page that is given twice is listed once.
 *
 * @throws SourceError naming every given path that can't be found or read.
 */
export async function listSource(paths: readonly string[]): Promise<Listing> {
  await checkPaths(paths);
  const listings: Listing[] = [];
  for (const given of paths) {
    if ((await stat(given)).isDirectory()) listings.push(await listFolder(given));
    else if (path.basename(given) === SITE_DATA_FILE) listings.push({ pages: [], siteData: [given] });
    else listings.push({ pages: [entryOf(given)], siteData: [] });
  }
  const pages = new Map(listings.flatMap((listing) => listing.pages.map((page) => [page.name, page] as const)));
  return { pages: [...pages.values()], siteData: [...new Set(listings.flatMap(({ siteData }) => siteData))] };
}

/** Reads one page. What goes wrong is an answer, not an exception. */
export async function readPage(entry: Entry): Promise<Page | Error> {
  try {
    return { ...entry, bytes: await readFile(entry.path) };
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause));
  }
}
