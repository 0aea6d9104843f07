import type { Core } from '@strapi/strapi';
import { messageOf } from '../import/source/fault';
import { LeaseLostError } from '../import/store';
import type { Runs } from './runs';

/** Keeps a run as failed, with the reason. It never rejects. @param columns what else is kept of it. */
export async function noteFailure(strapi: Core.Strapi, runs: Runs, run: number, cause: unknown, columns: object = {}): Promise<void> {
  // Whoever has taken over says what has become of it.
  if (cause instanceof LeaseLostError) return;
  await runs
    .fail(run, cause, columns)
    .catch((fault: unknown) => strapi.log.error(`Run ${run} has failed, which can't be noted: ${messageOf(fault)}`));
}

/** Has the work of a run done. Whatever it throws, the run is kept as failed, with that as its reason. */
export async function orFailed<Result>(strapi: Core.Strapi, runs: Runs, run: number, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    await noteFailure(strapi, runs, run, cause);
    throw cause;
  }
}
