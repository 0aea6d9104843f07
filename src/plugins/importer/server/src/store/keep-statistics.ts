import type { Core } from '@strapi/strapi';
import { keepStatistics, type Statistics } from '../database/statistics';
import { ARTICLE, CATEGORY, ENTRY, ITEM, VIEWS } from './uids';

/** Kept by the triggers of the news API. */
const DERIVED = ['published_articles'];

/** Keeps the database's notion of the tables true that an import fills. It is told of articles. */
export function statisticsOfImport(strapi: Core.Strapi): Statistics {
  const own = [ARTICLE, CATEGORY, ITEM, ENTRY, VIEWS].map((uid) => strapi.db.metadata.get(uid));
  const links = own.flatMap(({ attributes }) =>
    Object.values(attributes).flatMap((attribute) => ('joinTable' in attribute ? [attribute.joinTable.name] : [])),
  );
  return keepStatistics(strapi, [...new Set([...own.map(({ tableName }) => tableName), ...links, ...DERIVED])]);
}
