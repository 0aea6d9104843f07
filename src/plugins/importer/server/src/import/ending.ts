/** How a run ends that is stopped before it is through. What was written stays. */
export type Ending = 'interrupted' | 'paused' | 'cancelled';

/** The reason of a signal that is aborted because a person asked for it. */
export class StopRequest {
  constructor(readonly ending: Exclude<Ending, 'interrupted'>) {}
}

/** How a run ends by a signal; null when it is to go on. */
export function endingBy(signal: AbortSignal | undefined): Ending | null {
  if (signal?.aborted !== true) return null;
  const reason: unknown = signal.reason;
  return reason instanceof StopRequest ? reason.ending : 'interrupted';
}
