/** How far a run was at a moment. */
export interface Sample {
  /** Milliseconds, of a clock that only goes forward. */
  readonly at: number;
  readonly position: number;
}

const REMEMBERED_MS = 20_000;
const ENOUGH_MS = 3000;

/**
 * The samples with a new one. What is older than the last seconds tells nothing about now, and neither does what came before a
 * step back, or before the first step: a run reads through its pages before it brings in the first.
 */
export function remember(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last !== undefined && sample.position < last.position) return [sample];
  if (samples.every(({ position }) => position === sample.position)) return [sample];
  return [...samples.filter(({ at }) => sample.at - at <= REMEMBERED_MS), sample];
}

/** Pages a second; null while too little has been seen to tell. */
export function measureSpeed(samples: readonly Sample[]): number | null {
  const [first, last] = [samples.at(0), samples.at(-1)];
  if (first === undefined || last === undefined || last.at - first.at < ENOUGH_MS) return null;
  const speed = ((last.position - first.position) / (last.at - first.at)) * 1000;
  return speed > 0 ? speed : null;
}
