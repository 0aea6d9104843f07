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

/** What a tidy text has none of: invisible characters, and white space but for single spaces and ends of lines. */
// eslint-disable-next-line no-control-regex
const UNTIDY = /[\u0000-\u0009\u000B-\u001F\u007F\u00AD\u200B\u2060\uFEFF]|[^\S \n]| {2}/u;

const LINE_END = /\r\n|\n|\r|\u2028|\u2029/u;
const UNUSUAL_LINE_END = /[\r\u2028\u2029]/u;

const tidied = (raw: string) => raw.replace(INVISIBLE, '').replace(/\s+/gu, ' ');

/** The lines of a text that are not blank. Windows, Unix and old Macintosh line ends may be mixed. */
export function readLines(text: string): Line[] {
  const raws = text.split(UNUSUAL_LINE_END.test(text) ? LINE_END : '\n');
  // Most texts are tidy, and looking is cheaper than tidying.
  const tidy = UNTIDY.test(text) ? (raw: string) => (UNTIDY.test(raw) ? tidied(raw) : raw).trim() : (raw: string) => raw.trim();
  const lines: Line[] = [];
  for (const [index, raw] of raws.entries()) {
    const line = tidy(raw);
    if (line !== '') lines.push({ number: index + 1, text: line });
  }
  return lines;
}
