import type { Core } from '@strapi/strapi';
import { describePlainTable } from '../bulk/model/plain-table';
import { articleKey } from '../import/plan/ledger';
import type { Sketched, Teller } from '../import/store';
import { contentModelOf } from './content-model';
import { ITEM } from './uids';

interface Row {
  readonly id: number;
  readonly page: string;
  readonly targetId: string;
  readonly targetLocale: string;
  readonly sketch: string;
  readonly run: number;
}

/** So many are read together. */
const AT_ONCE = 5000;

/** Straight from the table: Strapi's query engine takes several times as long for so many rows. */
function itemsOf(strapi: Core.Strapi) {
  const { table, columnOf } = describePlainTable(strapi, ITEM);
  const columns = Object.fromEntries(
    (['page', 'targetId', 'targetLocale', 'sketch', 'run'] as const).map((field) => [field, columnOf(field)]),
  );
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

/** Which of the articles of some pages are still there. */
async function standingOf(strapi: Core.Strapi, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const { article } = contentModelOf(strapi);
  const { tableName } = strapi.db.metadata.get(article.uid);
  const ids = [...new Set(rows.map(({ targetId }) => targetId))];
  const articles = strapi.db.connection(tableName).distinct({ documentId: 'document_id', locale: 'locale' }).whereIn('document_id', ids);
  return new Set(
    ((await articles) as { documentId: string; locale: unknown }[]).map(({ documentId, locale }) =>
      articleKey(documentId, article.localeOf(locale)),
    ),
  );
}

/** The pages and articles of some sketches. What somebody has removed is no article any more. */
export async function findTellers(strapi: Core.Strapi, ids: readonly number[]): Promise<Map<number, Teller>> {
  const items = itemsOf(strapi);
  const tellers = new Map<number, Teller>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const rows = (await items.select().whereIn('id', ids.slice(start, start + AT_ONCE))) as Row[];
    const standing = await standingOf(strapi, rows);
    for (const { id, page, targetId, targetLocale } of rows) {
      if (standing.has(articleKey(targetId, targetLocale))) tellers.set(id, { page, documentId: targetId });
    }
  }
  return tellers;
}
