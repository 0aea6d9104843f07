import { messageOf } from '../import/source/fault';
import { LeaseLostError } from '../import/store';
import type { Runs } from './runs';
import type { Core } from '@strapi/strapi';

/**
 * Has the work of a run done. Whatever it throws, the run is kept as failed, with that as its reason.
 *
 * @param run its number, which may become another while it goes on.
 */
export async function orFailed<Result>(strapi: Core.Strapi, runs: Runs, run: () => number, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    // Whoever has taken over says what has become of it.
    if (!(cause instanceof LeaseLostError))
      await runs
        .fail(run(), cause)
        .catch((fault: unknown) => strapi.log.error(`Run ${run()} has failed, which can't be noted: ${messageOf(fault)}`));
    throw cause;
  }
}
