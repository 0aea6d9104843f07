import type { Core } from '@strapi/strapi';
import { failureColumns, failureOf } from '../import/failure';
import { BusyError } from '../import/store';
import { runningNow } from '../store/lease/lease';
import { type KeptRun, NO_STOP_REQUEST, NotResumableError, type Runs } from '../store/runs';
import { hasDied } from './has-died';
import { message } from '../messages/message';

/** A run that comes no further, however often a server goes on with it, may be what ends the server. */
const MOST_REVIVALS = 5;

export interface Reviving {
  readonly strapi: Core.Strapi;
  readonly runs: Runs;
  readonly resume: (run: KeptRun) => Promise<unknown>;
}

async function reviveRun(run: KeptRun, { strapi, runs, resume }: Reviving): Promise<void> {
  const end = (changes: object) => runs.set(run.id, { finishedAt: new Date(), ...NO_STOP_REQUEST, ...changes });
  if (run.wish !== null) return end({ state: run.wish === 'pause' ? 'paused' : 'cancelled' });
  // It waits for its turn, however long another import takes: that says nothing about what ends the server.
  if ((await runningNow(strapi)) !== null) return;
  const revivals = (run.revivals ?? 0) + 1;
  if (revivals > MOST_REVIVALS) {
    return end({ state: 'failed', ...failureColumns(message('failed-repeatedly', { times: MOST_REVIVALS })) });
  }
  await runs.set(run.id, { revivals });
  try {
    await resume(run);
  } catch (cause) {
    // Then another node has been quicker.
    if (cause instanceof BusyError || cause instanceof NotResumableError) return;
    await end({ state: 'failed', ...failureColumns(failureOf(cause)) });
  }
}

/**
 * Goes on with runs that a server was carrying out when it ended, whichever way. Of runs that are carried out by a server
 * that lives, nothing is touched.
 */
export async function reviveRuns(reviving: Reviving): Promise<void> {
  const { strapi, runs } = reviving;
  for (const preview of await runs.runningPreviews()) {
    if (!(await hasDied(strapi, preview))) continue;
    await runs.set(preview.id, { state: 'failed', ...failureColumns(message('preview-ended', {})), finishedAt: new Date() });
  }
  for (const run of await runs.abandoned()) {
    if (run.state !== 'running' || (await hasDied(strapi, run))) await reviveRun(run, reviving);
  }
}
