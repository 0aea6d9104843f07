import { errors } from '@strapi/utils';
import { SourceError } from '../pipeline/source/source-error';
import { BusyError } from '../pipeline/store';
import { NotResumableError } from '../store/runs';
import { UndoError } from '../store/undo/undo-run';

/** What is refused, and not broken: its message says why, and what to do. */
const REFUSALS = [BusyError, SourceError, NotResumableError, UndoError];

/** Has work done. What the importer refuses becomes a refusal of the request. */
export async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    const refusal = REFUSALS.find((one) => cause instanceof one);
    if (refusal === undefined || !(cause instanceof Error)) throw cause;
    throw new errors.ApplicationError(cause.message, { reason: refusal === BusyError ? 'busy' : 'impossible' });
  }
}
