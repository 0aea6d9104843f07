import type { Core } from '@strapi/strapi';
import { rowsOf } from '../../../../../strapi/rows';
import type { Sketched } from '../pipeline/store';
import { ITEM } from './uids';

interface Row {
  readonly id: number;
  readonly page: string;
  readonly targetId: string;
  readonly sketch: string;
  readonly run: number;
}

/** So many are read together. */
const AT_ONCE = 5000;

/**
 * What near-duplicates are told by, of every article that imports have made.
 *
 * @param run the run whose stories are new.
 */
export async function* readSketches(strapi: Core.Strapi, run: number | null): AsyncGenerator<Sketched> {
  let last = 0;
  for (;;) {
    const where = { id: { $gt: last }, sketch: { $notNull: true } };
    const select = ['id', 'page', 'targetId', 'sketch', 'run'];
    const rows = await rowsOf<Row>(strapi, ITEM).findMany({ select, where, orderBy: { id: 'asc' }, limit: AT_ONCE });
    for (const { page, targetId, sketch, run: of } of rows) yield { page, documentId: targetId, sketch, isNew: of === run };
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.id ?? last;
  }
}
