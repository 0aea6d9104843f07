import { databaseFaultOf } from '../../database/database-fault';
import { because } from '../../messages/reasons';
import { reasonOf } from '../failure';
import { isUnreachable } from '../passing-failure';
import { report } from '../report-problem';
import { decide, type ReadPage } from '../plan/decide';
import type { Known } from '../plan/ledger';
import { type ChunkStories, meetInChunk } from '../plan/met-stories';
import type { PlanEntry } from '../plan/plan-entry';
import type { SeenStories } from '../plan/seen-stories';
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

export interface Written {
  readonly progress: Progress;
  readonly outcomes: readonly Outcome[];
}

/**
 * Decides on the pages of a chunk and writes them. What can't be written for a reason of its own becomes a problem of its page and
 * stops no other: a chunk that fails is halved until the page is found that it fails for. What fails for a reason that passes, the
 * store tries again.
 *
 * @throws LeaseLostError when another import has taken over; whatever the database throws when it can't be reached.
 */
export async function writePages(pages: readonly ReadPage[], run: OpenRun, before: Progress, seen: SeenStories): Promise<Written> {
  let written: Written = { progress: before, outcomes: [] };
  const last = pages.at(-1)?.page ?? before.lastPage;
  const settle = (outcomes: readonly Outcome[]): Progress => {
    const stories = pages.flatMap(({ recognised }) => recognised?.story ?? []);
    const tally = withEntries(
      before.tally,
      outcomes.map(({ entry }) => entry),
    );
    const progress = { position: before.position + pages.length, lastPage: last, tally, observed: observe(before.observed, stories) };
    written = { progress, outcomes };
    return progress;
  };

  const attempt = { stories: undefined as ChunkStories | undefined };
  const plan = (known: Known) => {
    const stories = meetInChunk(seen, known);
    attempt.stories = stories;
    return pages.map((page) => decide(page, known, stories));
  };

  try {
    await run.carryOut(pages, plan, settle);
    attempt.stories?.keep();
    return written;
  } catch (cause) {
    if (cause instanceof LeaseLostError || isUnreachable(cause) || isOfDatabase(cause)) throw cause;
    if (pages.length === 1) {
      await run.carryOut(pages, () => pages.map((page) => failed(page, cause)), settle);
      return written;
    }
    const middle = Math.ceil(pages.length / 2);
    const first = await writePages(pages.slice(0, middle), run, before, seen);
    const second = await writePages(pages.slice(middle), run, first.progress, seen);
    return { progress: second.progress, outcomes: [...first.outcomes, ...second.outcomes] };
  }
}
