import { isUtf8, transcode } from 'node:buffer';
import iconv from 'iconv-lite';
import { repairMisread } from './encoding/misread';
import { readMixed } from './encoding/mixed';
import { isTidy } from './lines';
import { wellFormed } from './tidy-text';

/** The text of a page and the encoding that it was stored in, most of it where there are several. */
export interface Decoded {
  /** With U+FFFD for each letter that could not be read. */
  readonly text: string;
  readonly encoding: string;
  /** What `isTidy` says of the text. */
  readonly isTidy: boolean;
}

/** Control characters that no text holds. */
// eslint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFE\uFFFF]/gu;

/** A damaged byte or two do not make a text binary. */
const TOLERATED_SHARE = 0.01;

const withoutMark = (text: string) => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/** @param pattern a global one. Its matches are counted and not kept: a page that is no text may have millions. */
function countOf(pattern: RegExp, text: string): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) count += 1;
  return count;
}

/** Control characters are the same bytes in every encoding but UTF-16: whether there are more than a text has. */
function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) if (byte < 0x20 && (byte < 0x09 || (byte > 0x0d && byte !== 0x1b))) controls += 1;
  return controls > bytes.length * TOLERATED_SHARE + 1;
}

/** What was read in an encoding, if it is text. */
function textIn(encoding: string, text: string): Decoded | null {
  // A tidy text holds none of what is no text.
  if (isTidy(text)) return { text, encoding, isTidy: true };
  return countOf(NOT_TEXT, text) <= text.length * TOLERATED_SHARE ? { text, encoding, isTidy: false } : null;
}

/** A longer text is not worth the memory of another copy. */
const LONGEST_TRANSCODED = 1024 * 1024;

/** Valid UTF-8 as text. By way of UTF-16 it takes a fifth of what `toString` takes for any script but Latin. */
const textOfUtf8 = (buffer: Buffer) =>
  withoutMark(buffer.length > LONGEST_TRANSCODED ? buffer.toString() : transcode(buffer, 'utf8', 'utf16le').toString('utf16le'));

/** So much of a long page tells how all of it is stored. */
const TELLING = 256 * 1024;

const PLAIN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{P}\s]/gu;

/** UTF-16 without a byte order mark is no more than a guess: what it yields must look like writing. */
function looksWritten(text: string): boolean {
  const beginning = text.slice(0, TELLING);
  return /\s/u.test(beginning) && countOf(PLAIN, beginning) > beginning.length * 0.9;
}

/** The encoding that a byte order mark tells; null where there is none. */
function markOf(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | null {
  const [first, second] = [bytes[0], bytes[1]];
  if (first === 0xff && second === 0xfe) return 'UTF-16LE';
  return first === 0xfe && second === 0xff ? 'UTF-16BE' : null;
}

/** Texts with zero bytes may be UTF-16. Its spaces and line ends tell which byte comes first. */
function decodeUtf16(bytes: Uint8Array, buffer: Buffer): Decoded | null {
  const mark = markOf(bytes);
  if (!buffer.includes(0) && (mark === null || isUtf8(buffer.subarray(2)))) return null;

  const order = bytes.reduce((sum, byte, index) => sum + (byte !== 0 ? 0 : index % 2 === 0 ? -1 : 1), 0);
  const encoding = mark ?? (order < 0 ? 'UTF-16BE' : 'UTF-16LE');
  const text = wellFormed(iconv.decode(buffer.subarray(0, buffer.length - (buffer.length % 2)), encoding));
  return mark !== null || looksWritten(text) ? textIn(encoding, text) : null;
}

/**
 * Single-byte encodings by the one of the profile that they stand beside: the same letters, as other systems stored them. They are no part
 * of the profile, so that pages which were read with it need not be read again.
 */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'windows-1251': ['IBM866', 'maccyrillic'],
  'KOI8-R': ['KOI8-U'],
  'windows-1252': ['macintosh'],
  'ISO-8859-9': ['windows-1254', 'IBM857', 'macturkish'],
};

const UTF8 = new TextDecoder('utf-8');

/** What is not all UTF-8. A long text is taken to be in one encoding, that of its beginning: to take it apart takes fifty times its bytes. */
function readOther(buffer: Buffer, encodings: readonly string[]): Pick<Decoded, 'text' | 'encoding'> {
  if (buffer.length <= LONGEST_TRANSCODED) return readMixed(buffer, encodings);
  const { encoding } = readMixed(buffer.subarray(0, TELLING), encodings);
  return { text: encoding === 'UTF-8' ? UTF8.decode(buffer) : iconv.decode(buffer, encoding), encoding };
}

/** To put a longer text right would take seconds, and hundreds of megabytes: it stays as it is. */
const LONGEST_REPAIRED = 1024 * 1024;

/**
 * Finds out how a page is stored, and reads it: UTF-8 and UTF-16, a single-byte encoding, or several of them in one page. A text that was
 * stored in UTF-8 after it had been read wrongly is put right where it is certain what it was.
 *
 * @param encodings IANA names of the single-byte encodings to choose from.
 * @returns null for bytes that are no text. What can't be told in a text is U+FFFD.
 */
export function decode(bytes: Uint8Array, encodings: readonly string[]): Decoded | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const inUtf16 = decodeUtf16(bytes, whole);
  if (inUtf16 !== null) return inUtf16;

  // Whatever a mark of UTF-16 says, what follows is none.
  const buffer = markOf(bytes) === null ? whole : whole.subarray(2);
  const isAllUtf8 = isUtf8(buffer);
  if (!isAllUtf8 && isBinary(buffer)) return null;
  const all = () => encodings.flatMap((encoding) => [encoding, ...(BESIDE[encoding] ?? [])]);
  const { text, encoding } = isAllUtf8 ? { text: textOfUtf8(buffer), encoding: 'UTF-8' } : readOther(buffer, all());
  const decoded = textIn(encoding, text);
  if (decoded === null || decoded.isTidy || encoding !== 'UTF-8' || text.length > LONGEST_REPAIRED) return decoded;
  const repaired = repairMisread(text, all());
  return repaired === text ? decoded : textIn(encoding, repaired);
}
