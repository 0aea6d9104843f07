import type { Action, PlanEntry } from '../plan/plan-entry';
import type { Problem, Rule, Severity } from '../problem';

/** How many pages met which fate. `problems` counts problems, of which a page may have several. */
export type Counts = {
  readonly pages: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly leftOut: number;
  readonly problems: number;
};

/** All problems of one kind. */
export interface RuleSummary {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly Problem[];
}

/** What a run has come to so far. It is kept with the run, whose end tells the same, however often it was interrupted. */
export interface Tally {
  readonly counts: Counts;
  readonly rules: readonly RuleSummary[];
}

const COUNTED: Record<Action, Exclude<keyof Counts, 'pages' | 'problems'>> = {
  create: 'created',
  update: 'updated',
  unchanged: 'unchanged',
  keep: 'kept',
  duplicate: 'duplicates',
  quarantine: 'quarantined',
  'leave-out': 'leftOut',
};

export const NOTHING_YET: Tally = {
  counts: { pages: 0, created: 0, updated: 0, unchanged: 0, kept: 0, duplicates: 0, quarantined: 0, leftOut: 0, problems: 0 },
  rules: [],
};

/** So many problems of a kind are quoted. */
const EXAMPLES = 5;

/** A tally with further problems. */
export function withProblems({ counts, rules }: Tally, problems: readonly Problem[]): Tally {
  const summaries = new Map(rules.map((summary) => [`${summary.rule}/${summary.severity}`, summary]));
  for (const problem of problems) {
    const { rule, severity } = problem;
    const { count, examples } = summaries.get(`${rule}/${severity}`) ?? { count: 0, examples: [] };
    const quoted = examples.length < EXAMPLES ? [...examples, problem] : examples;
    summaries.set(`${rule}/${severity}`, { rule, severity, count: count + 1, examples: quoted });
  }
  return { counts: { ...counts, problems: counts.problems + problems.length }, rules: [...summaries.values()] };
}

/** A tally with further pages. */
export function withEntries(tally: Tally, entries: readonly Pick<PlanEntry, 'action' | 'problems'>[]): Tally {
  // A run that an older importer began may know fewer fates.
  const counts = { ...NOTHING_YET.counts, ...tally.counts };
  for (const { action } of entries) {
    counts.pages += 1;
    counts[COUNTED[action]] += 1;
  }
  const problems = entries.flatMap((entry) => entry.problems);
  return problems.length === 0 ? { ...tally, counts } : withProblems({ ...tally, counts }, problems);
}
