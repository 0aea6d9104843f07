const WORD = /\p{L}+/gu;
const BOTH_SCRIPTS = /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u;
const CAPITAL_INSIDE = /\p{Ll}\p{Lu}/u;
const ACCENTED = /[^\p{ASCII}\P{Script=Latin}]/gu;

/** No language of ours has more accented letters than this in a word of some length. */
const MOST_ACCENTED = 0.6;

function isOdd(word: string): boolean {
  if (BOTH_SCRIPTS.test(word) || CAPITAL_INSIDE.test(word)) return true;
  return word.length > 2 && (word.match(ACCENTED)?.length ?? 0) > word.length * MOST_ACCENTED;
}

/**
 * How strange the words of a text look: the share of those beyond ASCII that mix scripts, have capitals inside, or are
 * nearly all accents. A text that was read in the wrong encoding has many of them. From 0 to 1.
 */
export function oddness(text: string): number {
  const words = (text.match(WORD) ?? []).filter((word) => /\P{ASCII}/u.test(word));
  return words.length === 0 ? 0 : words.filter(isOdd).length / words.length;
}
