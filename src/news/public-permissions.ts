import type { Core } from '@strapi/strapi';
import { readerOf } from './reader/reader';

const GRANTED = `select p.action from up_permissions p
  join up_permissions_role_lnk l on l.permission_id = p.id
  join up_roles r on r.id = l.role_id
  where r.type = 'public'`;

/** For how long a permission that was taken away may still be used, in milliseconds. */
const FRESH = 1000;

/** What the public role may do, read from the database at most once a second. */
export function createPublicPermissions(strapi: Core.Strapi): { allows(action: string): boolean | Promise<boolean> } {
  let granted: ReadonlySet<unknown> = new Set();
  let readAt = -Infinity;
  let reading: Promise<void> | undefined;

  const read = async () => {
    const startedAt = performance.now();
    const rows = await readerOf(strapi).all(GRANTED, []);
    granted = new Set(rows.map(({ action }) => action));
    readAt = startedAt;
  };

  return {
    allows(action) {
      if (performance.now() - readAt < FRESH) return granted.has(action);
      reading ??= read().finally(() => (reading = undefined));
      return reading.then(() => granted.has(action));
    },
  };
}
