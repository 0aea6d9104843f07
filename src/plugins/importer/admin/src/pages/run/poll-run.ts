import type { Run, RunState } from '../../../../shared/contracts/runs';

const AGAIN_AFTER: Readonly<Partial<Record<RunState, number>>> = { running: 1000, interrupted: 3000, paused: 4000 };

/** Somebody else may have it go on. */
const RESUMED_AFTER = 4000;

/** A run that goes on is asked for every second; one that waits, less often; one that has ended, no more. */
export const pollRun = ({ state, canResume }: Run): number | null => AGAIN_AFTER[state] ?? (canResume ? RESUMED_AFTER : null);

/** Whether there may be more to come. */
export const goesOn = ({ state }: Run): boolean => AGAIN_AFTER[state] !== undefined;
