import type { Core } from '@strapi/strapi';
import { ARTICLE, CATEGORY, ENTRY, ITEM, VIEWS } from './uids';

/** After so many articles the database looks at its tables for the first time, and again whenever there are `GROWTH` times as many. */
const FIRST = 250;
const GROWTH = 4;

/** Kept by the triggers of the news API. */
const DERIVED = ['published_articles'];

/** Keeps a database's notion of its tables true while they grow. */
export interface Statistics {
  /** Tells of articles that were written and committed. */
  wrote(articles: number): Promise<void>;
}

/**
 * Lets PostgreSQL look at the tables that an import fills. It plans by what it knows of them, and would not look by itself before a
 * minute has passed: until then, and in triggers for as long as a connection lasts, it would read whole tables where an index does.
 */
export function keepStatistics(strapi: Core.Strapi): Statistics {
  if (strapi.db.dialect.client !== 'postgres') return { wrote: () => Promise.resolve() };
  const { metadata, connection } = strapi.db;
  const own = [ARTICLE, CATEGORY, ITEM, ENTRY, VIEWS].map((uid) => metadata.get(uid));
  const links = own.flatMap(({ attributes }) =>
    Object.values(attributes).flatMap((attribute) => ('joinTable' in attribute ? [attribute.joinTable.name] : [])),
  );
  const tables = [...new Set([...own.map(({ tableName }) => tableName), ...links, ...DERIVED])];
  let written = 0;
  let next = FIRST;
  return {
    async wrote(articles) {
      written += articles;
      if (written < next) return;
      next = written * GROWTH;
      const named = await connection('pg_tables')
        .whereIn('tablename', tables)
        .whereRaw('schemaname = any(current_schemas(false))')
        .pluck('tablename');
      await connection.raw(`analyze ${named.map(() => '??').join(', ')}`, named);
    },
  };
}
