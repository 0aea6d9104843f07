import { termOf } from '../terms/term-of';
import type { Clause } from './parse-query';

/** A query in the terms of one language: phrases of one or more terms. */
export interface QueryTerms {
  readonly locale: string;
  readonly wanted: readonly (readonly string[])[];
  readonly unwanted: readonly (readonly string[])[];
}

/** What articles of a language are searched for. */
export function queryTerms(clauses: readonly Clause[], locale: string): QueryTerms {
  const terms = ({ words }: Clause) => words.map((word) => termOf(word, locale));
  return {
    locale,
    wanted: clauses.filter(({ excluded }) => !excluded).map(terms),
    unwanted: clauses.filter(({ excluded }) => excluded).map(terms),
  };
}
