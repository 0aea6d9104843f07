import autocannon from 'autocannon';
import { percentile } from '../percentile';

/** What is asked for, over and over. */
export interface Load {
  readonly method?: 'GET' | 'POST';
  /** Paths with queries, asked for in turn. */
  readonly paths: readonly string[];
  /** Sent as JSON. */
  readonly body?: object;
  readonly connections?: number;
  /** How many answers are waited for, where they are too slow to be counted by the second. */
  readonly amount?: number;
}

export interface Figures {
  /** Answers in a second. */
  readonly rps: number;
  /** Milliseconds until half of the answers, and 99 % of them, were there. */
  readonly p50: number;
  readonly p99: number;
}

const CONNECTIONS = 8;
const WARM_UP_SECONDS = 2;
const TIMEOUT_SECONDS = 300;

function send(url: string, { method = 'GET', paths, body, connections = CONNECTIONS, amount }: Load, seconds: number): Promise<Figures> {
  const requests = paths.map((path) => ({
    method,
    path,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }));
  const extent = amount === undefined ? { duration: seconds } : { amount };
  return new Promise((resolve, reject) => {
    const latencies: number[] = [];
    let refused = 0;
    const instance = autocannon({ url, connections, requests, timeout: TIMEOUT_SECONDS, ...extent }, (error: unknown, result) => {
      if (error instanceof Error) {
        reject(error);
        return;
      }
      if (refused + result.errors > 0) {
        reject(new Error(`${paths[0] ?? ''}: ${refused} refused, ${result.errors} failed`));
        return;
      }
      // Autocannon's own percentiles are whole milliseconds, which is too coarse here.
      const sorted = Float64Array.from(latencies).sort();
      resolve({ rps: latencies.length / result.duration, p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99) });
    });
    instance.on('response', (_client, status, _bytes, milliseconds) => {
      if (status >= 400) refused += 1;
      latencies.push(milliseconds);
    });
  });
}

/**
 * Sends requests from several connections, each as soon as the one before is answered, after two seconds of warming up.
 *
 * @throws Error when one is refused or fails.
 */
export async function measureLoad(url: string, load: Load, seconds: number): Promise<Figures> {
  if (load.amount === undefined) await send(url, load, WARM_UP_SECONDS);
  return send(url, load, seconds);
}
