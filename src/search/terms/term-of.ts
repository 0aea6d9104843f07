import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { LRUCache } from 'lru-cache';
import { fold } from './fold';
import { stemAzerbaijani } from './stem-azerbaijani';

/** Longer words are compared by their beginnings. */
const LONGEST_TERM = 40;

/** The ending of adjectives that are derived from names; `русск` is too short to be taken apart. */
const DERIVED = /(?<=.{5})ск$/;

/**
 * Snowball's stem of a Russian word, of that stem, and so on: it takes the end of `карабах` for that of `домах`, but leaves that of
 * `карабаха` alone. In the end all forms meet, and `карабахском` and `российской` meet `Карабах` and `Россия`.
 */
function stemRussianWord(word: string): string {
  const stem = stemRussian(word).replace(DERIVED, '');
  return stem === word ? word : stemRussianWord(stem);
}

const stemLatin: Readonly<Record<string, (word: string) => string>> = { az: stemAzerbaijani, en: stemEnglish };

function analyse(word: string, language: string): string {
  const folded = fold(word).slice(0, LONGEST_TERM);
  if (/[а-я]/.test(folded)) return stemRussianWord(folded);
  return stemLatin[language]?.(folded) ?? folded;
}

/** For each way of stemming. */
const MOST_KNOWN = 20_000;

const known = new Map(['az', 'en', ''].map((language) => [language, new LRUCache<string, string>({ max: MOST_KNOWN })] as const));

function stemOf(word: string, language: string): string {
  const stems = known.get(language) ?? known.get('');
  const found = stems?.get(word);
  if (found !== undefined) return found;
  const stem = analyse(word, language);
  // A word is as long as whoever typed it liked.
  if (word.length <= LONGEST_TERM) stems?.set(word, stem);
  return stem;
}

/**
 * What a word is found by: the stem of the folded word, with its language before it, such as `ru_карабах`. Russian is told by its
 * letters, in whichever language it stands; Latin words are stemmed in Azerbaijani and English, and only folded elsewhere.
 */
export function termOf(word: string, locale: string): string {
  const tag = locale.toLowerCase().replace(/[^a-z0-9]/g, '');
  return `${tag}_${stemOf(word, tag.slice(0, 2))}`;
}
