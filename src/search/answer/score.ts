import type { Entry } from '../engine/entry';
import type { QueryTerms } from '../query/query-terms';

/** What it counts for that a part of the query stands in the headline, or at least in the lead, and that the headline has it as it is typed. */
const IN_HEADLINE = 8;
const IN_LEAD = 2;
const AS_TYPED = 4;

/** How well entries answer a query in their own language; they are known to match. */
export function scorerOf({ wanted }: QueryTerms): (entry: Entry) => number {
  const parts = wanted.map((terms) => ` ${terms.join(' ')} `);
  const whole = ` ${wanted.flat().join(' ')} `;
  return ({ headline, lead }) => {
    const [inHeadline, inLead] = [` ${headline} `, ` ${lead} `];
    const scores = parts.map((part) => (inHeadline.includes(part) ? IN_HEADLINE : inLead.includes(part) ? IN_LEAD : 0));
    const asTyped = parts.length > 1 && inHeadline.includes(whole) ? AS_TYPED : 0;
    return scores.reduce((sum, score) => sum + score, asTyped);
  };
}
