import type { Core } from '@strapi/strapi';
import { describePlainTable } from '../bulk/model/plain-table';
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
  const { table, columnOf } = describePlainTable(strapi, ITEM);
  const [page, targetId, sketch] = (['page', 'targetId', 'sketch'] as const).map(columnOf) as [string, string, string];
  let last = 0;
  for (;;) {
    // Straight from the table: Strapi's query engine takes several times as long for so many rows.
    const rows = (await strapi.db
      .connection(table)
      .select({ id: 'id', page, targetId, sketch, run: columnOf('run') })
      .where('id', '>', last)
      .whereNotNull(sketch)
      .orderBy('id')
      .limit(AT_ONCE)) as Row[];
    for (const row of rows) yield { page: row.page, documentId: row.targetId, sketch: row.sketch, isNew: row.run === run };
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.id ?? last;
  }
}
