import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** The text of a page and the encoding that it was stored in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** Control characters that no text holds. Form feeds and the like are spared: old editors left them. */
// eslint-disable-next-line no-control-regex
const NOT_TEXT = /[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD\uFFFE\uFFFF]/gu;

/** A damaged byte or two do not make a text binary. */
const TOLERATED_SHARE = 0.01;

function isText(text: string): boolean {
  const strange = text.match(NOT_TEXT)?.length ?? 0;
  return strange <= text.length * TOLERATED_SHARE;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const PLAIN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}\p{P}\s]/gu;

/** UTF-16 without a byte order mark is no more than a guess: what it yields must look like writing. */
function looksWritten(text: string): boolean {
  return /\s/u.test(text) && (text.match(PLAIN)?.length ?? 0) > text.length * 0.9;
}

/** Texts with zero bytes are UTF-16. Its spaces and line ends tell which byte comes first. */
function decodeUtf16(bytes: Uint8Array, buffer: Buffer): Decoded | null {
  if (bytes.length % 2 !== 0) return null;
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const order = bytes.reduce((sum, byte, index) => sum + (byte !== 0 ? 0 : index % 2 === 0 ? -1 : 1), 0);
  const bigEndian = marked ? bytes[0] === 0xfe : order < 0;
  const encoding = bigEndian ? 'UTF-16BE' : 'UTF-16LE';
  const text = iconv.decode(buffer, encoding);
  return isText(text) && (marked || looksWritten(text)) ? { text, encoding } : null;
}

/**
 * Finds out how a page is stored, and reads it.
 *
 * @param encodings IANA names of the single-byte encodings to choose from, which look alike to any detector.
 * @returns null for bytes that are no text in any of them.
 */
export function decode(bytes: Uint8Array, encodings: readonly string[]): Decoded | null {
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null && isText(utf8)) return { text: utf8, encoding: 'UTF-8' };

  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.includes(0)) return decodeUtf16(bytes, buffer);
  for (const { name: encoding } of analyse(buffer)) {
    if (!encodings.includes(encoding)) continue;
    const text = iconv.decode(buffer, encoding);
    if (isText(text)) return { text, encoding };
  }
  return null;
}
