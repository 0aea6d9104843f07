import type { Entry } from '../engine/entry';
import type { QueryTerms } from '../query/query-terms';

/** What it counts for that a part of the query stands in the headline, or at least in the lead, and that the headline has it as it is typed. */
const IN_HEADLINE = 8;
const IN_LEAD = 2;
const AS_TYPED = 4;

const holds = (text: string, terms: readonly string[]) => ` ${text} `.includes(` ${terms.join(' ')} `);

/** How well an entry answers a query in its own language; it is known to match. */
export function scoreOf({ headline, lead }: Entry, { wanted }: QueryTerms): number {
  const parts = wanted.map((terms) => (holds(headline, terms) ? IN_HEADLINE : holds(lead, terms) ? IN_LEAD : 0));
  const asTyped = wanted.length > 1 && holds(headline, wanted.flat()) ? AS_TYPED : 0;
  return parts.reduce((sum, part) => sum + part, asTyped);
}
