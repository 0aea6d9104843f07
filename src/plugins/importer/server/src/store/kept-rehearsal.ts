import type { Create, PlanEntry, Update } from '../import/plan/plan-entry';
import { isWorthTelling } from '../import/report/run-report';
import type { OpenRun, Progress } from '../import/store';
import type { ChunkParts } from './chunk/chunk-writing';
import { entryOf } from './entries';
import { termEntry, termsIn } from './terms';
import { type KeptRun, NO_STOP_REQUEST, progressColumns, type Runs } from './runs';
import { partnerEntry, siteEntry } from './site';
import { watchStopRequests } from './stop-requests';
import { noteFailure } from './or-failed';

interface Keeping {
  readonly parts: ChunkParts;
  readonly runs: Runs;
  readonly kept: KeptRun;
}

const isWritten = (entry: PlanEntry): entry is Create | Update => entry.action === 'create' || entry.action === 'update';

/** A rehearsal that keeps what it tells as a recorded run would: its entries, and how far it has come. */
export function keepRehearsal(run: OpenRun, { parts: { strapi, entries }, runs, kept }: Keeping): OpenRun {
  const opened = Date.now();
  const { id } = kept;
  /** Categories, tags and authors that would have been made by now. */
  const made = new Set<string>();
  const saved = (progress: Progress) => ({ ...progressColumns(progress), durationMs: Date.now() - opened });

  return {
    ...run,
    id,
    counted: (total) => runs.set(id, { total }),
    stopRequest: watchStopRequests(runs, () => id),
    keepKnown: (site) => runs.set(id, { learnt: site }),

    async commit(chunk) {
      const outcomes = await run.commit(chunk);
      if (outcomes === null) return null;
      const terms = [...termsIn(chunk.entries.filter(isWritten).map(({ story }) => story))].filter(
        ([key]) => !made.has(key) && !chunk.known.terms.has(key),
      );
      for (const [key] of terms) made.add(key);
      const reported = outcomes.filter(isWorthTelling).map((outcome) => entryOf(outcome, null));
      await entries.add(id, [...terms.map(([, term]) => termEntry(term, null)), ...reported]);
      await runs.set(id, saved(chunk.progress));
      return outcomes;
    },

    async fillSite(locale, texts) {
      await run.fillSite(locale, texts);
      await entries.add(id, [siteEntry(locale, texts, null)]);
    },
    async addPartner(partner, logo) {
      await run.addPartner(partner, logo);
      await entries.add(id, [partnerEntry(partner.name, null)]);
    },

    async end(state, progress, nearDuplicates) {
      const { durationMs } = await run.end(state, progress, nearDuplicates);
      const ended = { state, nearDuplicates, finishedAt: new Date(), ...NO_STOP_REQUEST };
      await runs.set(id, { ...saved(progress), durationMs, ...ended });
      return { durationMs };
    },
    fail: (cause, progress) => noteFailure(strapi, runs, id, cause, saved(progress)),
  };
}
