import type { Core } from '@strapi/strapi';
import type { ImportOrder } from '../../../shared/contracts/imports';
import type { OpenRun, RunRequest, Store } from '../import/store';
import { beginWriting } from '../throttle/writing-settings';
import { createChunkParts } from './chunk-parts';
import { takeLease } from './lease/lease';
import { orFailed } from './or-failed';
import { recordRun } from './recorded-run';
import { keepRehearsal } from './kept-rehearsal';
import { openRehearsal } from './rehearsal';
import { createRuns, type KeptRun } from './runs';
import type { UndoRequest } from './undo/undo-request';
import { undoRun } from './undo/undo-run';
import type { UndoReport } from '../import/undo/undo-report';

/** The store of the pipeline, and what else can be done with what it keeps. */
export interface StrapiStore extends Store {
  undo(request: UndoRequest): Promise<UndoReport>;
  /** The newest runs first. */
  runs(limit: number): Promise<KeptRun[]>;
}

const uploadOf = (order: ImportOrder | null) => (order?.source.kind === 'upload' ? order.source.id : null);

const asNewRun = ({ source, options, by, place }: Pick<RunRequest, 'source' | 'options' | 'by' | 'place'>) => ({
  source,
  options,
  by,
  place,
});

/** Keeps articles in Strapi by way of the bulk writer, and the ledger and the history of runs beside them. */
export function createStrapiStore(strapi: Core.Strapi): StrapiStore {
  const parts = createChunkParts(strapi);
  const runs = createRuns(strapi);

  /** Takes the right to write, and begins a run or goes on with one. */
  const openImport = async ({ key, goOn, status, ...request }: RunRequest): Promise<OpenRun> => {
    const lease = await takeLease(strapi);
    try {
      await runs.closeDead();
      const { served, order } = request;
      const begin = () => runs.begin({ kind: 'import', ...asNewRun(request), requestKey: key, served, order, upload: uploadOf(order) });
      const open = goOn === null ? await runs.findOpen('import', key) : await runs.findResumable(goOn);
      const kept = open ?? (await begin());
      return await orFailed(strapi, runs, kept.id, async () => {
        if (open) await runs.goOn(open.id, served);
        await lease.announce(kept.id);
        // Only who has the right to write changes how the database is written to.
        const endWriting = await beginWriting(strapi);
        const close = () => endWriting().finally(() => lease.release());
        return recordRun({ parts, runs, lease, status, kept, isResumed: open !== null, beginAnew: begin, close });
      });
    } catch (cause) {
      await lease.release();
      throw cause;
    }
  };

  const openPreview = async ({ order, ...request }: RunRequest): Promise<OpenRun> => {
    const kept = await runs.begin({ kind: 'preview', ...asNewRun(request), requestKey: null, order, upload: uploadOf(order) });
    return orFailed(strapi, runs, kept.id, async () => keepRehearsal(await openRehearsal(parts), { parts, runs, kept }));
  };

  return {
    open(request) {
      if (request.mode === 'import') return openImport(request);
      return request.mode === 'preview' ? openPreview(request) : openRehearsal(parts);
    },

    undo: (request) => undoRun(parts, runs, request),

    runs: (limit) => runs.list(limit),
  };
}
