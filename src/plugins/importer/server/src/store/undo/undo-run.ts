import type { UndoReport } from '../../import/undo/undo-report';
import { beginWriting } from '../../throttle/writing-settings';
import type { ChunkParts } from '../chunk/chunk-writing';
import { takeLease } from '../lease/lease';
import type { KeptRun, Runs } from '../runs';
import { recordUndo } from './record-undo';
import { rehearseUndo } from './rehearse-undo';
import type { UndoRequest } from './undo-request';
import { UndoError } from '../../import/store';
import { message } from '../../messages/message';
import { checkInTime, keepForUndo } from '../retention';

async function findRun(runs: Runs, id: number): Promise<KeptRun> {
  const run = await runs.find(id);
  if (run === null) throw new UndoError(message('undo-unknown', { run: id }));
  if (run.kind === 'undo') throw new UndoError(message('undo-of-undo', { run: id, undoes: run.undoes ?? 0 }));
  if (run.kind !== 'import') throw new UndoError(message('undo-of-preview', { run: id }));
  if (run.state === 'undone') throw new UndoError(message('undone-already', { run: id }));
  return run;
}

/**
 * Takes back what a run did: what it created goes, what it changed becomes what it was. What somebody has touched since
 * stays, and is reported. It is done in chunks, each whole or not at all, and goes on where it was interrupted.
 *
 * @throws UndoError when there is no such run, or it can't be undone; BusyError when an import is running.
 */
export async function undoRun(parts: ChunkParts, runs: Runs, request: UndoRequest): Promise<UndoReport> {
  const removedOf = new Map<string, number>();
  if (request.dryRun) {
    const target = await findRun(runs, request.run);
    checkInTime(parts.strapi, target);
    return rehearseUndo({ parts, runs, request, removedOf, target });
  }
  const lease = await takeLease(parts.strapi);
  try {
    await runs.closeDead();
    const target = await findRun(runs, request.run);
    await keepForUndo(parts.strapi, target);
    const endWriting = await beginWriting(parts.strapi);
    try {
      return await recordUndo({ parts, runs, request, removedOf, target }, lease);
    } finally {
      await endWriting();
    }
  } finally {
    await lease.release();
  }
}
