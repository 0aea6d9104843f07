import type { Action, PlanEntry } from '../plan/decide';
import type { Problem } from '../problem';

/** How many pages met which fate. `problems` counts problems, of which a page may have several. */
export type Counts = {
  readonly pages: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly kept: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly problems: number;
};

/** A page that a run did something with, or left out for a reason. */
export interface ReportedPage {
  readonly page: string;
  readonly action: Action;
  readonly reason: string;
  readonly documentId: string | null;
  readonly locale: string | null;
  readonly title: string | null;
}

/** Something about the site itself that was missing, and that a run filled in. */
export type SiteChange = { readonly locale: string; readonly field: string; readonly value: string } | { readonly partner: string };

/** What a run did, or would do. */
export interface RunReport {
  readonly run: string | null;
  readonly dryRun: boolean;
  /** Whether it was told to end before it was through. The next run goes on with the rest. */
  readonly interrupted: boolean;
  readonly source: readonly string[];
  readonly startedAt: string;
  readonly durationMs: number;
  readonly counts: Counts;
  /** What was written, or would be, about the site itself. */
  readonly site: readonly SiteChange[];
  /** Every page that is not simply unchanged. */
  readonly pages: readonly ReportedPage[];
  readonly problems: readonly Problem[];
}

const COUNTED: Record<Action, Exclude<keyof Counts, 'pages' | 'problems'>> = {
  create: 'created',
  update: 'updated',
  unchanged: 'unchanged',
  keep: 'kept',
  duplicate: 'duplicates',
  quarantine: 'quarantined',
};

const NONE = { pages: 0, created: 0, updated: 0, unchanged: 0, kept: 0, duplicates: 0, quarantined: 0 };

/** Gathers the report of a run while it goes on. */
export interface Reporter {
  page(entry: PlanEntry, documentId: string | null): void;
  problem(problem: Problem): void;
  site(change: SiteChange): void;
  counts(): Counts;
  finish(run: string | null, interrupted: boolean): RunReport;
}

export function createReporter(source: readonly string[], dryRun: boolean): Reporter {
  const started = Date.now();
  const counts = { ...NONE };
  const pages: ReportedPage[] = [];
  const problems: Problem[] = [];
  const site: SiteChange[] = [];
  const countsNow = () => ({ ...counts, problems: problems.length });

  return {
    page(entry, documentId) {
      counts.pages += 1;
      counts[COUNTED[entry.action]] += 1;
      problems.push(...entry.problems);
      if (entry.action === 'unchanged') return;
      const { locale = null, title = null } = 'story' in entry ? entry.story : {};
      pages.push({ page: entry.path, action: entry.action, reason: entry.reason, documentId, locale, title });
    },
    problem(problem) {
      problems.push(problem);
    },
    site(change) {
      site.push(change);
    },
    counts: countsNow,
    finish: (run, interrupted) => ({
      run,
      interrupted,
      dryRun,
      source,
      startedAt: new Date(started).toISOString(),
      durationMs: Date.now() - started,
      counts: countsNow(),
      site,
      pages,
      problems,
    }),
  };
}
