import { type Fault, Refusal } from './fault';
import { sizeText } from './limits';

/** What is wrong with a page of more than `most` bytes. */
export const tooLarge = (found: string, most: number): Fault => ({ rule: 'page-too-large', found, expected: `at most ${sizeText(most)}` });

/**
 * Gathers a stream in memory.
 *
 * @param expected how many bytes are said to come, if anything says so: then room is made for them once.
 * @throws Refusal as soon as it holds more than `most` bytes.
 */
export type Gather = (chunks: AsyncIterable<Uint8Array>, most: number, expected?: number) => Promise<Uint8Array>;

/** The chunks of a stream. @throws Refusal as soon as they are more than `most` bytes. */
async function* atMost(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw new Refusal(tooLarge(`more than ${sizeText(most)}`, most));
    yield chunk;
  }
}

/** Gathers all of a stream. */
export const collect: Gather = async (chunks, most, expected = 0) => {
  const room = Buffer.allocUnsafeSlow(Math.min(expected, most));
  const more: Uint8Array[] = [];
  let filled = 0;
  for await (const chunk of atMost(chunks, most)) {
    if (more.length > 0 || chunk.length > room.length - filled) more.push(chunk);
    else {
      room.set(chunk, filled);
      filled += chunk.length;
    }
  }
  return more.length === 0 && filled === room.length ? room : Buffer.concat([room.subarray(0, filled), ...more]);
};

/** So much of the beginning and of the end of a long page is learnt from: what pages have in common stands there. */
const HEAD = 16 * 1024;
const TAIL = 48 * 1024;

/** A page is gathered in pieces of this size before its middle is left out again. */
const PIECE = 256 * 1024;

const LINE_FEED = 0x0a;

/** Where a line is over whose line feed stands at a place. A text may have two bytes a character, of which the second is zero. */
const endOfLine = (bytes: Uint8Array, place: number) => (place === -1 ? 0 : place + (bytes[place + 1] === 0 ? 2 : 1));

/** A text of two bytes a character stays one: it is cut at even places. */
const even = (place: number) => place + (place % 2);

const withoutMiddle = (bytes: Buffer) => Buffer.concat([bytes.subarray(0, HEAD), bytes.subarray(even(bytes.length - TAIL))]);

/** Gathers the beginning and the end of a stream, cut at the ends of lines; all of one that is not longer than both. */
export const collectExcerpt: Gather = async (chunks, most) => {
  let [parts, size, isCut]: [Uint8Array[], number, boolean] = [[], 0, false];
  for await (const chunk of atMost(chunks, most)) {
    parts.push(chunk);
    size += chunk.length;
    if (size < PIECE) continue;
    parts = [withoutMiddle(Buffer.concat(parts))];
    [size, isCut] = [HEAD + TAIL, true];
  }
  const all = Buffer.concat(parts);
  if (!isCut && all.length <= HEAD + TAIL) return all;
  const short = withoutMiddle(all);
  const [head, tail] = [short.subarray(0, HEAD), short.subarray(HEAD)];
  return Buffer.concat([
    head.subarray(0, endOfLine(head, head.lastIndexOf(LINE_FEED))),
    tail.subarray(endOfLine(tail, tail.indexOf(LINE_FEED))),
  ]);
};

/** The beginning of a stream: `count` bytes, or fewer where it is shorter. */
export async function firstBytes(chunks: AsyncIterable<Uint8Array>, count: number): Promise<Uint8Array> {
  let head = Buffer.alloc(0);
  for await (const chunk of chunks) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= count) break;
  }
  return head.subarray(0, count);
}
