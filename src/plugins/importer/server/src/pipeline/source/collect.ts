import { type Fault, Refusal } from './fault';
import { sizeText } from './limits';

/** What is wrong with a page of more than `most` bytes. */
export const tooLarge = (found: string, most: number): Fault => ({ rule: 'page-too-large', found, expected: `at most ${sizeText(most)}` });

/**
 * Gathers a stream in memory.
 *
 * @throws Refusal as soon as it holds more than `most` bytes.
 */
export async function collect(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw new Refusal(tooLarge(`more than ${sizeText(most)}`, most));
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** The beginning of a stream: `count` bytes, or fewer where it is shorter. */
export async function firstBytes(chunks: AsyncIterable<Uint8Array>, count: number): Promise<Uint8Array> {
  let head = Buffer.alloc(0);
  for await (const chunk of chunks) {
    head = Buffer.concat([head, chunk]);
    if (head.length >= count) break;
  }
  return head.subarray(0, count);
}
