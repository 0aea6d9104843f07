/** Letters that no decomposition takes to the plain ones: Azerbaijani `ə` and `ı`, and Russian `ё`, which many write as `е`. */
const PLAIN: Readonly<Record<string, string>> = { ə: 'e', ı: 'i', ё: 'е' };

/** What is left of accents when letters are taken apart, and hyphens that show only at the end of a line. `й` is taken apart, too. */
const MARKS = /(?<!и)\u0306|(?!\u0306)[\p{M}\u00AD]/gu;

/** Lower-case letters and digits that stay as they are. */
const FOLDED = /^[a-z0-9а-я]*$/;

/**
 * A word as it is compared: lower case, without accents, so that `Bakı`, `BAKI` and `baki` meet, and `Şəhər` meets `seher`. The
 * Russian `й` stays what it is.
 */
export function fold(word: string): string {
  if (FOLDED.test(word)) return word;
  const plain = word.toLowerCase().replace(/[əıё]/g, (letter) => PLAIN[letter] ?? letter);
  return plain.normalize('NFKD').replace(MARKS, '').normalize('NFC').toLowerCase();
}
