import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SyntheticArchive } from './synthetic-archive';

/** So many files are written side by side, and so many pages are in memory. */
const WRITTEN_TOGETHER = 64;

/** Pages of an archive, by index: from the first to before the end. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Writes pages of an archive as files below a folder, and keeps no more of them in memory than are being written.
 *
 * @returns how many bytes the pages hold together.
 */
export async function writeArchive(archive: SyntheticArchive, folder: string, { from, to }: Range): Promise<number> {
  const made = new Set<string>();
  let bytes = 0;
  for (let start = from; start < to; start += WRITTEN_TOGETHER) {
    const pages = Array.from({ length: Math.min(WRITTEN_TOGETHER, to - start) }, (_, offset) => archive.page(start + offset));
    for (const parent of new Set(pages.map(({ name }) => path.dirname(path.join(folder, name))))) {
      if (!made.has(parent)) await mkdir(parent, { recursive: true });
      made.add(parent);
    }
    await Promise.all(pages.map(({ name, text }) => writeFile(path.join(folder, name), text)));
    bytes += pages.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  }
  return bytes;
}
