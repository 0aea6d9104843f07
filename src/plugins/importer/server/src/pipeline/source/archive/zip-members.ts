import * as zlib from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { messageOf, Refusal } from '../fault';
import type { Limits } from '../limits';
import { createMeter } from '../meter';
import { innerName } from './inner-name';
import type { Member } from './member';

/** The kind of a file in Unix's mode, which zips keep in the upper half of the external attributes (APPNOTE 4.4.15). */
const KIND_MASK = 0o170000;
const KINDS: Readonly<Record<number, Member['kind']>> = { 0: 'file', 0o100000: 'file', 0o040000: 'folder', 0o120000: 'link' };

const nameOf = (entry: Entry) => getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);

function kindOf(name: string, entry: Entry): Member['kind'] {
  if (name.endsWith('/')) return 'folder';
  return KINDS[(entry.externalFileAttributes >>> 16) & KIND_MASK] ?? 'special';
}

/** Node 20 has had the checksum since 20.15; before that, broken content shows in its size and its packing only. */
const checksum = (chunk: Uint8Array, before: number) => ('crc32' in zlib ? zlib.crc32(chunk, before) : null);

async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) {
    throw new Refusal({ rule: 'unreadable', found: 'an encrypted file', expected: 'one that opens without a password' });
  }
  let sum: number | null = 0;
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    sum = sum === null ? null : checksum(chunk, sum);
    yield chunk;
  }
  if (sum !== null && sum !== entry.crc32) {
    throw new Refusal({ rule: 'unreadable', found: 'content that does not match its checksum', expected: 'content as it was packed' });
  }
}

/** Reads the list of a zip as far as it goes. */
async function listOf(zip: ZipFile): Promise<{ entries: Entry[]; broken: Error | null }> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
    return { entries, broken: null };
  } catch (cause) {
    return { entries, broken: new Error(messageOf(cause), { cause }) };
  }
}

/** What brings the files of a zip into the order of the same files in a folder: a folder stands where its own name does. */
const orderOf = (name: string) => (innerName(name) ?? name).replaceAll('/', '\0');

const inOrder = (a: { order: string }, b: { order: string }) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0);

function inNameOrder(entries: readonly Entry[]) {
  return entries.map((entry) => ({ entry, order: orderOf(nameOf(entry)) })).sort(inOrder);
}

/** Goes through the files of a zip, in name order. */
export async function* zipMembers(file: string, limits: Limits): AsyncGenerator<Member> {
  // Names are checked by us, where one that is unsafe ends nothing; and the zip is closed by us, as reading goes on after its list.
  const zip = await openPromise(file, { autoClose: false, decodeStrings: false });
  try {
    if (zip.entryCount > limits.members) {
      throw new Refusal({ rule: 'archive-too-large', found: `${zip.entryCount} files`, expected: `at most ${limits.members}` });
    }
    const meter = createMeter(zip.fileSize, limits);
    const { entries, broken } = await listOf(zip);
    for (const { entry } of inNameOrder(entries)) {
      const name = nameOf(entry);
      // Larger ones are never unpacked. The size is binding: the library stops content that is longer.
      if (entry.uncompressedSize <= limits.page) meter(entry.uncompressedSize);
      yield { name, kind: kindOf(name, entry), size: entry.uncompressedSize, content: () => contentOf(zip, entry) };
    }
    if (broken) throw broken;
  } finally {
    zip.close();
  }
}
