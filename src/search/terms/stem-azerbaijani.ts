/**
 * Endings of nouns, folded: cases, plural and possession. Of each, all forms of vowel harmony. Fewer than four letters are left
 * to no stem.
 * Source: https://en.wikipedia.org/wiki/Azerbaijani_language#Grammar
 */
const ENDINGS = /(?<=.{4})(?:lar|ler|[iu]?[mn]iz|[dn]an|[dn]en|[dn]a|[dn]e|[dn][iu]n|[iu][mn]|s[iu]|n[iu]|[aeiu])$/;

/** The end of words of several syllables that softens before a vowel: `q` to `ğ`, which folds to `g`, and `k` to `y`. */
const SOFTENED = /(?<=[aeiou].*[aeiou])[qky]$/;

/**
 * The stem of a folded Azerbaijani word: `seherlerde` (in the cities) and `seher` become `seher`. It takes off too much rather than
 * too little, from what is searched for as from what is searched. Snowball's Turkish stemmer needs the vowels that folding makes
 * one of, and knows no `ə`.
 *
 * Forms of a word that softens meet: `usaq` and `usagin` (uşaq, uşağın) in `usag`, `urek` and `ureyim` (ürək, ürəyim) in `urey`. Where
 * enough is left, that `y` goes too, for it may be the one between a vowel and an ending: `aileye` (to the family) meets `aile`.
 */
export function stemAzerbaijani(word: string): string {
  const bare = word.replace(ENDINGS, '');
  if (bare !== word) return stemAzerbaijani(bare);
  const hard = SOFTENED.exec(word);
  if (hard === null) return word;
  const rest = word.slice(0, hard.index);
  if (hard[0] === 'q') return `${rest}g`;
  return rest.length < 4 ? `${rest}y` : stemAzerbaijani(rest);
}
