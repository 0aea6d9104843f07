import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/** Larger pictures are refused before anything decodes them. */
const MOST_PIXELS = 40_000_000;

/**
 * Finds a picture below a folder and looks whether it is one.
 *
 * @returns its path.
 * @throws Error when it lies elsewhere (links count for where they lead), is no picture, or is too large.
 */
export async function readPicture(folder: string, name: string): Promise<string> {
  const [root, file] = await Promise.all([realpath(folder), realpath(path.join(folder, name))]);
  if (path.relative(root, file).startsWith('..')) throw new Error(`${name} lies outside ${folder}`);

  const { width, height, pages = 1 } = await sharp(await readFile(file)).metadata();
  if (width * height * pages > MOST_PIXELS) throw new Error(`${name} has ${width} × ${height} pixels`);
  return file;
}
