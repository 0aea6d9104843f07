/**
 * Endings of nouns, folded: cases, plural and possession. Of each, all forms of vowel harmony.
 * Source: https://en.wikipedia.org/wiki/Azerbaijani_language#Grammar
 */
const ENDINGS = /(?:lar|ler|[dn]an|[dn]en|[dn]a|[dn]e|[dny][iu]n|[iu]n|s[iu]|n[iu]|y[aeiu]|[aeiu])$/;

/** Fewer letters are left to a stem. */
const SHORTEST = 4;

/**
 * The stem of a folded Azerbaijani word: `seherlerde` (in the cities) and `seher` become `seher`. It takes off too much rather than
 * too little, from what is searched for as from what is searched. Snowball's Turkish stemmer needs the vowels that folding makes
 * one of, and knows no `ə`.
 */
export function stemAzerbaijani(word: string): string {
  const ending = ENDINGS.exec(word);
  if (ending === null || ending.index < SHORTEST) return word;
  return stemAzerbaijani(word.slice(0, ending.index));
}
