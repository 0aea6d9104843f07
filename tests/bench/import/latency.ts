import { percentile } from '../percentile';
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
