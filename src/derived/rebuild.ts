import type { Core } from '@strapi/strapi';
import type { DerivedPart } from './derived-part';
import { holdingTables } from './hold-tables';
import { lookAtTables } from '../plugins/importer/server/src/database/statistics';
import { inTransaction } from './in-transaction';

/** Rows of `articles` that are done in one transaction: some tens of milliseconds, so that nobody waits long. */
const BATCH = 2000;

/** What derived tables are made from. */
const SOURCES = ['articles', 'articles_category_lnk', 'categories', 'view_counts', 'views_by_day'];

/** The highest number that a row of `articles` can have. */
const LAST = 2_147_483_647;

/**
 * Makes derived tables anew, in batches, while readers and writers go on: the triggers keep right what is done already.
 *
 * @returns how many articles, drafts among them, were gone through for each part.
 */
export async function rebuild(strapi: Core.Strapi, parts: readonly DerivedPart[]): Promise<number> {
  const [highest] = await inTransaction(strapi, (run) => run('select coalesce(max(id), 0) as id, count(*) as count from articles'));
  await lookAtTables(strapi, SOURCES);
  const batches = Math.ceil((Number(highest?.['id']) + 1) / BATCH);
  for (const part of parts) {
    for (let batch = 0; batch <= batches; batch += 1) {
      const first = batch * BATCH;
      const last = batch === batches ? LAST : first + BATCH - 1;
      await holdingTables(strapi, (run) => part.rebuild(run, first, last));
    }
  }
  return Number(highest?.['count']);
}
