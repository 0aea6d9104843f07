import type { Dialect } from './derived-part';

/**
 * A text column of a derived table, as it is compared to one of Strapi's. PostgreSQL finds a value by an index only where both are
 * compared in the collation of the index, and derived tables have another than Strapi's.
 */
export const asInStrapi = (dialect: Dialect, column: string): string =>
  ({ sqlite: column, postgres: `${column} collate "default"` })[dialect];
