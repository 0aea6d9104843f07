import type { Sample } from './tasks/send-requests';

/** How long answers took. */
export interface Latency {
  readonly requests: number;
  /** Answers other than 200. */
  readonly failed: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly longestMs: number;
}

/** The value that the given share of the values does not exceed, by nearest rank. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function latencyOf(samples: readonly Sample[]): Latency {
  const sorted = samples.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    requests: samples.length,
    failed: samples.filter(({ ok }) => !ok).length,
    medianMs: percentile(sorted, 0.5),
    p99Ms: percentile(sorted, 0.99),
    longestMs: percentile(sorted, 1),
  };
}
