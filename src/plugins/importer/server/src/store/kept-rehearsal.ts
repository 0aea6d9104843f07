import type { Create, PlanEntry, Update } from '../import/plan/plan-entry';
import type { Term } from '../import/plan/terms';
import { isWorthTelling } from '../import/report/run-report';
import type { OpenRun, Outcome, Progress } from '../import/store';
import type { ChunkParts } from './chunk/chunk-writing';
import { entryOf } from './entries';
import { termEntry, termsIn } from './terms';
import { type KeptRun, NO_STOP_REQUEST, progressColumns, type Runs } from './runs';
import { partnerEntry, siteEntry } from './site';
import { createWishWatch } from './wish-watch';
import { failureColumns } from '../import/failure';

interface Keeping {
  readonly parts: ChunkParts;
  readonly runs: Runs;
  readonly kept: KeptRun;
}

const isWritten = (entry: PlanEntry): entry is Create | Update => entry.action === 'create' || entry.action === 'update';

/** A rehearsal that keeps what it tells as a recorded run would: its entries, and how far it has come. */
export function keepRehearsal(run: OpenRun, { parts: { entries }, runs, kept }: Keeping): OpenRun {
  const opened = Date.now();
  const { id } = kept;
  /** Categories, tags and authors that would have been made by now. */
  const made = new Set<string>();
  const saved = (progress: Progress) => ({ ...progressColumns(progress), durationMs: Date.now() - opened });

  return {
    ...run,
    id,
    counted: (total) => runs.set(id, { total }),
    wish: createWishWatch(runs, () => id),
    keepKnown: (site) => runs.set(id, { learnt: site }),

    async carryOut(pages, plan, settle) {
      const terms = new Map<string, Term>();
      const settled: { progress?: Progress; outcomes: readonly Outcome[] } = { outcomes: [] };
      await run.carryOut(
        pages,
        (known) => {
          const planned = plan(known);
          terms.clear();
          for (const [key, term] of termsIn(planned.filter(isWritten).map(({ story }) => story)))
            if (!made.has(key) && !known.terms.has(key)) terms.set(key, term);
          return planned;
        },
        (outcomes) => {
          settled.outcomes = outcomes;
          settled.progress = settle(outcomes);
          return settled.progress;
        },
      );
      for (const key of terms.keys()) made.add(key);
      const reported = settled.outcomes.filter(isWorthTelling).map((outcome) => entryOf(outcome, null));
      await entries.add(id, [...[...terms.values()].map((term) => termEntry(term, null)), ...reported]);
      if (settled.progress) await runs.set(id, saved(settled.progress));
    },

    async fillSite(locale, texts) {
      await run.fillSite(locale, texts);
      await entries.add(id, [siteEntry(locale, texts, null)]);
    },
    async addPartner(partner, logo) {
      await run.addPartner(partner, logo);
      await entries.add(id, [partnerEntry(partner.name, null)]);
    },

    async end(state, progress, nearDuplicates, failure) {
      const { durationMs } = await run.end(state, progress, nearDuplicates);
      const ended = { state, nearDuplicates, finishedAt: new Date(), ...failureColumns(failure ?? null), ...NO_STOP_REQUEST };
      await runs.set(id, { ...saved(progress), durationMs, ...ended });
      return { durationMs };
    },
  };
}
