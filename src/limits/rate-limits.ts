import { isIPv6 } from 'node:net';
import type { Core } from '@strapi/strapi';
import { type RateLimiterAbstract, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { readEnvironment } from '../environment/environment';
import { BoundedLimiter } from './bounded-limiter';

/** What is limited, each by itself. */
export type Limited = 'search' | 'views';

/** Limits how often one address may do something. */
export interface RateLimits {
  /** Counts a request. @returns 0 where it may go on, or else for how many seconds its sender should wait. */
  take(what: Limited, ip: string): Promise<number>;
}

const MINUTE = 60;

/** Whoever has one address of IPv6 mostly has all that begin with the same 64 bits. */
function ownerOf(ip: string): string {
  if (!isIPv6(ip) || ip.includes('.')) return ip;
  const [head = '', tail = ''] = ip.split('::');
  const groups = head === '' ? [] : head.split(':');
  const ending = tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - ending.length) }, () => '0');
  return [...groups, ...(ip.includes('::') ? zeros : []), ...ending].slice(0, 4).join(':');
}

/** Counts in memory, or in a table that nodes share. Where the table can't be made or asked, each node counts for itself. */
function createLimiter(strapi: Core.Strapi, what: Limited, points: number): Promise<RateLimiterAbstract> {
  const isShared = readEnvironment().RATE_LIMIT_SHARED && strapi.db.dialect.client === 'postgres';
  const options = { keyPrefix: what, points, duration: MINUTE };
  const inMemory = new BoundedLimiter(options);
  if (!isShared) return Promise.resolve(inMemory);
  const store = { storeClient: strapi.db.connection, storeType: 'knex', tableName: `rate_limits_${what}`, insuranceLimiter: inMemory };
  return new Promise((resolve) => {
    const inTable = new RateLimiterPostgres({ ...options, ...store }, (cause) => {
      if (cause) strapi.log.error(`Rate limits can't be shared: ${cause.message}`);
      resolve(cause ? inMemory : inTable);
    });
  });
}

function createRateLimits(strapi: Core.Strapi): RateLimits {
  const { SEARCHES_PER_MINUTE, VIEWS_PER_MINUTE } = readEnvironment();
  const points: Readonly<Record<Limited, number>> = { search: SEARCHES_PER_MINUTE, views: VIEWS_PER_MINUTE };
  const limiters = new Map(
    Object.entries(points)
      .filter(([, most]) => most > 0)
      .map(([what, most]) => [what, createLimiter(strapi, what as Limited, most)] as const),
  );

  return {
    async take(what, ip) {
      try {
        await (await limiters.get(what))?.consume(ownerOf(ip));
        return 0;
      } catch (cause) {
        if (cause instanceof RateLimiterRes) return Math.max(1, Math.ceil(cause.msBeforeNext / 1000));
        throw cause;
      }
    },
  };
}

const NAME = 'newsroom.rate-limits';

/** The limits of a running Strapi, once `registerRateLimits` was called. */
export const rateLimitsOf = (strapi: Core.Strapi): RateLimits => strapi.get<RateLimits>(NAME);

/** Call it in `register`. */
export function registerRateLimits(strapi: Core.Strapi): void {
  strapi.add(NAME, () => createRateLimits(strapi));
}
