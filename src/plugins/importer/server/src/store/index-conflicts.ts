import type { Core } from '@strapi/strapi';
import { ITEM } from './uids';

/**
 * Makes an index of the items whose conflicts wait for a person. Of the others, which are nearly all, it holds nothing, so
 * that it costs an import nothing; Strapi's schemas know no such index. Call it in `bootstrap`: where a table was rebuilt,
 * it is made again.
 */
export async function indexConflicts(strapi: Core.Strapi): Promise<void> {
  const { tableName } = strapi.db.metadata.get(ITEM);
  await strapi.db.connection.raw(
    'create index if not exists importer_items_conflicts_idx on ?? (conflicts_in) where conflicts_in is not null',
    [tableName],
  );
}
