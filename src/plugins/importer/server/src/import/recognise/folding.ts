/** What parts the words of a key. */
export const SPACE = 0x20;

/** Greek capital sigma: how it is written small depends on the letters beside it. */
const SIGMA = 0x03a3;

/** Latin, Greek, Cyrillic and the punctuation of print are below it. */
const TABLE_SIZE = 0x2030;

function foldAnything(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ı', 'i');
}

/** What each character folds to, where that is one character whatever stands beside it; elsewhere 0. */
const FOLDED = Uint16Array.from({ length: TABLE_SIZE }, (_, code) => {
  const folded = code === SIGMA ? '' : foldAnything(String.fromCharCode(code));
  return folded.length === 1 ? folded.charCodeAt(0) : 0;
});

/** What each character is in a key: a letter or digit, or a space for all that parts words; 0 where the table can't tell. */
export const KEYED = FOLDED.map((code) => (code === 0 || /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? code : SPACE));

/** The code unit that stands in a key for a character; `SPACE` for all that parts words, and 0 where that can't be told alone. */
const keyCodeOf = (code: number): number => KEYED[code] ?? 0;

/** Where keys are written, in UTF-16: a text that grows by a letter at a time leaves a piece of garbage for each. */
let scratch = Buffer.alloc(4096);

/** The room for a longer key is given back with the next. */
const LONGEST_KEPT = 1024 * 1024;

/** Makes room for so many letters, and begins anew. */
function begin(letters: number): void {
  if (2 * letters > scratch.length || scratch.length > LONGEST_KEPT) scratch = Buffer.alloc(4 * letters);
}

function write(place: number, code: number): void {
  scratch[2 * place] = code & 0xff;
  scratch[2 * place + 1] = code >>> 8;
}

const written = (letters: number) => scratch.toString('utf16le', 0, 2 * letters);

/** The form in which texts are compared: without case and accents, in any language alike, dotless ı as i. */
export function fold(text: string): string {
  begin(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = FOLDED[text.charCodeAt(index)] ?? 0;
    if (code === 0) return foldAnything(text);
    write(index, code);
  }
  return written(text.length);
}

/** Two lines with the same key say the same, whatever their case, spacing and punctuation. */
export function lineKey(text: string): string {
  begin(2 * text.length);
  let length = 0;
  let isParted = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = keyCodeOf(text.charCodeAt(index));
    if (code === 0) {
      return foldAnything(text)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    }
    if (code === SPACE) isParted = length > 0;
    else {
      if (isParted) write(length++, SPACE);
      write(length++, code);
      isParted = false;
    }
  }
  return written(length);
}

/** The length of the longest of some keys. */
export function longestKey(keys: Iterable<string>): number {
  let longest = 0;
  for (const key of keys) longest = Math.max(longest, key.length);
  return longest;
}

/** The key of a line, or null as soon as it is clear that it has more than `most` characters: a paragraph is no heading. */
export function shortLineKey(text: string, most: number): string | null {
  let letters = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (keyCodeOf(text.charCodeAt(index)) > SPACE) letters += 1;
    if (letters > most) return null;
  }
  return lineKey(text);
}

/** The letter or digit that a line begins with, as it stands in its key; 0 where another look is needed. */
function firstOf(text: string): number {
  const code = keyCodeOf(text.charCodeAt(0));
  return code === SPACE ? 0 : code;
}

/** Makes a function that tells whether a line has the same key as this one. Where it begins otherwise, or is longer, the rest is not looked at. */
export function saysLike(text: string): (other: string) => boolean {
  const [first, key] = [firstOf(text), lineKey(text)];
  return (other) => {
    const otherFirst = firstOf(other);
    if (first !== 0 && otherFirst !== 0 && first !== otherFirst) return false;
    return shortLineKey(other, key.length) === key;
  };
}
