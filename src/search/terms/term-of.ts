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

const MOST_KNOWN = 50_000;

interface Language {
  /** How its terms are told from those of others in the index: letters and digits only. */
  readonly tag: string;
  readonly known: LRUCache<string, string>;
}

const languages = new LRUCache<string, Language>({ max: 20 });

function languageOf(locale: string): Language {
  const found = languages.get(locale);
  if (found !== undefined) return found;
  const language = { tag: locale.toLowerCase().replace(/[^a-z0-9]/g, ''), known: new LRUCache<string, string>({ max: MOST_KNOWN }) };
  languages.set(locale, language);
  return language;
}

/**
 * What a word is found by: the stem of the folded word, with its language before it, such as `ru_карабах`. Russian is told by its
 * letters, in whichever language it stands; Latin words are stemmed in Azerbaijani and English, and only folded elsewhere.
 */
export function termOf(word: string, locale: string): string {
  const { tag, known } = languageOf(locale);
  const found = known.get(word);
  if (found !== undefined) return found;
  const term = `${tag}_${analyse(word, tag.slice(0, 2))}`;
  known.set(word, term);
  return term;
}
