import { createReadStream } from 'node:fs';
import { firstBytes } from '../collect';
import type { DiskPath } from '../disk-path';
import type { Limits } from '../limits';
import { extensionOf } from './extensions';
import { gunzip } from './gunzip';
import type { ReadMembers } from './member';
import { isTar, TAR_HEAD, tarMembers } from './tar-members';
import { zipMembers } from './zip-members';

/** How to go through an archive, by the name that it is read by; null for what is none: a gzip file may hold one page only. */
export async function membersOf(file: DiskPath, name: string, limits: Limits): Promise<ReadMembers | null> {
  switch (extensionOf(name)) {
    case '.zip':
      return () => zipMembers(file, limits);
    case '.tar':
      return () => tarMembers(createReadStream(file) as AsyncIterable<Buffer>);
    case '.tar.gz':
    case '.tgz':
      return () => tarMembers(gunzip(file, limits));
    case '.gz':
      return isTar(await firstBytes(gunzip(file, limits), TAR_HEAD)) ? () => tarMembers(gunzip(file, limits)) : null;
    case undefined:
      return null;
  }
}
