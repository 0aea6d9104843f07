import type { Random } from './random';

/**
 * Phrases by the name of a rule. `{rule}` in a phrase stands for a phrase of that rule: `sentence: ['{who} {did} {what}.']`.
 */
export type Rules = Readonly<Record<string, readonly string[]>>;

/** Makes texts by rules. */
export interface Grammar {
  /** A text of the rule, with a capital at its start, behind a quotation mark too. */
  make(rule: string, random: Random): string;
}

type Part = { readonly text: string } | { readonly rule: string };

function partsOf(phrase: string): Part[] {
  const pieces = phrase.split(/\{(\w+)\}/u);
  return pieces.map((piece, index) => (index % 2 === 0 ? { text: piece } : { rule: piece }));
}

/** Phrases that stand in one text with `|` between them. */
export const phrases = (text: string): string[] => text.split('|').map((phrase) => phrase.trim());

/**
 * Makes a grammar of rules. Phrases are taken apart once, as an archive is made of millions of them.
 *
 * @param locale decides what the capital of a letter is: in Azerbaijani that of `i` is `İ`.
 * @throws Error at the first use of a rule that there is none of.
 */
export function createGrammar(locale: string, rules: Rules): Grammar {
  const compiled = new Map(Object.entries(rules).map(([rule, texts]) => [rule, texts.map(partsOf)]));

  const expand = (rule: string, random: Random): string => {
    const choices = compiled.get(rule);
    if (choices === undefined) throw new Error(`There is no rule "${rule}" for ${locale}`);
    let text = '';
    for (const part of random.pick(choices)) text += 'text' in part ? part.text : expand(part.rule, random);
    return text;
  };

  return {
    make(rule, random) {
      const text = expand(rule, random);
      return text.replace(/^[«“]?\p{L}/u, (start) => start.toLocaleUpperCase(locale));
    },
  };
}
