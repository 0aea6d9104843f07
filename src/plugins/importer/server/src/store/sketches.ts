import type { Core } from '@strapi/strapi';
import { describePlainTable } from '../bulk/model/plain-table';
import type { Sketched, Teller } from '../pipeline/store';
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

/** Straight from the table: Strapi's query engine takes several times as long for so many rows. */
function itemsOf(strapi: Core.Strapi) {
  const { table, columnOf } = describePlainTable(strapi, ITEM);
  const columns = Object.fromEntries((['page', 'targetId', 'sketch', 'run'] as const).map((field) => [field, columnOf(field)]));
  return { select: () => strapi.db.connection(table).select({ id: 'id', ...columns }), sketch: columnOf('sketch') };
}

/**
 * What near-duplicates are told by, of every article that imports have made.
 *
 * @param isNew tells of a row whether it belongs to the run that asks.
 */
export async function* readSketches(strapi: Core.Strapi, isNew: (row: Row) => boolean): AsyncGenerator<readonly Sketched[]> {
  const items = itemsOf(strapi);
  let last = 0;
  for (;;) {
    const rows = (await items.select().where('id', '>', last).whereNotNull(items.sketch).orderBy('id').limit(AT_ONCE)) as Row[];
    yield rows.map((row) => ({ id: row.id, sketch: row.sketch, isNew: isNew(row) }));
    if (rows.length < AT_ONCE) return;
    last = rows.at(-1)?.id ?? last;
  }
}

/** The pages and articles of some sketches. */
export async function findTellers(strapi: Core.Strapi, ids: readonly number[]): Promise<Map<number, Teller>> {
  const items = itemsOf(strapi);
  const tellers = new Map<number, Teller>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const rows = (await items.select().whereIn('id', ids.slice(start, start + AT_ONCE))) as Row[];
    for (const { id, page, targetId } of rows) tellers.set(id, { page, documentId: targetId });
  }
  return tellers;
}
