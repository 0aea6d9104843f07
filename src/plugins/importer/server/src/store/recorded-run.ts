import { failureColumns } from '../import/failure';
import type { OpenRun, Outcome, Progress, Status } from '../import/store';
import { filledTexts, type SiteChange } from '../import/report/run-report';
import { noteFailure } from './or-failed';
import { inReading, inTransaction } from './write-transaction';
import { writeChunk } from './chunk/write-chunk';
import type { ChunkParts } from './chunk/chunk-writing';
import { correctionsFor } from './corrections';
import { isPage, toReported } from './entries';
import { statisticsOfImport } from './keep-statistics';
import { lastOfEach } from './ledger';
import type { Lease } from './lease/lease';
import { lookUp } from './look-up';
import { type KeptRun, NO_STOP_REQUEST, progressColumns, progressOf, type Runs } from './runs';
import { createSiteWriter } from './site';
import { findTellers, readSketches } from './sketches';
import { createPatience, tryAgain } from './try-again';
import { watchStopRequests } from './stop-requests';

interface Recording {
  readonly parts: ChunkParts;
  readonly runs: Runs;
  readonly lease: Lease;
  readonly status: Status;
  /** The run that begins, or that goes on. */
  readonly kept: KeptRun;
  readonly isResumed: boolean;
  /** Makes another run in place of the one that went on. */
  readonly beginAnew: () => Promise<KeptRun>;
  readonly close: () => Promise<void>;
}

/** A run whose every chunk is written in one transaction, together with how far the run has come. */
export function recordRun({ parts, runs, lease, status, kept, isResumed, beginAnew, close }: Recording): OpenRun {
  const { strapi, ledger, entries } = parts;
  const current = { run: kept };
  const statistics = statisticsOfImport(strapi);
  const stopRequest = watchStopRequests(runs, () => current.run.id);
  const lookUpCorrections = correctionsFor(parts.corrections);
  const opened = Date.now();
  const patience = createPatience();
  const durationNow = () => current.run.durationMs + Date.now() - opened;
  const saved = (progress: Progress) => ({ ...progressColumns(progress), durationMs: durationNow(), revivals: 0 });

  return {
    get id() {
      return current.run.id;
    },
    resumed: isResumed ? progressOf(kept) : null,

    counted: (total) => tryAgain(() => runs.set(current.run.id, { total })),
    stopRequest: () => tryAgain(stopRequest),

    async restart() {
      await runs.set(current.run.id, { state: 'interrupted', finishedAt: new Date(), served: false });
      current.run = await beginAnew();
      await lease.announce(current.run.id);
    },

    keepKnown: (site) => tryAgain(() => runs.set(current.run.id, { learnt: site })),

    lookUpPages: async (pages) => lastOfEach(await tryAgain(() => ledger.rememberedOf(pages)), ({ page }) => page),

    lookUpCorrections: (pages) => tryAgain(() => lookUpCorrections(pages)),

    lookUp: (pages) => tryAgain(() => inReading(strapi, () => lookUp(pages, parts))),

    async commit({ entries: planned, known, progress }) {
      let outcomes: readonly Outcome[];
      try {
        outcomes = await inTransaction(strapi, lease, async (transaction) => {
          const writing = { ...parts, run: current.run.id, status, transaction, now: new Date() };
          const written = await writeChunk(planned, known, writing);
          await runs.set(current.run.id, saved(progress));
          return written;
        });
      } catch (cause) {
        await patience.after(cause);
        return null;
      }
      patience.renew();
      const articles = planned.filter(({ action }) => action === 'create' || action === 'update').length;
      await tryAgain(() => statistics.wrote(articles));
      return outcomes;
    },

    async *pages() {
      for await (const entry of entries.ofRun(current.run.id)) if (isPage(entry)) yield toReported(entry);
    },

    async siteChanges() {
      const changes: SiteChange[] = [];
      for await (const { action, title, targetLocale, before } of entries.ofRun(current.run.id, ['site', 'partner'])) {
        if (action === 'partner') changes.push({ partner: title ?? '' });
        else changes.push(...filledTexts(targetLocale ?? '', before?.fields ?? {}));
      }
      return changes;
    },

    sketches: () => readSketches(strapi, ({ run }) => run === current.run.id),
    tellersOf: (ids) => findTellers(strapi, ids),

    ...createSiteWriter(parts, lease, () => current.run.id),

    async end(state, progress, nearDuplicates) {
      const durationMs = durationNow();
      const ended = { state, nearDuplicates, finishedAt: new Date(), ...failureColumns(null), ...NO_STOP_REQUEST };
      await tryAgain(() => runs.set(current.run.id, { ...saved(progress), durationMs, ...ended }));
      return { durationMs };
    },

    fail: (cause, progress) => noteFailure(strapi, runs, current.run.id, cause, saved(progress)),

    close,
  };
}
