import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SITE_DATA_FILE } from '../../site/site-data';
import { collect } from '../collect';
import type { FoundSiteData, Place } from '../found';
import type { Limits } from '../limits';
import { innerName, isHidden, isInside } from './inner-name';
import type { Member, ReadMembers } from './member';

/** The name of a file that may be unpacked, else null. */
function fileName({ kind, name }: Member): string | null {
  const inner = kind === 'file' ? innerName(name) : null;
  return inner === null || isHidden(inner) ? null : inner;
}

/**
 * Finds the folders of an archive that hold site data, without those inside of others. An archive that is broken is
 * looked through as far as it goes: its pages tell what is wrong.
 */
export async function findSiteFolders(members: ReadMembers): Promise<string[]> {
  const folders = new Set<string>();
  try {
    for await (const member of members()) {
      const inner = fileName(member);
      if (inner !== null && path.posix.basename(inner) === SITE_DATA_FILE) folders.add(inner.slice(0, -SITE_DATA_FILE.length - 1));
    }
  } catch {
    // Reported by whoever reads the pages.
  }
  return [...folders].filter((folder) => ![...folders].some((other) => other !== folder && isInside(other, folder)));
}

/** Unpacks what is below a folder of an archive. Of files that have one name, the first stays. */
async function unpack(folder: string, members: ReadMembers, target: string, limits: Limits): Promise<void> {
  let total = 0;
  for await (const member of members()) {
    const inner = fileName(member);
    if (inner === null || !isInside(folder, inner) || member.size > limits.page) continue;
    total += member.size;
    if (total > limits.siteData) return;
    const file = path.join(target, path.posix.relative(folder, inner));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, await collect(member.content(), limits.page), { flag: 'wx' }).catch((): undefined => undefined);
  }
}

/** Data about the site in a folder of an archive. It is unpacked only when it is used, and removed afterwards. */
export function siteDataIn(folder: string, archive: Place, members: ReadMembers, limits: Limits): FoundSiteData {
  const inner = path.posix.join(folder, SITE_DATA_FILE);
  return {
    kind: 'site-data',
    name: `${archive.name}!/${inner}`,
    path: `${archive.path}!/${inner}`,
    async use(work) {
      const target = await mkdtemp(path.join(tmpdir(), 'newsroom-site-'));
      try {
        // What could not be unpacked is missing for `work`, which tells so; a broken archive is told of with its pages.
        await unpack(folder, members, target, limits).catch(() => undefined);
        await work(path.join(target, SITE_DATA_FILE));
      } finally {
        await rm(target, { recursive: true, force: true });
      }
    },
  };
}
