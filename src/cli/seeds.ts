import { isDeepStrictEqual } from 'node:util';
import type { Core } from '@strapi/strapi';
import { rowsOf } from '../plugins/importer/server/src/database/rows';

/** Invented pages, which show what Newsroom does. */
export const SEEDS = ['seeds'];

const NEWS = ['api::article.article', 'api::category.category', 'api::partner-link.partner-link', 'api::site.site'] as const;

/** States of an import that is not at its end. */
const BEGUN = ['running', 'paused', 'interrupted', 'failed'];

interface Run {
  readonly source: unknown;
  readonly state: string;
}

/**
 * Whether the seeds are to be imported: into a newsroom in which no import has ever run and nobody has written anything, so that
 * invented news, names and partners never come into a real one. Where the only import is one of the seeds that was interrupted, it is
 * gone on with.
 */
export async function awaitsSeeds(strapi: Core.Strapi): Promise<boolean> {
  const imports = { where: { kind: 'import' }, select: ['source', 'state'], limit: 2 };
  const [first, second] = await rowsOf<Run>(strapi, 'plugin::importer.run').findMany(imports);
  if (first !== undefined) return second === undefined && isDeepStrictEqual(first.source, SEEDS) && BEGUN.includes(first.state);
  const counts = await Promise.all(NEWS.map((uid) => rowsOf(strapi, uid).count({})));
  return counts.every((count) => count === 0);
}
