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

/** What a tidy line has none of: invisible characters, and white space but for single spaces. */
// eslint-disable-next-line no-control-regex
const UNTIDY = /[\u0000-\u001F\u007F\u00AD\u200B\u2060\uFEFF]|[^\S ]| {2}/u;

const LINE_END = /\r\n|\n|\r|\u2028|\u2029/u;
const UNUSUAL_LINE_END = /[\r\u2028\u2029]/u;

/** Most lines are tidy, and looking is cheaper than tidying. */
const tidied = (raw: string) => (UNTIDY.test(raw) ? raw.replace(INVISIBLE, '').replace(/\s+/gu, ' ') : raw).trim();

/** The lines of a text that are not blank. Windows, Unix and old Macintosh line ends may be mixed. */
export function readLines(text: string): Line[] {
  const raws = text.split(UNUSUAL_LINE_END.test(text) ? LINE_END : '\n');
  return raws.map((raw, index) => ({ number: index + 1, text: tidied(raw) })).filter((line) => line.text !== '');
}
