/** A line of a page that holds something. */
export interface Line {
  /** Its number in the page, counted from 1. */
  readonly number: number;
  /** Its text, with every run of white space as one space. */
  readonly text: string;
}

/** What no reader sees: control characters, soft hyphens, zero-width spaces and byte order marks. */
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B\u2060\uFEFF]/gu;

/** The lines of a text that are not blank. Windows, Unix and old Macintosh line ends may be mixed. */
export function readLines(text: string): Line[] {
  return text
    .split(/\r\n|\n|\r|\u2028|\u2029/u)
    .map((raw, index) => ({ number: index + 1, text: raw.replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim() }))
    .filter((line) => line.text !== '');
}

/** The form in which texts are compared: without case and accents, in any language alike, dotless ı as i. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ı', 'i');
}

/** Two lines with the same key say the same, whatever their case, spacing and punctuation. */
export function lineKey(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
