import type { Ending } from '../import/ending';
import type { KeptRun, Runs } from './runs';

/** A stop request is looked for at most so often: chunks of a server are shorter. */
const LOOK_EVERY_MS = 200;

const ENDINGS: Record<NonNullable<KeptRun['wish']>, Ending> = { pause: 'paused', cancel: 'cancelled' };

/**
 * Looks whether somebody wants a run to end, who may be on another node than the one that carries it out.
 *
 * @returns a function to be asked before each chunk.
 */
export function watchStopRequests(runs: Runs, run: () => number): () => Promise<Ending | null> {
  let last = 0;
  return async () => {
    if (Date.now() - last < LOOK_EVERY_MS) return null;
    last = Date.now();
    const asked = await runs.stopRequestOf(run());
    return asked === null ? null : ENDINGS[asked];
  };
}
