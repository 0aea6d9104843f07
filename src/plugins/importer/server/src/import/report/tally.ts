import type { Action, PlanEntry, Skip } from '../plan/plan-entry';
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
  /** Files that no media type reads. They are no pages, and are not counted among them. */
  readonly skipped: number;
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

/** Files of one kind that were skipped. */
export interface SkippedKind {
  /** What they are: `HTML`, say. */
  readonly kind: string;
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly string[];
}

/** What a run has come to so far. It is kept with the run, whose end tells the same, however often it was interrupted. */
export interface Tally {
  readonly counts: Counts;
  readonly rules: readonly RuleSummary[];
  readonly skipped: readonly SkippedKind[];
}

const COUNTED: Record<Action, Exclude<keyof Counts, 'pages' | 'problems'>> = {
  create: 'created',
  update: 'updated',
  unchanged: 'unchanged',
  keep: 'kept',
  duplicate: 'duplicates',
  quarantine: 'quarantined',
  'leave-out': 'leftOut',
  skip: 'skipped',
};

export const NOTHING_YET: Tally = {
  counts: { pages: 0, created: 0, updated: 0, unchanged: 0, kept: 0, duplicates: 0, quarantined: 0, leftOut: 0, skipped: 0, problems: 0 },
  rules: [],
  skipped: [],
};

/** So many problems of a kind are quoted. */
const EXAMPLES = 5;

/** A tally with further problems. */
export function withProblems({ counts, rules, skipped }: Tally, problems: readonly Problem[]): Tally {
  const summaries = new Map(rules.map((summary) => [`${summary.rule}/${summary.severity}`, summary]));
  for (const problem of problems) {
    const { rule, severity } = problem;
    const { count, examples } = summaries.get(`${rule}/${severity}`) ?? { count: 0, examples: [] };
    const quoted = examples.length < EXAMPLES ? [...examples, problem] : examples;
    summaries.set(`${rule}/${severity}`, { rule, severity, count: count + 1, examples: quoted });
  }
  return { counts: { ...counts, problems: counts.problems + problems.length }, rules: [...summaries.values()], skipped };
}

type Counted = Pick<Exclude<PlanEntry, Skip>, 'action' | 'problems'> | Pick<Skip, 'action' | 'problems' | 'kind' | 'path'>;

function withSkipped(before: readonly SkippedKind[], files: readonly Pick<Skip, 'kind' | 'path'>[]): SkippedKind[] {
  const kinds = new Map(before.map((skipped) => [skipped.kind, skipped]));
  for (const { kind, path } of files) {
    const { count, examples } = kinds.get(kind) ?? { count: 0, examples: [] };
    kinds.set(kind, { kind, count: count + 1, examples: examples.length < EXAMPLES ? [...examples, path] : examples });
  }
  return [...kinds.values()];
}

const isSkip = (entry: Counted): entry is Extract<Counted, { kind: string }> => 'kind' in entry;

/** A tally with further pages. */
export function withEntries(tally: Tally, entries: readonly Counted[]): Tally {
  // A run that an older importer began may know fewer fates.
  const counts = { ...NOTHING_YET.counts, ...tally.counts };
  for (const { action } of entries) {
    if (action !== 'skip') counts.pages += 1;
    counts[COUNTED[action]] += 1;
  }
  const files = entries.filter(isSkip);
  const skipped = files.length === 0 ? tally.skipped : withSkipped(tally.skipped, files);
  const problems = entries.flatMap((entry) => entry.problems);
  return problems.length === 0 ? { ...tally, counts, skipped } : withProblems({ ...tally, counts, skipped }, problems);
}
