import type { SiteProfile } from '../profile';
import type { Line } from '../read/document';

/** Tells the language of a text. @param more further lines of it. */
export type LanguageDetector = (text: string, more?: readonly Pick<Line, 'text'>[]) => string;

/** The detector is sure of most texts after so many characters, and takes a third of the time for them. */
const OFTEN_ENOUGH = 120;

/** More text than this does not make the answer any surer. */
const ENOUGH_CHARACTERS = 2000;

/** The detector stops reading at the latest when it has so many bytes of words in UTF-8. */
const READ_BYTES = 380;

/** So many bytes of a word a character has at least; 0 for what may be no letter. */
function leastBytes(code: number): number {
  const isAsciiLetter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return isAsciiLetter ? 1 : code >= 0x410 && code <= 0x44f ? 2 : 0;
}

/** As much of a text as the detector reads. It takes apart whatever it is given, and then reads the beginning. */
function beginningOf(text: string, more: readonly Pick<Line, 'text'>[]): string {
  let beginning = '';
  let bytes = 0;
  let left = ENOUGH_CHARACTERS;
  for (let index = -1; index < more.length; index += 1) {
    const paragraph = index < 0 ? text : `\n${more[index]?.text ?? ''}`;
    let end = 0;
    while (end < paragraph.length && end < left && bytes <= READ_BYTES) {
      bytes += leastBytes(paragraph.charCodeAt(end));
      end += 1;
    }
    beginning += paragraph.slice(0, end);
    left -= end;
    if (left === 0 || bytes > READ_BYTES) break;
  }
  return beginning;
}

/** Russian letters, and those of its neighbours: Azerbaijani was written with others besides them until 2001. */
const CYRILLIC_ONLY = /^[^\p{L}]*[\u0400-\u0457\u0459-\u0490](?:[\u0400-\u0457\u0459-\u0490]|[^\p{L}])*$/u;

/** What one language writes all the time, and no other that a site of its country is likely to have. */
interface Habit {
  readonly pattern: RegExp;
  /** It is written so many times at least, and more often than once in so many characters: else it may be a name in another language. */
  readonly least: number;
  readonly oncePer: number;
  /** Letters that its texts have none of. */
  readonly without?: RegExp;
}

/**
 * In Azerbaijani every twelfth letter is a schwa, Latin or Cyrillic, and no other Turkic language has it without one of these letters; and in English every tenth word is one of these. Whatever is full of them needs no
 * detector, which takes many times as long.
 */
const HABITS: Readonly<Record<string, Habit>> = {
  az: { pattern: /[əƏǝƎәӘ]/gu, least: 1, oncePer: 30, without: /[қңұҗҡҙҫќњљђћџ]/iu },
  en: { pattern: /\b(?:the|and|that|with)\b/giu, least: 3, oncePer: 130, without: /[^\P{L}A-Za-z]/u },
};

function isFullOf({ pattern, least, oncePer, without }: Habit, text: string): boolean {
  const times = text.match(pattern)?.length ?? 0;
  return times >= least && times * oncePer > text.length && without?.test(text) !== true;
}

/** So many characters of a text, and the rest of their last word. */
function firstWordsOf(text: string, characters: number): string {
  const end = text.indexOf(' ', characters);
  return end === -1 ? text : text.slice(0, end);
}

const scriptOf = (code: string) => new Intl.Locale(code).maximize().script;

/**
 * Makes a function that tells which of the site's languages a text is in.
 *
 * @param profile its `locale`, where it is given, is the answer for every text; its `defaultLocale` is the answer
 * for a text that has no letters.
 */
export async function createLanguageDetector(profile: SiteProfile): Promise<LanguageDetector> {
  const { locale } = profile;
  if (locale !== undefined) return () => locale;

  const { eld } = await import('eld/extrasmall');
  const detector = eld.newInstance();
  const languages = new Map(profile.locales.map((code) => [new Intl.Locale(code).language, code]));
  detector.setLanguageSubset([...languages.keys()]);
  const detect = (text: string) => languages.get(detector.detect(text).language);
  const detectIfSure = (text: string) => {
    const found = detector.detect(text);
    return found.isReliable() ? languages.get(found.language) : undefined;
  };

  const inCyrillic = profile.locales.filter((code) => scriptOf(code) === 'Cyrl');
  const onlyInCyrillic = inCyrillic.length === 1 ? inCyrillic[0] : undefined;
  const habits = [...languages].flatMap(([language, code]) => {
    const habit = HABITS[language];
    return habit === undefined ? [] : [{ habit, code }];
  });
  return (text, more = []) => {
    const beginning = beginningOf(text, more);
    // Where no other language of the site has these letters, words can't change the answer.
    if (onlyInCyrillic !== undefined && CYRILLIC_ONLY.test(beginning)) return onlyInCyrillic;
    const written = habits.find(({ habit }) => isFullOf(habit, beginning));
    if (written !== undefined) return written.code;
    return detectIfSure(firstWordsOf(beginning, OFTEN_ENOUGH)) ?? detect(beginning) ?? profile.defaultLocale;
  };
}
