import type { Stats } from 'node:fs';
import { constants, open } from 'node:fs/promises';
import { type Gather, tooLarge } from './collect';
import type { DiskPath } from './disk-path';
import { type Fault, Refusal } from './fault';
import { sizeText } from './limits';

/** Opening a pipe waits for its other end, unless told not to. */
export const WITHOUT_WAITING = constants.O_RDONLY | constants.O_NONBLOCK;

const KINDS: readonly (readonly [(look: FileKind) => boolean, string])[] = [
  [(look) => look.isFIFO(), 'a named pipe'],
  [(look) => look.isSocket(), 'a socket'],
  [(look) => look.isBlockDevice() || look.isCharacterDevice(), 'a device'],
  [(look) => look.isDirectory(), 'a folder'],
];

/** What file systems tell about the kind of a file, with or without its size. */
export type FileKind = Pick<Stats, 'isFIFO' | 'isSocket' | 'isBlockDevice' | 'isCharacterDevice' | 'isDirectory'>;

/** What is wrong with something that is no file of bytes. */
export function noFile(look: FileKind): Fault {
  const [, found] = KINDS.find(([isIt]) => isIt(look)) ?? [null, 'something that is no file'];
  return { rule: 'unreadable', found, expected: 'a file' };
}

/** @throws Refusal of what is no file of at most `most` bytes. */
export function checkLook(look: Stats, most: number): void {
  if (!look.isFile()) throw new Refusal(noFile(look));
  if (look.size > most) throw new Refusal(tooLarge(sizeText(look.size), most));
}

/**
 * Reads a file of at most `most` bytes, or what is gathered of it. It waits for nothing: what is no file is refused.
 *
 * @throws Refusal, or what the file system says.
 */
export async function readFileOf(file: DiskPath, most: number, gather: Gather): Promise<Uint8Array> {
  const handle = await open(file, WITHOUT_WAITING);
  try {
    const look = await handle.stat();
    checkLook(look, most);
    // A file may grow meanwhile: one byte more than it may have tells.
    return await gather(handle.createReadStream({ end: most, autoClose: false }) as AsyncIterable<Buffer>, most, look.size);
  } finally {
    await handle.close();
  }
}
