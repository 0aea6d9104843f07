import { databaseFaultOf } from '../../database/database-fault';
import { because } from '../../messages/reasons';
import { reasonOf } from '../failure';
import { isUnreachable } from '../passing-failure';
import { report } from '../report-problem';
import type { ReadPage } from '../plan/decide';
import type { PlanEntry } from '../plan/plan-entry';
import type { Planner } from '../plan/plan-pages';
import { withEntries } from '../report/tally';
import { observe } from '../site/observe-site';
import { LeaseLostError, type OpenRun, type Outcome, type Progress } from '../store';

/** A page that could not be written, as an entry of the plan: its problem is kept, and it is tried again in the next run. */
function failed({ recognised, bytes: _bytes, leftOutBy: _by, choices: _choices, ...page }: ReadPage, cause: unknown): PlanEntry {
  const title = recognised?.story.title ?? null;
  const found = reasonOf(cause);
  const problem = { ...report.error('write-failed', undefined, found, 'an article that Strapi accepts'), page: page.path };
  return {
    ...page,
    action: 'quarantine',
    failed: true,
    title,
    reasons: [because('write-failed', {})],
    problems: [...page.problems, problem],
  };
}

/** A database that is full, say, fails every page, and a smaller write may yet succeed. One that is busy may have failed for this page only. */
function isOfDatabase(cause: unknown): boolean {
  const fault = databaseFaultOf(cause);
  return fault !== null && fault.kind !== 'busy';
}

/** What became of some pages, and how far the run has come with them. */
export interface Written {
  readonly progress: Progress;
  readonly outcomes: readonly Outcome[];
}

function progressWith(before: Progress, pages: readonly ReadPage[], entries: readonly PlanEntry[]): Progress {
  return {
    position: before.position + pages.length,
    lastPage: pages.at(-1)?.page ?? before.lastPage,
    tally: withEntries(before.tally, entries),
    observed: observe(
      before.observed,
      pages.flatMap(({ recognised }) => recognised?.story ?? []),
    ),
  };
}

/** Plans some pages and writes them, as one. Where what they were planned by has changed meanwhile, they are planned anew. */
async function writeTogether(pages: readonly ReadPage[], plan: Planner, run: OpenRun, before: Progress): Promise<Written> {
  for (;;) {
    const { entries, known, keep } = await plan(pages);
    const progress = progressWith(before, pages, entries);
    const outcomes = await run.commit({ entries, known, progress });
    if (outcomes === null) continue;
    keep();
    return { progress, outcomes };
  }
}

/**
 * Writes the pages of a chunk as they are planned. What can't be written for a reason of its own becomes a problem of its page and
 * stops no other: a chunk that fails is halved until the page is found that it fails for.
 *
 * @throws LeaseLostError when another import has taken over; whatever the database throws when it can't be reached.
 */
export async function writePages(pages: readonly ReadPage[], plan: Planner, run: OpenRun, before: Progress): Promise<Written> {
  try {
    return await writeTogether(pages, plan, run, before);
  } catch (cause) {
    if (cause instanceof LeaseLostError || isUnreachable(cause) || isOfDatabase(cause)) throw cause;
    if (pages.length === 1) {
      // It may be planning that fails: what is known is looked up, and nothing is decided.
      const asFailed: Planner = async (some) => ({
        entries: some.map((page) => failed(page, cause)),
        known: await run.lookUp(some),
        keep: () => undefined,
      });
      return writeTogether(pages, asFailed, run, before);
    }
    const middle = Math.ceil(pages.length / 2);
    const first = await writePages(pages.slice(0, middle), plan, run, before);
    const second = await writePages(pages.slice(middle), plan, run, first.progress);
    return { progress: second.progress, outcomes: [...first.outcomes, ...second.outcomes] };
  }
}
