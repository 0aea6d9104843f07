import iconv from 'iconv-lite';
import { isPlausible, judge, likeliest } from './plausibility';

/** How many letters a piece holds in UTF-8, and how many bytes that can't be part of one. */
interface Evidence {
  readonly valid: number;
  readonly bad: number;
}

/** Bounded, as all patterns are that a page of millions of such bytes would repeat too often for an expression's memory. */
const TOKEN = /[\x80-\xFF]{1,4000}/g;

const isLater = (code: number) => code >= 0x80 && code <= 0xbf;

/** How many bytes follow the first one of a character of UTF-8; 0 for what begins none. */
function followers(code: number, next: number): number {
  if (code >= 0xc2 && code <= 0xdf) return 1;
  if (code >= 0xe0 && code <= 0xef) return (code === 0xe0 && next < 0xa0) || (code === 0xed && next > 0x9f) ? 0 : 2;
  return code >= 0xf0 && code <= 0xf4 ? 3 : 0;
}

/** @param bytes each as one character. */
export function evidenceIn(bytes: string): Evidence {
  let [valid, bad] = [0, 0];
  for (let index = 0; index < bytes.length; index += 1) {
    const code = bytes.charCodeAt(index);
    if (code < 0x80) continue;
    const count = followers(code, bytes.charCodeAt(index + 1));
    let found = 0;
    while (found < count && isLater(bytes.charCodeAt(index + found + 1))) found += 1;
    if (count > 0 && found === count) {
      valid += 1;
      index += count;
    } else bad += 1;
  }
  return { valid, bad };
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** A letter one of whose bytes was replaced by a question mark, and half a pair of UTF-16: each is one damaged letter, and no more. */
const DAMAGED_LETTER =
  /(?:\?|\xEF\xBF\xBD)[\x80-\xBF]{1,3}|[\xC2-\xDF][\xFF?]|[\xE0-\xEF](?:\xFF[\x80-\xBF]|[\x80-\xBF]\xFF)|\xED[\xA0-\xBF][\x80-\xBF]/g;

/** What is read of UTF-8, with U+FFFD for each damaged letter. @param bytes each as one character. */
export const readUtf8 = (bytes: string): string => UTF8.decode(Buffer.from(bytes.replace(DAMAGED_LETTER, '\xFF'), 'latin1'));

/** Some databases write a character beyond 16 bits as two halves of three bytes each. */
const SPLIT_PAIR = /\xED([\xA0-\xAF])([\x80-\xBF])\xED([\xB0-\xBF])([\x80-\xBF])/g;
const joinPair = (pair: string) => Buffer.from(iconv.decode(Buffer.from(pair, 'latin1'), 'CESU-8')).toString('latin1');

/** A part of a page that is in one encoding, each byte as one character. */
interface Piece {
  readonly bytes: string;
  readonly isUtf8: boolean;
}

/** A line of Latin letters with a few others in it has so many times as many. */
const LATIN_SHARE = 3;
const NOT_LATIN = /[^A-Za-z]/g;

/** So much of one encoding in a page of another is no accident. */
const [FEWEST_BYTES, SHORTEST_WORD] = [4, 3];

/** Takes a line apart that holds both UTF-8 and what is none: words beside each other are in one encoding. */
function piecesOf(line: string, isMostlyUtf8: boolean): Piece[] {
  const pieces: { bytes: string; isUtf8: boolean; valid: number; bad: number; longest: number }[] = [];
  let end = 0;
  for (const match of line.matchAll(TOKEN)) {
    const [token] = match;
    const { valid, bad } = evidenceIn(token);
    const inUtf8 = valid > 0 && (isMostlyUtf8 ? bad <= valid : bad === 0);
    const between = line.slice(end, match.index);
    end = match.index + token.length;
    const last = pieces.at(-1);
    if (last?.isUtf8 === inUtf8) {
      last.bytes += between + token;
      last.valid += valid;
      last.bad += bad;
      last.longest = Math.max(last.longest, token.length);
    } else pieces.push({ bytes: between + token, isUtf8: inUtf8, valid, bad, longest: token.length });
  }
  const last = pieces.at(-1);
  if (last !== undefined) last.bytes += line.slice(end);
  const judged: { bytes: string; isUtf8: boolean }[] = [];
  for (const { bytes, isUtf8, valid, bad, longest } of pieces) {
    const inUtf8 = valid + bad >= FEWEST_BYTES && longest >= SHORTEST_WORD ? isUtf8 : isMostlyUtf8;
    const before = judged.at(-1);
    if (before?.isUtf8 === inUtf8) before.bytes += bytes;
    else judged.push({ bytes, isUtf8: inUtf8 });
  }
  return judged;
}

function piecesOfLine(line: string, isPageUtf8: boolean): Piece[] {
  const { valid, bad } = evidenceIn(line);
  if (bad === 0) return [{ bytes: line, isUtf8: valid === 0 || isPageUtf8 || valid >= FEWEST_BYTES }];
  const isMostlyUtf8 = valid + bad < FEWEST_BYTES ? isPageUtf8 : valid >= bad;
  const isForeign = valid === 0 && (!isMostlyUtf8 || line.replace(NOT_LATIN, '').length > LATIN_SHARE * bad);
  return isForeign ? [{ bytes: line, isUtf8: false }] : piecesOf(line, isMostlyUtf8);
}

/** A text whose bytes are not all UTF-8. */
export interface Mixed {
  readonly text: string;
  /** What most of it was stored in. */
  readonly encoding: string;
}

/** Pieces of so many bytes tell their encoding by themselves, where they are more plausible in it by so many bits. */
const [TELLING_LENGTH, CLEARLY] = [12, 1];

/** So many bytes tell what the page is in. */
const SAMPLE = 10_000;

/** Bits at which a piece is no text in the page's own encoding, however strange its words may be. */
const HOPELESS = 9;

/**
 * Reads a page that is in a single-byte encoding, or damaged, or of several encodings: line by line and, where need be, word by word.
 * What is plausible in none of them becomes U+FFFD.
 */
export function readMixed(buffer: Buffer, encodings: readonly string[]): Mixed {
  const bytes = buffer
    .toString('latin1')
    .replace(/^\xEF\xBB\xBF/, '')
    .replace(SPLIT_PAIR, joinPair);
  const { valid, bad } = evidenceIn(bytes);
  const isPageUtf8 = valid >= bad;
  const lines = bytes.split(/([\r\n]{1,4000})/).map((line) => piecesOfLine(line, isPageUtf8));

  let foreign = '';
  for (const pieces of lines) {
    if (foreign.length > SAMPLE) break;
    for (const piece of pieces) if (!piece.isUtf8) foreign += `\n${piece.bytes.slice(0, SAMPLE)}`;
  }
  const usual = likeliest(Buffer.from(foreign, 'latin1'), encodings);
  // Each byte is one character: what stands at a place in the page stands there in the text.
  const inUsual = foreign === '' || usual === null ? '' : iconv.decode(Buffer.from(bytes, 'latin1'), usual.encoding);
  let end = 0;
  const readPiece = (piece: Piece): string => {
    const start = end;
    end += piece.bytes.length;
    if (piece.isUtf8 || usual === null) return readUtf8(piece.bytes);
    const raw = Buffer.from(piece.bytes, 'latin1');
    const asUsual = judge(raw, usual.encoding);
    if (isPlausible(asUsual)) return inUsual.slice(start, end);
    const own = likeliest(raw, encodings) ?? usual;
    if (own.high >= TELLING_LENGTH && isPlausible(own) && own.bits + CLEARLY < asUsual.bits) return iconv.decode(raw, own.encoding);
    return !isPageUtf8 && isPlausible(usual) && asUsual.bits < HOPELESS ? inUsual.slice(start, end) : readUtf8(piece.bytes);
  };
  return {
    text: lines.map((pieces) => pieces.map(readPiece).join('')).join(''),
    encoding: isPageUtf8 || usual === null ? 'UTF-8' : usual.encoding,
  };
}
