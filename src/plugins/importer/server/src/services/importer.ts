import type { Core } from '@strapi/strapi';
import type { ImportRequest } from '../pipeline/import-request';
import type { RunReport } from '../pipeline/report/run-report';
import { runImport } from '../pipeline/run-import';
import type { UndoReport } from '../pipeline/undo/undo-report';
import { announceRun } from '../events/announce-run';
import { withWritingSettings } from '../pace/writing-settings';
import { createPace } from '../pace/serving-pace';
import { localesOf, withLocales } from '../store/site-locales';
import { createSiteRules, withRules } from '../store/site-rules';
import { createStrapiStore } from '../store/strapi-store';
import type { KeptRun } from '../store/runs';
import type { UndoRequest } from '../store/undo/undo-request';

/** What the plugin offers to the rest of the application. */
export interface ImporterService {
  /** Imports pages into this Strapi, or with `dryRun` only tells what an import would do. */
  run(request: ImportRequest): Promise<RunReport>;
  /** Takes back what a run did, or with `dryRun` only tells what would go and what would stay. */
  undo(request: UndoRequest): Promise<UndoReport>;
  /** The newest runs first. */
  runs(limit?: number): Promise<KeptRun[]>;
}

const LISTED = 50;

export default ({ strapi }: { strapi: Core.Strapi }): ImporterService => {
  const store = createStrapiStore(strapi);
  const pace = createPace(strapi);
  const rules = createSiteRules(strapi);

  /** A dry run writes elsewhere, and may run beside an import, whose settings it is to leave alone. */
  const settled = <Report>({ dryRun }: { readonly dryRun: boolean }, work: () => Promise<Report>) =>
    dryRun ? work() : withWritingSettings(strapi, work);

  return {
    async run(request) {
      const profile = withLocales(withRules(request.profile, await rules.list()), await localesOf(strapi));
      const report = await settled(request, () => runImport({ pace, ...request, profile }, store));
      await announceRun(strapi, report);
      return report;
    },

    async undo(request) {
      const report = await settled(request, () => store.undo({ pace, ...request }));
      await announceRun(strapi, report);
      return report;
    },

    runs: (limit = LISTED) => store.runs(limit),
  };
};
