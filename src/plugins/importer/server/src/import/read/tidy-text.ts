import { decodeHTMLStrict } from 'entities';

/** Characters invisible to a reader: control and format characters, and half-width fillers. White space is none of them. */
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\uFFF9-\uFFFC\p{Default_Ignorable_Code_Point}]/u;

/** Scripts in which joiners decide how letters are written. */
const JOINED = ['Arabic', 'Syriac', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada']
  .concat(['Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Tibetan', 'Nko', 'Thaana'])
  .map((script) => `\\p{Script=${script}}`)
  .join('');

/** Where an invisible character changes what a reader sees: in emoji, flags, and letters of some scripts. */
const SEEN = new RegExp(
  [
    '(?<=\\p{Extended_Pictographic}[\\uFE0F\\u{1F3FB}-\\u{1F3FF}]?)\\u200D(?=\\p{Extended_Pictographic})',
    '(?<=(?![#*0-9])\\p{Emoji})[\\uFE0E\\uFE0F]',
    '(?<=[#*0-9])\\uFE0F(?=\\u20E3)',
    '(?<=\\u{1F3F4}[\\u{E0020}-\\u{E007E}]{0,6})[\\u{E0020}-\\u{E007F}]',
    `(?<=[${JOINED}])[\\u200C\\u200D]`,
    '(?<=\\p{Script=Han})[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]',
    '(?<=\\p{Script=Mongolian})[\\u180B-\\u180F]',
    '(?<=\\p{Sm})\\uFE00',
  ].join('|'),
  'yu',
);

function isSeen(text: string, offset: number): boolean {
  SEEN.lastIndex = offset;
  return SEEN.test(text);
}

const INVISIBLES = new RegExp(INVISIBLE.source, 'gu');

const withoutInvisible = (text: string) => text.replace(INVISIBLES, (char, offset: number) => (isSeen(text, offset) ? char : ''));

// No pattern here repeats without end: on a line of millions of spaces that takes more memory than an expression has.

/** What parts words: white space, and letters that are drawn as nothing but room. */
const BLANK = /[\t-\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\u2800\u3164\uFFA0]/gu;
const SPACE_BEFORE_SPACE = / (?= )/gu;

/** What a tidy text has none of, besides two spaces in a row. */
export const UNTIDY = new RegExp(`${INVISIBLE.source}|[^\\S ]|[&\\u2800\\uD800-\\uDFFF\\uFFFD-\\uFFFF]`, 'u');

/** Half of a character of UTF-16: no database takes it, and no reader of JSON. */
const UNPAIRED = /\p{Cs}/gu;

/** A text in which halves of characters are U+FFFD. */
export const wellFormed = (text: string): string => text.replace(UNPAIRED, '\uFFFD');

/** A piece of a text as a reader sees it, with a space at its ends where another piece stands beside it. */
export const tidyPiece = (text: string): string => withoutInvisible(wellFormed(text).replace(BLANK, ' ')).replace(SPACE_BEFORE_SPACE, '');

/** A text as a reader sees it: in whole characters, without those that are invisible, and with one space between words. */
export const tidyText = (text: string): string => tidyPiece(text).trim();

/** Both halves of a character, each as an entity. */
const PAIR = /&#(?:(\d{5})|x(d[89ab][\da-f]{2}));&#(?:(\d{5})|x(d[c-f][\da-f]{2}));/giu;

const unitOf = (decimal: string | undefined, hex: string | undefined) =>
  String.fromCharCode(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));

/**
 * A text with what its HTML entities stand for: once, as a text about HTML shows some on purpose. What has no semicolon may be part of
 * an address, and stays.
 */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  const paired = text.replace(PAIR, (pair: string, ...[high, highHex, low, lowHex]: (string | undefined)[]) => {
    const char = unitOf(high, highHex) + unitOf(low, lowHex);
    return Array.from(char).length === 1 ? char : pair;
  });
  return decodeHTMLStrict(paired);
}
