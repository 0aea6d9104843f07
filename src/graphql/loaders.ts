import DataLoader from 'dataloader';
import type { Core, UID } from '@strapi/strapi';
import { viewCountsOf } from '../api/views/services/view-count';
import { numberList, readerOf } from '../news/reader/reader';
import { rowsOf } from '../plugins/importer/server/src/database/rows';
import { createNeighbourLoader } from './neighbour-loader';
import { perRequest } from './per-request';

interface Identified {
  readonly id: number;
}

/** Answers in the order of the keys; null where there is nothing. */
const inOrder = <Key, Value>(keys: readonly Key[], found: ReadonlyMap<Key, Value>) => keys.map((key) => found.get(key) ?? null);

export function rowLoader(strapi: Core.Strapi, uid: UID.Schema) {
  return new DataLoader<number, Identified | null>(async (ids) => {
    const rows = await rowsOf<Identified>(strapi, uid).findMany({ where: { id: { $in: ids } } });
    return inOrder(ids, new Map(rows.map((row) => [row.id, row])));
  });
}

/** @param statement selects `id`, the number of an article's row, and `value`, ending with `in` for a list of those numbers. */
function fieldLoader<Value>(strapi: Core.Strapi, statement: string) {
  return new DataLoader<number, Value | null>(async (ids) => {
    const rows = await readerOf(strapi).all(`${statement} ${numberList(strapi)}`, [JSON.stringify(ids)]);
    return inOrder(ids, new Map(rows.map(({ id, value }) => [Number(id), value as Value])));
  });
}

/**
 * Numbers of rows that articles are linked to, in their order, by the numbers of the articles' rows.
 *
 * @param link a table of links; `name` is what its columns are called after.
 */
export function linkLoader(strapi: Core.Strapi, { table, name }: { readonly table: string; readonly name: string }) {
  const statement = `select article_id, ${name}_id as value from ${table} where article_id in ${numberList(strapi)} order by ${name}_ord, id`;
  return new DataLoader<number, readonly number[]>(async (ids) => {
    const found = new Map(ids.map((id) => [id, [] as number[]]));
    for (const row of await readerOf(strapi).all(statement, [JSON.stringify(ids)])) {
      found.get(Number(row['article_id']))?.push(Number(row['value']));
    }
    return ids.map((id) => found.get(id) ?? []);
  });
}

const LINKED_CATEGORY = 'select article_id as id, category_id as value from articles_category_lnk where article_id in';
const linkedFile = (type: string, field: string) => `select related_id as id, file_id as value from files_related_mph
  where related_type = '${type}' and field = '${field}' and related_id in`;
const BODY = 'select id, body as value from articles where id in';

function createLoaders(strapi: Core.Strapi) {
  return {
    categories: rowLoader(strapi, 'api::category.category'),
    files: rowLoader(strapi, 'plugin::upload.file'),
    /** Numbers of the rows that others are linked to, by the numbers of the others' rows. */
    linkedCategories: fieldLoader<number>(strapi, LINKED_CATEGORY),
    linkedCovers: fieldLoader<number>(strapi, linkedFile('api::article.article', 'cover')),
    linkedLogos: fieldLoader<number>(strapi, linkedFile('api::partner-link.partner-link', 'logo')),
    /** Blocks as JSON texts. */
    bodies: fieldLoader<string>(strapi, BODY),
    /** Counts by document id. */
    views: new DataLoader<string, number>(async (documentIds) => {
      const counts = await viewCountsOf(strapi).read(documentIds);
      return documentIds.map((documentId) => counts.get(documentId) ?? 0);
    }),
    neighbours: createNeighbourLoader(strapi),
  };
}

/** Loaders that live as long as a request: all that its fields ask for at a time is read with one statement for each kind. */
export const createLoadersOf = (strapi: Core.Strapi) => perRequest(() => createLoaders(strapi));
