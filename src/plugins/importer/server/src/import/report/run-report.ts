import { reasonText } from '../../messages/reasons';
import type { Action, Conflict, PlanEntry, Skip } from '../plan/plan-entry';
import type { Problem } from '../problem';
import type { NearDuplicates } from './near-duplicates';
import type { Outcome } from '../store';
import type { Tally } from './tally';

/** A page that a run did something with, or left out for a reason. */
export interface ReportedPage {
  readonly page: string;
  readonly action: Exclude<Action, 'skip'>;
  readonly reason: string;
  readonly documentId: string | null;
  readonly locale: string | null;
  readonly title: string | null;
  /** Fields that page and editor both changed, with both values. */
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly Problem[];
}

/** Something about the site itself that was missing, and that a run filled in. */
export type SiteChange = { readonly locale: string; readonly field: string; readonly value: string } | { readonly partner: string };

/** The changes that fill some texts of the site, by name: PostgreSQL keeps the keys of an object in an order of its own. */
export const filledTexts = (locale: string, texts: Readonly<Record<string, unknown>>): SiteChange[] =>
  Object.entries(texts)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([field, value]) => ({ locale, field, value: String(value) }));

/**
 * What a run did, or would do. Its pages are not in it, as there may be a million of them: they are told one by one while
 * the run goes on, and kept with the run.
 */
export interface RunReport extends Tally {
  /** The run's number; null for a dry run. */
  readonly run: number | null;
  readonly dryRun: boolean;
  /** Whether it was told to end before it was through. The same import goes on with the rest. */
  readonly interrupted: boolean;
  /** Whether it went on with a run that had been interrupted. */
  readonly resumed: boolean;
  readonly source: readonly string[];
  readonly startedAt: string;
  /** Time that was spent on it, without interruptions. */
  readonly durationMs: number;
  /** What was written, or would be, about the site itself. */
  readonly site: readonly SiteChange[];
  readonly nearDuplicates: NearDuplicates;
}

/** What became of a page that has a report of its own: a file that was skipped is counted only. */
export type ReportedOutcome = Outcome & { readonly entry: Exclude<PlanEntry, Skip> };

/** A page that is simply unchanged, and a file that is skipped, are counted, and nothing more. Of one that comes under another name it is told what it is known by. */
export const isWorthTelling = (outcome: Outcome): outcome is ReportedOutcome => {
  const { entry } = outcome;
  return entry.action !== 'skip' && (entry.action !== 'unchanged' || entry.problems.length > 0 || entry.item.page !== entry.page);
};

export function reportedPage({ entry, documentId }: ReportedOutcome): ReportedPage {
  const { path: page, action, reasons, problems } = entry;
  const locale = 'story' in entry ? entry.story.locale : 'item' in entry ? entry.item.targetLocale : null;
  const title = 'story' in entry ? entry.story.title : 'title' in entry ? entry.title : null;
  const conflicts = 'conflicts' in entry ? entry.conflicts : [];
  return { page, action, reason: reasonText(reasons), documentId, locale, title, conflicts, problems };
}
