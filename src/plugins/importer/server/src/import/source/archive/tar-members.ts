import { Readable } from 'node:stream';
import { extract, type Header } from 'tar-stream';
import { nameOfBytes } from '../file-name';
import type { Member } from './member';

/** Types of tar (POSIX ustar, "typeflag") that hold or are something. What is not here, such as a device, is special. */
const KINDS: Readonly<Record<string, Member['kind']>> = {
  file: 'file',
  'contiguous-file': 'file',
  directory: 'folder',
  symlink: 'link',
  link: 'link',
};

/** What the library takes, and its types don't know of. */
type ExtractOptions = Parameters<typeof extract>[0] & { readonly allowUnknownFormat: boolean; readonly filenameEncoding: string };

/** Tars from before POSIX bear no mark; their headers have a checksum all the same. Names come as bytes. */
const OPTIONS: ExtractOptions = { allowUnknownFormat: true, filenameEncoding: 'latin1' };

/** So many bytes at the beginning tell a tar. */
export const TAR_HEAD = 512;

/** Where the first header keeps its checksum: in octal figures, summed up as if spaces stood there (POSIX ustar, "chksum"). */
const CHECKSUM = { start: 148, end: 156 } as const;
const SPACE = 0x20;

/** Whether a file begins with a header of tar, as its checksum tells: those from before POSIX bear no mark. */
export function isTar(head: Uint8Array): boolean {
  if (head.length < TAR_HEAD) return false;
  const written = Buffer.from(head.subarray(CHECKSUM.start, CHECKSUM.end)).toString('latin1').replace(/\0.*$/su, '').trim();
  if (!/^[0-7]+$/u.test(written)) return false;
  const sum = head.subarray(0, TAR_HEAD).reduce((total, byte, at) => total + (at >= CHECKSUM.start && at < CHECKSUM.end ? SPACE : byte), 0);
  return sum === Number.parseInt(written, 8);
}

/** The kind of an entry. What the library has no name for and holds nothing, or is named like a folder, is a backup's own note. */
function kindOf({ type, name, size }: Header): Member['kind'] {
  const isNamed: boolean = typeof type === 'string';
  if (!isNamed) return size === 0 || name.endsWith('/') ? 'folder' : 'special';
  return KINDS[type] ?? 'special';
}

/** A name in a header of pax is UTF-8 by its format, and read; all others are bytes. */
const nameOf = ({ name, pax }: Header) =>
  pax === undefined || pax === null || !Object.hasOwn(pax, 'path') ? nameOfBytes(Buffer.from(name, 'latin1')) : name;

/** Goes through a tar, in its own order. */
export async function* tarMembers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Member> {
  const source = Readable.from(chunks);
  const tar = extract(OPTIONS);
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  try {
    for await (const entry of tar) {
      const { header } = entry;
      yield { name: nameOf(header), kind: kindOf(header), size: header.size, content: () => entry as AsyncIterable<Uint8Array> };
      entry.resume();
    }
  } finally {
    source.destroy();
    tar.destroy();
  }
}
