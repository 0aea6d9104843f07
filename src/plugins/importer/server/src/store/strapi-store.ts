import type { Core } from '@strapi/strapi';
import type { Store } from '../pipeline/store';
import { createChunkParts } from './chunk-parts';
import { takeLease } from './lease/lease';
import { recordRun } from './recorded-run';
import { rehearse } from './rehearsal';
import { createRuns, type KeptRun } from './runs';
import { undoRun, type UndoRequest } from './undo/undo-run';
import type { UndoReport } from '../pipeline/undo/undo-report';

/** The store of the pipeline, and what else can be done with what it keeps. */
export interface StrapiStore extends Store {
  undo(request: UndoRequest): Promise<UndoReport>;
  /** The newest runs first. */
  runs(limit: number): Promise<KeptRun[]>;
}

/** Keeps articles in Strapi by way of the bulk writer, and the ledger and the history of runs beside them. */
export function createStrapiStore(strapi: Core.Strapi): StrapiStore {
  const parts = createChunkParts(strapi);
  const runs = createRuns(strapi);

  return {
    async record({ source, options, by, key, status, place }, work) {
      const lease = await takeLease(strapi);
      try {
        await runs.closeDead();
        const begin = () => runs.begin({ kind: 'import', source, options, by, requestKey: key, place });
        const open = await runs.findOpen('import', key);
        const kept = open ?? (await begin());
        if (open) await runs.set(open.id, { state: 'running', finishedAt: null });
        await lease.announce(kept.id);
        return await work(recordRun({ parts, runs, lease, status, kept, isResumed: open !== null, beginAnew: begin }));
      } finally {
        await lease.release();
      }
    },

    rehearse: (_request, work) => rehearse(parts, work),

    undo: (request) => undoRun(parts, runs, request),

    runs: (limit) => runs.list(limit),
  };
}
