import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { Stores } from 'koa2-ratelimit';
import { createBoundedCounts } from './bounded-counts';

interface Options {
  /** Milliseconds. */
  readonly interval: number;
}

/**
 * Where Strapi counts how often somebody has tried to sign in. Its own store keeps each name that was typed, of whatever length, for
 * five minutes.
 */
class LoginCounts extends Stores.Store {
  readonly #counts = createBoundedCounts();

  #countOf(key: string, { interval }: Options) {
    return this.#counts.of(createHash('sha256').update(key).digest('base64'), interval);
  }

  incr(key: string, options: Options, weight: number): Promise<{ counter: number; dateEnd: number }> {
    const count = this.#countOf(key, options);
    count.times += weight;
    return Promise.resolve({ counter: count.times, dateEnd: count.until });
  }

  decrement(key: string, options: Options, weight: number): void {
    this.#countOf(key, options).times -= weight;
  }

  saveAbuse(): void {
    // The answer is a 429, which is all that anybody looks for.
  }
}

/** Gives it to the panel and to readers' accounts: Strapi copies what stands in files of configuration. Call it in `register`. */
export function boundLoginCounts(strapi: Core.Strapi): void {
  const limits = { enabled: true, store: new LoginCounts() };
  for (const name of ['admin.rateLimit', 'plugin::users-permissions.ratelimit']) {
    strapi.config.set(name, { ...strapi.config.get<object>(name, {}), ...limits });
  }
}
