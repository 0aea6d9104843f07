/** What matters about a character, as bits. */
const LETTER = 1;
const LATIN = 2;
const CYRILLIC = 4;
const SMALL = 8;
const CAPITAL = 16;
const BEYOND_ASCII = 32;

const TRAITS: readonly (readonly [number, RegExp])[] = [
  [LETTER, /\p{L}/u],
  [LATIN, /\p{Script=Latin}/u],
  [CYRILLIC, /\p{Script=Cyrillic}/u],
  [SMALL, /\p{Ll}/u],
  [CAPITAL, /\p{Lu}/u],
  [BEYOND_ASCII, /\P{ASCII}/u],
];

const traitsOf = (char: string) => TRAITS.reduce((bits, [bit, pattern]) => (pattern.test(char) ? bits | bit : bits), 0);

/** The traits of Latin, Greek and Cyrillic characters: nearly all that single-byte encodings have. */
const TABLE = Uint8Array.from({ length: 0x500 }, (_, code) => traitsOf(String.fromCharCode(code)));

/** No language of ours has more accented letters than this in a word of some length. */
const MOST_ACCENTED = 0.6;

/** Whether two letters that stand side by side are of two scripts, or a small one and a capital. */
function jars(left: number, right: number): boolean {
  const scripts = (left & LATIN && right & CYRILLIC) || (left & CYRILLIC && right & LATIN);
  return scripts !== 0 || (left & SMALL && right & CAPITAL) !== 0;
}

/**
 * How strange the words of a text look: the share of those beyond ASCII that mix scripts, have capitals inside, or are
 * nearly all accents. A text that was read in the wrong encoding has many of them. From 0 to 1.
 */
export function oddness(text: string): number {
  let [words, oddWords] = [0, 0];
  let [length, accented, before] = [0, 0, 0];
  let [isForeign, isOdd] = [false, false];

  const endWord = () => {
    if (isForeign) words += 1;
    if (isForeign && (isOdd || (length > 2 && accented > length * MOST_ACCENTED))) oddWords += 1;
    [length, accented, before, isForeign, isOdd] = [0, 0, 0, false, false];
  };

  for (const char of text) {
    const traits = TABLE[char.codePointAt(0) ?? 0] ?? traitsOf(char);
    if (!(traits & LETTER)) {
      if (length > 0) endWord();
      continue;
    }
    length += char.length;
    if (traits & BEYOND_ASCII) {
      isForeign = true;
      if (traits & LATIN) accented += 1;
    }
    if (jars(before, traits)) isOdd = true;
    before = traits;
  }
  endWord();
  return words === 0 ? 0 : oddWords / words;
}
