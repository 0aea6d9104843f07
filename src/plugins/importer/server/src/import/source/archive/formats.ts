import { createReadStream } from 'node:fs';
import { collect, firstBytes } from '../collect';
import type { DiskPath } from '../disk-path';
import { faultOf } from '../fault';
import type { Found, Place } from '../found';
import type { Limits } from '../limits';
import { type Extension, extensionOf } from './extensions';
import { gunzip } from './gunzip';
import { readArchive } from './read-archive';
import { isTar, TAR_HEAD, tarMembers } from './tar-members';
import { zipMembers } from './zip-members';

/** Finds the pages in a packed file that stands at a place. */
export type ReadFormat = (file: DiskPath, place: Place, limits: Limits) => AsyncGenerator<Found>;

const readZip: ReadFormat = (file, place, limits) => readArchive(place, () => zipMembers(file, limits), limits);

const readTar: ReadFormat = (file, place, limits) =>
  readArchive(place, () => tarMembers(createReadStream(file) as AsyncIterable<Buffer>), limits);

const readPackedTar: ReadFormat = (file, place, limits) => readArchive(place, () => tarMembers(gunzip(file, limits)), limits);

/** A gzip file holds a tar, or one page under its own name. */
async function* readGzip(file: DiskPath, place: Place, limits: Limits): AsyncGenerator<Found> {
  const head = await firstBytes(gunzip(file, limits), TAR_HEAD).catch(() => new Uint8Array());
  if (isTar(head)) yield* readPackedTar(file, place, limits);
  else yield { ...place, kind: 'page', read: (gather = collect) => gather(gunzip(file, limits), limits.page).catch(faultOf) };
}

const BY_EXTENSION: Readonly<Record<Extension, ReadFormat>> = {
  '.zip': readZip,
  '.tar': readTar,
  '.tar.gz': readPackedTar,
  '.tgz': readPackedTar,
  '.gz': readGzip,
};

const startsWith = (head: Uint8Array, mark: readonly number[]) => mark.every((byte, index) => head[index] === byte);

const BY_HEAD: readonly (readonly [(head: Uint8Array) => boolean, ReadFormat])[] = [
  [(head) => startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06]), readZip],
  [(head) => startsWith(head, [0x1f, 0x8b]), readGzip],
  [isTar, readTar],
];

/** How a file is unpacked, by its name; undefined when it is none to unpack. */
export function formatByName(name: string): ReadFormat | undefined {
  const extension = extensionOf(name);
  return extension && BY_EXTENSION[extension];
}

/** How a file without a name is unpacked, by its beginning; undefined when it is none to unpack. */
export async function formatByHead(file: string): Promise<ReadFormat | undefined> {
  const head = await firstBytes(createReadStream(file, { end: TAR_HEAD - 1 }) as AsyncIterable<Buffer>, TAR_HEAD);
  return BY_HEAD.find(([isIt]) => isIt(head))?.[1];
}
