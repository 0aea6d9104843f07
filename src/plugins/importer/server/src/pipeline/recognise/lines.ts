/** A line of a page that holds something. */
export interface Line {
  /** Its number in the page, counted from 1. */
  readonly number: number;
  /** Its text, with every run of white space as one space. */
  readonly text: string;
}

/** The lines of a text that are not blank. Windows, Unix and old Macintosh line ends may be mixed. */
export function readLines(text: string): Line[] {
  return text
    .split(/\r\n|\n|\r|\u2028|\u2029/u)
    .map((raw, index) => ({ number: index + 1, text: raw.replace(/[\s\u200B\uFEFF\u00AD]+/gu, ' ').trim() }))
    .filter((line) => line.text !== '');
}

/** Two lines with the same key say the same, whatever their case, spacing and punctuation. */
export function lineKey(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
