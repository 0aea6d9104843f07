import { type Ending, endingBy } from './ending';
import type { ImportRequest } from './import-request';
import { findNearDuplicates } from './near-duplicates/find-near-duplicates';
import { createSeenStories, type SeenStories } from './plan/seen-stories';
import type { Problem } from './problem';
import { NO_NEAR_DUPLICATES } from './report/near-duplicates';
import { isWorthTelling, reportedPage, type RunReport } from './report/run-report';
import { NOTHING_YET, withProblems } from './report/tally';
import { NOTHING_OBSERVED } from './site/observe-site';
import type { OpenRun, Progress } from './store';
import type { KnownSite } from './survey/known-site';
import type { Survey } from './survey/survey';
import type { Written } from './write/write-pages';

const BEGINNING: Progress = { position: 0, lastPage: null, tally: NOTHING_YET, observed: NOTHING_OBSERVED };

/** How a run goes: how far it has come, whether it is to end before it is through, and what people are told. */
export interface Course {
  readonly progress: Progress;
  /** The stories that the run has met. */
  readonly seen: SeenStories;
  /** Whether it has just begun, and nothing of it was interrupted. */
  isAtBeginning(): boolean;
  /** Whether all pages of a source were gone through: some pages tell little about a site as a whole. */
  isWhole(): boolean;
  /** Tells the run's number. */
  announce(): void;
  /** Begins, or goes on where the run was interrupted if the source still holds what it did. @param site what is known about it. */
  begin(survey: Pick<Survey, 'total' | 'pageAt'>, site: KnownSite): Promise<void>;
  /** To be asked before each chunk. */
  isToEnd(): Promise<boolean>;
  wrote(written: Written): void;
  /** A problem that is of no page. */
  readonly onProblem: (problem: Problem) => void;
  /** Ends the run. @returns what it did. */
  report(): Promise<RunReport>;
}

/** Follows a run from its beginning to its end. */
export function followRun(run: OpenRun, request: ImportRequest): Course {
  const { dryRun, signal, only, onProgress, onPage, throttle } = request;
  const startedAt = new Date().toISOString();
  // Until it is known where to begin, a run that fails is as far as it was.
  let progress = run.resumed ?? BEGINNING;
  let total: number | null = null;
  let isResumed = false;
  let ending: Ending | null = null;
  const endingNow = () => (ending ??= endingBy(signal));
  const isWhole = () => endingNow() === null && only === undefined;
  const announce = () => (run.id === null ? undefined : request.onRun?.(run.id));

  return {
    get progress() {
      return progress;
    },
    seen: createSeenStories(),
    isAtBeginning: () => progress.position === 0 && endingNow() === null,
    isWhole,
    announce,

    async begin(survey, site) {
      total = survey.total;
      // What was looked over only in part tells nothing of the page at which the run goes on.
      if (endingNow() === null && progress.position > 0 && survey.pageAt !== progress.lastPage) {
        await run.restart();
        progress = BEGINNING;
      }
      isResumed = progress.position > 0;
      if (!isResumed) progress = BEGINNING;
      announce();
      if (onPage && isResumed) for await (const page of run.pages()) onPage(page);
      await request.onBegin?.(run.id);
      await run.keepKnown(site);
      if (ending === null) await run.counted(total);
    },

    async isToEnd() {
      ending = endingBy(signal) ?? (await run.stopRequest());
      return ending !== null;
    },

    wrote(written) {
      progress = written.progress;
      if (onPage) for (const outcome of written.outcomes) if (isWorthTelling(outcome)) onPage(reportedPage(outcome));
      onProgress?.(progress.position, total);
    },

    onProblem(problem) {
      progress = { ...progress, tally: withProblems(progress.tally, [problem]) };
      request.onProblem?.(problem);
    },

    async report() {
      const pause = () => throttle?.turn() ?? Promise.resolve();
      const nearDuplicates = isWhole() ? await findNearDuplicates(run, progress.tally.counts, pause) : NO_NEAR_DUPLICATES;
      const site = await run.siteChanges();
      const { durationMs } = await run.end(ending ?? 'finished', progress, nearDuplicates);
      const source = request.label ?? only?.source ?? request.paths;
      return {
        ...{ run: run.id, dryRun, interrupted: ending !== null, resumed: isResumed, source, startedAt, durationMs, site },
        ...progress.tally,
        nearDuplicates,
      };
    },
  };
}
