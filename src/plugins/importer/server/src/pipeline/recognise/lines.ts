import { codeUnitsOf } from './code-units';
import { SUSPICIOUS } from './encoding/misread';
import { tidyText, UNTIDY, withoutEntities } from './tidy-text';

/** A line of a page that holds something. */
export interface Line {
  /** Its number in the page, counted from 1. */
  readonly number: number;
  /** Its text, with every run of white space as one space. */
  readonly text: string;
}

/** Which code units are untidy. A look into a table takes a fifth of what the pattern takes. */
const IS_UNTIDY = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  const char = String.fromCharCode(code);
  return char !== '\n' && (UNTIDY.test(char) || SUSPICIOUS.test(char)) ? 1 : 0;
});

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

/**
 * The lines of a text that are not blank. Windows, Unix and old Macintosh line ends may be mixed.
 *
 * @param isAllTidy what `isTidy` says of the text. Most texts are, and looking is cheaper than tidying.
 */
export function readLines(text: string, isAllTidy = isTidy(text)): Line[] {
  const raws = text.split(!isAllTidy && UNUSUAL_LINE_END.test(text) ? LINE_END : '\n');
  const tidy = (raw: string) => (isAllTidy || isTidy(raw) ? raw.trim() : tidyText(withoutEntities(raw)));
  const lines: Line[] = [];
  for (const [index, raw] of raws.entries()) {
    const line = tidy(raw);
    if (line !== '') lines.push({ number: index + 1, text: line });
  }
  return lines;
}
