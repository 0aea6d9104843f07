import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Found } from '../../src/plugins/importer/server/src/import/source/found';
import { openSource, type SourceOptions } from '../../src/plugins/importer/server/src/import/source/open-source';
import { eachOf } from '../../src/plugins/importer/server/src/import/source/source';

/** What a source holds, in order. */
export async function findAll(paths: readonly string[], options?: SourceOptions): Promise<Found[]> {
  const source = await openSource(paths, options);
  try {
    const all: Found[] = [];
    for await (const found of eachOf(source)) all.push(found);
    return all;
  } finally {
    await source.close();
  }
}

export interface SourceFolder {
  /** The path of something below the folder. */
  readonly at: (...names: string[]) => string;
  /** What reading has left behind in the folder for temporary files, which is the test's own. */
  readonly leftovers: () => string[];
  /** Writes a file, and the folders above it. */
  readonly write: (name: string, content: string | Uint8Array) => string;
  /** Each page with its text, or with the rule that it breaks and what was found; in order. */
  readonly read: (paths: readonly string[], options?: SourceOptions) => Promise<string[]>;
}

/** A folder for the files of each test, and what sources below it hold. */
export function useSourceFolder(): SourceFolder {
  const bench = { root: '' };
  beforeEach(() => {
    bench.root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'source-')));
    mkdirSync(path.join(bench.root, '.temporary'));
    jest.spyOn(os, 'tmpdir').mockReturnValue(path.join(bench.root, '.temporary'));
  });
  afterEach(() => {
    jest.restoreAllMocks();
    rmSync(bench.root, { recursive: true, force: true });
  });

  const at = (...names: string[]) => path.join(bench.root, ...names);
  const short = (text: string) => text.replaceAll(`${bench.root}${path.sep}`, '');

  return {
    at,
    leftovers: () => readdirSync(at('.temporary')),
    write(name, content) {
      mkdirSync(path.dirname(at(name)), { recursive: true });
      writeFileSync(at(name), content);
      return at(name);
    },
    async read(paths, options) {
      const source = await openSource(paths, options);
      const read: string[] = [];
      for await (const found of eachOf(source)) {
        if (found.kind === 'site-data') read.push(`${short(found.path)} is site data`);
        else {
          const content = await found.read();
          const told = content instanceof Uint8Array ? Buffer.from(content).toString() : `${content.rule}, ${short(content.found)}`;
          read.push(`${short(found.path)}: ${told}`);
        }
      }
      await source.close();
      return read;
    },
  };
}
