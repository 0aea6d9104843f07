import { createHash, createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { dayOf } from '../derived/most-read/move-windows';
import { readSecret } from '../environment/secrets';

/** Readers and what they read lately: some tens of megabytes at most. The eldest are forgotten first. */
const MOST_REMEMBERED = 200_000;

/** Tells views that one reader repeats in a short time. */
export interface Repeats {
  /** @returns false for a reader who has read the article lately; remembers others. */
  isNew(documentId: string, ip: string, userAgent: string): boolean;
  /** Forgets a reader whose view could not be counted. */
  forget(documentId: string, ip: string, userAgent: string): void;
}

/**
 * Remembers readers in memory, by a hash of address and user agent with a salt that is another each day: no address is kept, and
 * none can be found out from what is.
 *
 * @param minutes how long; with 0 nobody is remembered.
 */
export function createRepeats(minutes: number): Repeats {
  const seen = new LRUCache<string, true>({ max: MOST_REMEMBERED, ttl: Math.max(1, minutes * 60_000) });
  let salt = { day: -1, value: '' };

  const saltOf = (day: number) => {
    if (salt.day !== day)
      salt = { day, value: createHmac('sha256', readSecret('APP_KEYS')).update(`views of day ${day}`).digest('base64') };
    return salt.value;
  };
  const keyOf = (...parts: readonly string[]) =>
    createHash('sha256')
      .update(JSON.stringify([saltOf(dayOf(Date.now())), ...parts]))
      .digest('base64');

  return {
    isNew(...reader) {
      if (minutes === 0) return true;
      const key = keyOf(...reader);
      if (seen.has(key)) return false;
      seen.set(key, true);
      return true;
    },
    forget(...reader) {
      seen.delete(keyOf(...reader));
    },
  };
}
