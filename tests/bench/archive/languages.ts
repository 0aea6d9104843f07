import { createGrammar, type Grammar } from './grammar';
import type { Language } from './language';
import { azerbaijani } from './languages/azerbaijani';
import { english } from './languages/english';
import { russian } from './languages/russian';
import type { Random } from './random';

export interface Voice {
  readonly language: Language;
  readonly grammar: Grammar;
}

/** The languages of the site, and how many of a hundred pages are in each. */
const SHARES: readonly (readonly [Language, number])[] = [
  [russian, 60],
  [azerbaijani, 25],
  [english, 15],
];

const VOICES = SHARES.flatMap(([language, share]) => {
  const voice: Voice = { language, grammar: createGrammar(language.locale, language.rules) };
  return Array.from({ length: share }, () => voice);
});

/** Chooses the language of a page, each as often as its share is. */
export const chooseVoice = (random: Random): Voice => random.pick(VOICES);
