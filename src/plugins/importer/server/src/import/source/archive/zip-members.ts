import { close, open } from 'node:fs';
import { promisify } from 'node:util';
import { type Entry, fromFdPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import type { DiskPath } from '../disk-path';
import { messageOf, Refusal } from '../fault';
import { nameOfBytes } from '../file-name';
import type { Limits } from '../limits';
import { createMeter } from '../meter';
import { checksum } from './gunzip';
import { innerName } from './inner-name';
import type { Member } from './member';

/** The kind of a file in Unix's mode, which zips keep in the upper half of the external attributes (APPNOTE 4.4.15). */
const KIND_MASK = 0o170000;
const KINDS: Readonly<Record<number, Member['kind']>> = { 0: 'file', 0o100000: 'file', 0o040000: 'folder', 0o120000: 'link' };

const SAYS_UTF8 = 0x800;

/** The id of the extra field that holds the name in UTF-8 (APPNOTE 4.6.9). */
const UNICODE_NAME = 0x7075;

/** A name that says that it is UTF-8, or comes once more in it, is that; all others are whatever their packer wrote. */
function nameOf({ generalPurposeBitFlag: flags, fileNameRaw, extraFields }: Entry): string {
  const isTold = (flags & SAYS_UTF8) !== 0 || extraFields.some(({ id }) => id === UNICODE_NAME);
  return isTold ? getFileNameLowLevel(flags, fileNameRaw, extraFields, false) : nameOfBytes(fileNameRaw);
}

function kindOf(name: string, entry: Entry): Member['kind'] {
  if (name.endsWith('/')) return 'folder';
  return KINDS[(entry.externalFileAttributes >>> 16) & KIND_MASK] ?? 'special';
}

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

/** What stands behind the list: its signature, or the ends of the zip (APPNOTE 4.3.13 to 4.3.16). */
const BEHIND_LIST = /signature: 0x(?:5054b50|6054b50|6064b50|7064b50)$|^unexpected EOF$/u;

/**
 * Reads the list of a zip as far as it goes. How many files its end says there are is a number of 16 bits, which some packers let
 * run over: the list itself tells.
 */
async function listOf(zip: ZipFile, { members }: Limits): Promise<{ entries: Entry[]; broken: Error | null }> {
  const entries: Entry[] = [];
  const declared = zip.entryCount;
  zip.entryCount = Number.MAX_SAFE_INTEGER;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.length === members) {
        throw new Refusal({ rule: 'archive-too-large', found: `more than ${members} files`, expected: `at most ${members}` });
      }
      entries.push(entry);
    }
    return { entries, broken: null };
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const isThrough = entries.length >= declared && BEHIND_LIST.test(messageOf(cause));
    return { entries, broken: isThrough ? null : new Error(messageOf(cause), { cause }) };
  }
}

/** What brings the files of a zip into the order of the same files in a folder: a folder stands where its own name does. */
const orderOf = (name: string) => (innerName(name) ?? name).replaceAll('/', '\0');

const inOrder = (a: { order: string }, b: { order: string }) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0);

function inNameOrder(entries: readonly Entry[]) {
  return entries.map((entry) => ({ entry, order: orderOf(nameOf(entry)) })).sort(inOrder);
}

/** Opens a zip. It is the zip's to close from then on. */
async function openZip(file: DiskPath): Promise<ZipFile> {
  const handle = await promisify(open)(file, 'r');
  try {
    // Names are checked by us, where one that is unsafe ends nothing; and the zip is closed by us, as reading goes on after its list.
    return await fromFdPromise(handle, { autoClose: false, decodeStrings: false });
  } catch (cause) {
    await promisify(close)(handle);
    throw cause;
  }
}

/** Goes through the files of a zip, in name order. */
export async function* zipMembers(file: DiskPath, limits: Limits): AsyncGenerator<Member> {
  const zip = await openZip(file);
  try {
    if (zip.entryCount > limits.members) {
      throw new Refusal({ rule: 'archive-too-large', found: `${zip.entryCount} files`, expected: `at most ${limits.members}` });
    }
    const meter = createMeter(zip.fileSize, limits);
    const { entries, broken } = await listOf(zip, limits);
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
