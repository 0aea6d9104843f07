import { SUSPICIOUS } from './encoding/misread';
import type { Line } from './document';
import { tidyText, UNTIDY, withoutEntities } from './tidy-text';

/** Which code units are untidy. A look into a table takes a fifth of what the pattern takes. */
const IS_UNTIDY = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  const char = String.fromCharCode(code);
  return char !== '\n' && (UNTIDY.test(char) || SUSPICIOUS.test(char)) ? 1 : 0;
});

/**
 * A text of more lines is no article: each becomes a paragraph, which takes some sixty bytes besides its text in the database, and
 * hundreds in every program that reads it.
 */
export const MOST_LINES = 250_000;

const SPACE = 0x20;

/** A long text is looked at piece by piece, which takes no more memory than a short one. */
const PIECE = 64 * 1024;

/** Whether a text holds nothing that has to be taken away, or looked at again. */
export function isTidy(text: string): boolean {
  let last = 0;
  for (let start = 0; start < text.length; start += PIECE) {
    const piece = text.length <= PIECE ? text : text.slice(start, start + PIECE);
    const { length } = piece;
    for (let index = 0; index < length; index += 1) {
      const code = piece.charCodeAt(index);
      if (IS_UNTIDY[code] === 1 || (code === SPACE && last === SPACE)) return false;
      last = code;
    }
  }
  return true;
}

const UNUSUAL_LINE_END = /\r\n|[\r\u2028\u2029]/gu;

/**
 * The lines of a text that are not blank. Windows, Unix and old Macintosh line ends may be mixed.
 *
 * @param isAllTidy what `isTidy` says of the text. Most texts are, and looking is cheaper than tidying.
 * @param most no more than so many are read.
 */
export function readLines(text: string, isAllTidy = isTidy(text), most = Infinity): Line[] {
  const even = isAllTidy ? text : text.replace(UNUSUAL_LINE_END, '\n');
  const tidy = (raw: string) => (isAllTidy || isTidy(raw) ? raw.trim() : tidyText(withoutEntities(raw)));
  const lines: Line[] = [];
  // Line by line: a list of all ends would take many times the memory of a text that is nothing but ends.
  for (let [start, number] = [0, 1]; start <= even.length && lines.length < most; number += 1) {
    const found = even.indexOf('\n', start);
    const end = found === -1 ? even.length : found;
    const line = end === start ? '' : tidy(even.slice(start, end));
    if (line !== '') lines.push({ number, text: line });
    start = end + 1;
  }
  return lines;
}
