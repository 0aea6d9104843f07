import type { Core } from '@strapi/strapi';
import type { ImportRequest } from '../import/import-request';
import type { RunReport } from '../import/report/run-report';
import { runImport } from '../import/run-import';
import type { UndoReport } from '../import/undo/undo-report';
import { announceRun } from './announce-run';
import { createThrottle } from '../throttle/serving-throttle';
import { contentModelOf, withContent } from '../store/content-model';
import { localesOf, withLocales } from '../store/site-locales';
import { createSiteRules, withRules } from '../store/site-rules';
import { createStrapiStore } from '../store/strapi-store';
import { undoing } from '../store/retention';
import type { KeptRun } from '../store/runs';
import type { UndoRequest } from '../store/undo/undo-request';

/** What the plugin offers to the rest of the application. */
export interface ImporterService {
  /** Imports pages into this Strapi, or with `dryRun` only tells what an import would do. */
  run(request: ImportRequest): Promise<RunReport>;
  /** Takes back what a run did, or with `dryRun` only tells what would go and what would stay. */
  undo(request: UndoRequest): Promise<UndoReport>;
  /** The newest runs first. */
  runs(limit?: number): Promise<ListedRun[]>;
  /** Lets requests go first that are being answered: for long work that is in no hurry. */
  giveWay(): Promise<void>;
}

/** A run, with whether it can be undone, and until when; null where that has no end. */
export type ListedRun = KeptRun & ReturnType<typeof undoing>;

const LISTED = 50;

export default ({ strapi }: { strapi: Core.Strapi }): ImporterService => {
  const store = createStrapiStore(strapi);
  const throttle = createThrottle(strapi);
  const rules = createSiteRules(strapi);

  return {
    async run(request) {
      const content = contentModelOf(strapi);
      const ruled = withContent(withRules(request.profile, await rules.list()), content);
      const profile = content.article.localized ? withLocales(ruled, await localesOf(strapi)) : ruled;
      const report = await runImport({ throttle, ...request, profile }, store);
      await announceRun(strapi, report);
      return report;
    },

    async undo(request) {
      const report = await store.undo({ throttle, ...request });
      await announceRun(strapi, report);
      return report;
    },

    runs: async (limit = LISTED) => (await store.runs(limit)).map((run) => ({ ...run, ...undoing(strapi, run, run.state) })),
    giveWay: () => throttle.turn(),
  };
};
