import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { importerOf } from './boot';

/** Invented pages, which show what Newsroom does. */
export const SEEDS = ['seeds'];

const NEWS = ['api::article.article', 'api::category.category', 'api::partner-link.partner-link', 'api::site.site'] as const;

/** States of an import that is not at its end. */
const BEGUN = ['running', 'paused', 'interrupted', 'failed'];

/**
 * Whether the seeds are to be imported: into a newsroom in which no import has ever run and nobody has written anything, so that
 * invented news, names and partners never come into a real one. Where the only import is one of the seeds that was interrupted, it is
 * gone on with.
 */
export async function awaitsSeeds(strapi: Core.Strapi): Promise<boolean> {
  const [last, before] = await importerOf(strapi).runs(2);
  if (last !== undefined) return before === undefined && isDeepStrictEqual(last.source, SEEDS) && BEGUN.includes(last.state);
  const counts = await Promise.all(NEWS.map((uid) => strapi.db.query(uid).count({})));
  return counts.every((count) => count === 0);
}
