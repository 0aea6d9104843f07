import type { Core } from '@strapi/strapi';
import { keepStatistics, type Statistics } from '../database/statistics';
import { contentModelOf } from './content-model';
import { ENTRY, ITEM } from './uids';

/** Keeps the database's notion of the tables true that an import fills. It is told of articles. */
export function statisticsOfImport(strapi: Core.Strapi): Statistics {
  const { article, terms, views, derivedTables } = contentModelOf(strapi);
  const written = [article, terms.category, views].flatMap((type) => type?.uid ?? []);
  const own = [...written, ITEM, ENTRY].map((uid) => strapi.db.metadata.get(uid));
  const links = own.flatMap(({ attributes }) =>
    Object.values(attributes).flatMap((attribute) => ('joinTable' in attribute ? [attribute.joinTable.name] : [])),
  );
  return keepStatistics(strapi, [...new Set([...own.map(({ tableName }) => tableName), ...links, ...derivedTables])]);
}
