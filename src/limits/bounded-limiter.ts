import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { createBoundedCounts } from './bounded-counts';

/** Counts in memory, as its base class does, which keeps every key. */
export class BoundedLimiter extends RateLimiterMemory {
  readonly #counts = createBoundedCounts();

  override consume(key: string | number, points = 1): Promise<RateLimiterRes> {
    const count = this.#counts.of(String(key), this.duration * 1000);
    count.times += points;
    const left = Math.max(0, this.points - count.times);
    const told = new RateLimiterRes(left, count.until - Date.now(), count.times, count.times === points);
    // The library's limiters refuse so.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    return count.times > this.points ? Promise.reject(told) : Promise.resolve(told);
  }
}
