import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReadPage } from '../plan/decide';

/** Where pages with errors are written to. */
export interface Quarantine {
  /**
   * Writes out those of some pages that have errors, under their own names: they are on the disk when it resolves. One that could not be
   * read has nothing to write.
   */
  keep(pages: readonly ReadPage[]): Promise<void>;
}

/** What no file system takes as a name, or what would lead elsewhere. */
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u001f\u007f<>:"|?*\\]/gu;

/** A page's name as a path below a folder: `a.zip!/b/1.txt` becomes `a.zip!/b/1.txt`, and `/a/../1.txt` becomes `a/_/1.txt`. */
function safePath(name: string): string {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  return path.join(...parts.map((part) => (part === '..' ? '_' : part.replace(UNSAFE, '_'))));
}

/**
 * @param folder it is made when there is something to put into it; undefined for nowhere.
 */
export function createQuarantine(folder: string | undefined): Quarantine {
  return {
    async keep(pages) {
      if (folder === undefined) return;
      for (const { page, bytes } of pages) {
        if (bytes === undefined) continue;
        const file = path.join(folder, safePath(page));
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, bytes, { flush: true });
      }
    },
  };
}
