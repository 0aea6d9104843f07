/** How a run ends that was told to end before it was through. What was written stays. */
export type Ending = 'interrupted' | 'paused' | 'cancelled';

/** Why a signal is aborted when a person wants it. */
export class StopWish {
  constructor(readonly ending: Exclude<Ending, 'interrupted'>) {}
}

/** How a run ends by a signal; null when it is to go on. */
export function endingBy(signal: AbortSignal | undefined): Ending | null {
  if (signal?.aborted !== true) return null;
  const reason: unknown = signal.reason;
  return reason instanceof StopWish ? reason.ending : 'interrupted';
}
