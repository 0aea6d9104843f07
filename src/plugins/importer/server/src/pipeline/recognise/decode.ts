import { isUtf8, transcode } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { isTidy } from './lines';
import { oddness } from './oddness';

/** The text of a page and the encoding that it was stored in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  /** What `isTidy` says of the text. */
  readonly isTidy: boolean;
}

/** Control characters that no text holds, and what stands for bytes that could not be read. */
// eslint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD\uFFFE\uFFFF]/gu;

/** A damaged byte or two do not make a text binary. */
const TOLERATED_SHARE = 0.01;

/** A text with a larger share of odd words was read in the wrong encoding. */
const TOLERATED_ODDNESS = 0.3;

/** What stands for bytes that are no UTF-8. */
const UNREADABLE = '\uFFFD';

const withoutMark = (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text);

const UTF8 = new TextDecoder('utf-8');

const countOf = (pattern: RegExp, text: string) => text.match(pattern)?.length ?? 0;

/** What was read in an encoding, if it is text. */
function textIn(encoding: string, text: string): Decoded | null {
  // A tidy text holds none of what is no text.
  if (isTidy(text)) return { text, encoding, isTidy: true };
  return countOf(NOT_TEXT, text) <= text.length * TOLERATED_SHARE ? { text, encoding, isTidy: false } : null;
}

/** Whether a larger share of the characters beyond ASCII could not be read than stands in a text that is merely cut. */
function isDamaged(text: string): boolean {
  if (!text.includes(UNREADABLE)) return false;
  let [unreadable, beyondAscii] = [0, 0];
  for (const char of text) {
    if (char === UNREADABLE) unreadable += 1;
    else if (char > '\u007F') beyondAscii += 1;
  }
  return unreadable * 10 > beyondAscii;
}

/** Valid UTF-8 as text. By way of UTF-16 it takes a fifth of what `toString` takes for any script but Latin. */
const textOfUtf8 = (buffer: Buffer) => transcode(buffer, 'utf8', 'utf16le').toString('utf16le');

/** UTF-8, even if some of its bytes are damaged or cut off: whatever else was stored so would be damaged everywhere. */
function decodeUtf8(bytes: Uint8Array, buffer: Buffer): Decoded | null {
  const text = isUtf8(bytes) ? withoutMark(textOfUtf8(buffer)) : UTF8.decode(bytes);
  return isDamaged(text) ? null : textIn('UTF-8', text);
}

const PLAIN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{P}\s]/gu;

/** UTF-16 without a byte order mark is no more than a guess: what it yields must look like writing. */
function looksWritten(text: string): boolean {
  return /\s/u.test(text) && countOf(PLAIN, text) > text.length * 0.9;
}

/** Texts with zero bytes may be UTF-16. Its spaces and line ends tell which byte comes first. */
function decodeUtf16(bytes: Uint8Array, buffer: Buffer): Decoded | null {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!marked && !buffer.includes(0)) return null;

  const order = bytes.reduce((sum, byte, index) => sum + (byte !== 0 ? 0 : index % 2 === 0 ? -1 : 1), 0);
  const bigEndian = marked ? bytes[0] === 0xfe : order < 0;
  const encoding = bigEndian ? 'UTF-16BE' : 'UTF-16LE';
  const text = iconv.decode(buffer.subarray(0, buffer.length - (buffer.length % 2)), encoding);
  return marked || looksWritten(text) ? textIn(encoding, text) : null;
}

/** The likeliest of some encodings by how often letters follow each other. */
function likeliest(buffer: Buffer, candidates: readonly Decoded[]): Decoded | undefined {
  const detected = analyse(buffer).map(({ name }) => candidates.find(({ encoding }) => encoding === name));
  return detected.find((candidate) => candidate !== undefined) ?? candidates[0];
}

/**
 * The single-byte encoding in which the words look least odd. The detector decides between equals: it is slow, and misled
 * where little of a page is in the site's own script.
 */
function decodeSingleByte(buffer: Buffer, encodings: readonly string[]): Decoded | null {
  const candidates = encodings
    .flatMap((encoding) => textIn(encoding, iconv.decode(buffer, encoding)) ?? [])
    .map((decoded) => ({ decoded, odd: oddness(decoded.text) }))
    .filter(({ odd }) => odd <= TOLERATED_ODDNESS);
  const least = Math.min(...candidates.map(({ odd }) => odd));
  const best = candidates.filter(({ odd }) => odd === least).map(({ decoded }) => decoded);
  return (best.length > 1 ? likeliest(buffer, best) : best[0]) ?? null;
}

/**
 * Finds out how a page is stored, and reads it.
 *
 * @param encodings IANA names of the single-byte encodings to choose from, which look alike to any detector.
 * @returns null for bytes that are no text in any of them.
 */
export function decode(bytes: Uint8Array, encodings: readonly string[]): Decoded | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return decodeUtf16(bytes, buffer) ?? decodeUtf8(bytes, buffer) ?? (buffer.includes(0) ? null : decodeSingleByte(buffer, encodings));
}
