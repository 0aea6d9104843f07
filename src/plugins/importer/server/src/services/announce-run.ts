import type { Core } from '@strapi/strapi';
import type { RunReport } from '../import/report/run-report';
import type { UndoReport } from '../import/undo/undo-report';

/** Emitted once at the end of each run that was recorded, whatever it wrote; webhooks can be set on it. */
const RUN_FINISHED = 'importer.run.finished';

interface WebhookStore {
  addAllowedEvent(key: string, event: string): void;
}

/** Lets webhooks be set on the event. Call it in `register`. */
export function offerRunFinished(strapi: Core.Strapi): void {
  strapi.get<WebhookStore>('webhookStore').addAllowedEvent('IMPORTER_RUN_FINISHED', RUN_FINISHED);
}

/** Tells listeners and webhooks that a run has ended, or was interrupted. A dry run is no one's business. */
export async function announceRun(strapi: Core.Strapi, report: RunReport | UndoReport): Promise<void> {
  if (report.dryRun) return;
  const { run, interrupted, counts, durationMs } = report;
  const kind = 'undoes' in report ? { kind: 'undo', undoes: report.undoes } : { kind: 'import', source: report.source };
  await strapi.eventHub.emit(RUN_FINISHED, { run, ...kind, interrupted, counts, durationMs });
}
