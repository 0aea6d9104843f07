import type { Core } from '@strapi/strapi';
import { isServing } from './serving-pace';

/** After so many pages of 4 KB SQLite moves what was written from its log into the file: 1,000 is its own setting. */
const USUAL = 1_000;
export const PAGES_BETWEEN_RARE_CHECKPOINTS = 16_000;

const setCheckpoints = (strapi: Core.Strapi, pages: number) => strapi.db.connection.raw(`pragma wal_autocheckpoint = ${pages}`);

/**
 * Does work that writes a lot. On SQLite every checkpoint costs two flushes of the disk, and pages that are written again and
 * again are moved each time: an import that has the process to itself has them rarely. Where requests are answered, which
 * would wait for a large one, they stay small.
 */
export async function withRareCheckpoints<Result>(strapi: Core.Strapi, work: () => Promise<Result>): Promise<Result> {
  if (strapi.db.dialect.client !== 'sqlite' || isServing(strapi)) return work();
  await setCheckpoints(strapi, PAGES_BETWEEN_RARE_CHECKPOINTS);
  try {
    return await work();
  } finally {
    await setCheckpoints(strapi, USUAL);
  }
}
