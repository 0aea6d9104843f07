import { codeUnitsOf } from './code-units';

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

/**
 * What a tidy text has none of, besides two spaces in a row: invisible characters, white space but for spaces and ends of lines, and
 * what no text holds.
 */
// eslint-disable-next-line no-control-regex
const UNTIDY = /[\u0000-\u0009\u000B-\u001F\u007F\u00AD\u200B\u2060\uFEFF\uFFFD-\uFFFF]|[^\S \n]/u;

/** Which code units are untidy. A look into a table takes a fifth of what the pattern takes. */
const IS_UNTIDY = Uint8Array.from({ length: 0x10000 }, (_, code) => (UNTIDY.test(String.fromCharCode(code)) ? 1 : 0));

const SPACE = 0x20;

/** Whether a text holds nothing that has to be taken away, or looked at again. */
export function isTidy(text: string): boolean {
  const units = codeUnitsOf(text);
  const { length } = text;
  let last = 0;
  for (let index = 0; index < length; index += 1) {
    const code = units[index] ?? 0;
    if (IS_UNTIDY[code] === 1 || (code === SPACE && last === SPACE)) return false;
    last = code;
  }
  return true;
}

const LINE_END = /\r\n|\n|\r|\u2028|\u2029/u;
const UNUSUAL_LINE_END = /[\r\u2028\u2029]/u;

const tidied = (raw: string) => raw.replace(INVISIBLE, '').replace(/\s+/gu, ' ');

/**
 * The lines of a text that are not blank. Windows, Unix and old Macintosh line ends may be mixed.
 *
 * @param isAllTidy what `isTidy` says of the text. Most texts are, and looking is cheaper than tidying.
 */
export function readLines(text: string, isAllTidy = isTidy(text)): Line[] {
  const raws = text.split(!isAllTidy && UNUSUAL_LINE_END.test(text) ? LINE_END : '\n');
  const tidy = (raw: string) => (isAllTidy || isTidy(raw) ? raw : tidied(raw)).trim();
  const lines: Line[] = [];
  for (const [index, raw] of raws.entries()) {
    const line = tidy(raw);
    if (line !== '') lines.push({ number: index + 1, text: line });
  }
  return lines;
}
