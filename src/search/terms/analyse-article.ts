import { termOf } from './term-of';
import { wordsOf } from './words';

/** What of an article is searched in. */
export interface Texts {
  readonly headline: string;
  readonly lead: string;
  readonly body: string;
}

/** The terms of an article's parts, in the order of the words. */
export interface Terms {
  readonly headline: readonly string[];
  readonly lead: readonly string[];
  /** Lead and body; a lead that the body begins with stands in it once. */
  readonly story: readonly string[];
}

/** As much of a text is searched in: no database's index takes texts of any length. */
const LONGEST_TEXT = 250_000;
const MOST_TERMS = 16_000;

function termsIn(text: string, locale: string): string[] {
  const terms: string[] = [];
  for (const word of wordsOf(text.slice(0, LONGEST_TEXT))) {
    if (terms.length === MOST_TERMS) break;
    terms.push(termOf(word.text, locale));
  }
  return terms;
}

/** What an article is found by. */
export function analyseArticle({ headline, lead, body }: Texts, locale: string): Terms {
  const ofLead = termsIn(lead, locale);
  const ofBody = termsIn(body, locale);
  const isRepeated = ofLead.every((term, index) => ofBody[index] === term);
  return { headline: termsIn(headline, locale), lead: ofLead, story: isRepeated ? ofBody : [...ofLead, ...ofBody].slice(0, MOST_TERMS) };
}
