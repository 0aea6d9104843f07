import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import type { Member } from './member';

/** Types of tar (POSIX ustar, "typeflag") that hold or are something. What is not here, such as a device, is special. */
const KINDS: Readonly<Record<string, Member['kind']>> = {
  file: 'file',
  'contiguous-file': 'file',
  directory: 'folder',
  symlink: 'link',
  link: 'link',
};

/** Tars from before POSIX bear no mark; their headers have a checksum all the same. The library's types don't know of it. */
const OLDER_TOO: Parameters<typeof extract>[0] & { allowUnknownFormat: boolean } = { allowUnknownFormat: true };

/** Where the mark of tar stands in the first header, and what it is. */
const MARK_AT = 257;
const MARK = 'ustar';

/** So many bytes at the beginning tell a tar. */
export const TAR_HEAD = 512;

export const isTar = (head: Uint8Array): boolean =>
  Buffer.from(head)
    .subarray(MARK_AT, MARK_AT + MARK.length)
    .toString('latin1') === MARK;

/** Goes through a tar, in its own order. */
export async function* tarMembers(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Member> {
  const source = Readable.from(chunks);
  const tar = extract(OLDER_TOO);
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  try {
    for await (const entry of tar) {
      const { name, type, size } = entry.header;
      yield { name, kind: KINDS[type] ?? 'special', size, content: () => entry as AsyncIterable<Uint8Array> };
      entry.resume();
    }
  } finally {
    source.destroy();
    tar.destroy();
  }
}
