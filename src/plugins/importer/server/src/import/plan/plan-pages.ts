import type { Known } from './ledger';
import { decide, type ReadPage } from './decide';
import { meetInChunk } from './met-stories';
import type { PlanEntry } from './plan-entry';
import type { SeenStories } from './seen-stories';
import type { OpenRun } from '../store';

/** What was decided upon for some pages. */
export interface Plan {
  readonly entries: readonly PlanEntry[];
  /** What it was decided by. */
  readonly known: Known;
  /** Lets the stories of these pages count for those that follow: once the plan is carried out. */
  readonly keep: () => void;
}

/** Decides on some pages. It may be asked again, and then looks again at what stands. */
export type Planner = (pages: readonly ReadPage[]) => Promise<Plan>;

/** @param seen the stories that the run has met. */
export function createPlanner(run: Pick<OpenRun, 'lookUp'>, seen: SeenStories): Planner {
  return async (pages) => {
    const known = await run.lookUp(pages);
    const met = meetInChunk(seen, known);
    return { entries: pages.map((page) => decide(page, known, met)), known, keep: () => met.keep() };
  };
}
