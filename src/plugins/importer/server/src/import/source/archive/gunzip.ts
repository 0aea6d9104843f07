import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import * as zlib from 'node:zlib';
import type { DiskPath } from '../disk-path';
import type { Limits } from '../limits';
import { createMeter } from '../meter';

/** The parts of a member's header that may follow its first ten bytes, by the flags that tell of them (RFC 1952, 2.3.1). */
const FLAG = { checksum: 2, extra: 4, name: 8, comment: 16, reserved: 0xe0 } as const;
const FIXED = 10;
const DEFLATE = 8;

/** Most headers are short; one may have a name and a comment of a reasonable length. */
const USUAL_HEADER = 512;
const LONGEST_HEADER = 128 * 1024;

/** The checksum and the length behind a member. */
const TRAILER = 8;

const afterText = (head: Buffer, from: number) => {
  const end = head.indexOf(0, from);
  return end < 0 ? Number.POSITIVE_INFINITY : end + 1;
};

/** How long the header of the member is that begins somewhere in a file; null where none begins. */
async function headerLength(file: FileHandle, start: number, most = USUAL_HEADER): Promise<number | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, start);
  const head = buffer.subarray(0, bytesRead);
  const flags = head[3] ?? FLAG.reserved;
  if (head.length < FIXED || head.readUInt16BE(0) !== 0x1f8b || head[2] !== DEFLATE || (flags & FLAG.reserved) !== 0) return null;
  let length = FIXED;
  if ((flags & FLAG.extra) !== 0) length += 2 + (head.length < length + 2 ? LONGEST_HEADER : head.readUInt16LE(length));
  if ((flags & FLAG.name) !== 0) length = afterText(head, length);
  if ((flags & FLAG.comment) !== 0) length = afterText(head, length);
  if ((flags & FLAG.checksum) !== 0) length += 2;
  if (length <= head.length) return length;
  return most < LONGEST_HEADER ? headerLength(file, start, LONGEST_HEADER) : null;
}

/** Node 20 has had the checksum since 20.15; before that, broken content shows in its packing only. */
export const checksum = (chunk: Uint8Array, before: number) => ('crc32' in zlib ? zlib.crc32(chunk, before) : null);

async function checkTrailer(file: FileHandle, start: number, sum: number | null): Promise<void> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(TRAILER), 0, TRAILER, start);
  if (bytesRead < TRAILER) throw new Error('unexpected end of file');
  if (sum !== null && buffer.readUInt32LE(0) !== sum) throw new Error('incorrect data check');
}

/**
 * Unpacks a gzip file as a stream, member by member. What stands behind the last of them is left alone, as by `gzip -d`: downloads and
 * tapes have it. Node's own reader fails there, and loses what it has just unpacked.
 *
 * @throws Error where it is broken, Refusal where it unpacks to too much.
 */
export async function* gunzip(path: DiskPath, limits: Limits): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const meter = createMeter((await file.stat()).size, limits);
    let start = 0;
    for (let header = await headerLength(file, start); header !== null || start === 0; header = await headerLength(file, start)) {
      if (header === null) throw new Error('incorrect header check');
      const packed = createReadStream(path, { start: start + header });
      const inflate = zlib.createInflateRaw();
      packed.on('error', (error) => inflate.destroy(error));
      let sum: number | null = 0;
      try {
        for await (const chunk of packed.pipe(inflate) as AsyncIterable<Buffer>) {
          meter(chunk.length);
          sum = sum === null ? null : checksum(chunk, sum);
          yield chunk;
        }
      } finally {
        packed.destroy();
        inflate.destroy();
      }
      start += header + inflate.bytesWritten;
      await checkTrailer(file, start, sum);
      start += TRAILER;
    }
  } finally {
    await file.close();
  }
}
