import type { Core } from '@strapi/strapi';
import { type NewAction, recordAction } from './record-action';

/**
 * Has something done in one transaction with the record of who did it: both are kept, or neither.
 *
 * The record comes first: in SQLite a transaction that begins with a write waits its turn, and one that has read before fails
 * when another process writes meanwhile.
 */
export function recordWith<Result>(strapi: Core.Strapi, action: NewAction, act: () => Promise<Result>): Promise<Result> {
  return strapi.db.transaction(async () => {
    await recordAction(strapi, action);
    return act();
  }) as Promise<Result>;
}
