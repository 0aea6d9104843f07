import type { Core } from '@strapi/strapi';

/** How far a table is filled. */
interface Fill {
  readonly rows: number;
  readonly lastId: number;
}

export type Fills = ReadonlyMap<string, Fill>;

/** A table that has more rows than before. */
export interface GrownTable {
  readonly name: string;
  readonly rows: number;
  /** The new rows have ids above this. */
  readonly lastIdBefore: number;
  readonly lastId: number;
  /** Columns that hold ids of other tables' rows. */
  readonly references: readonly { readonly column: string; readonly table: string }[];
}

interface Counted {
  readonly rows: number | string;
  readonly lastId: number | string | null;
}

/** Looks how far every table of Strapi's models is filled. */
export async function readFills(strapi: Core.Strapi): Promise<Fills> {
  const names = new Set([...strapi.db.metadata.values()].map(({ tableName }) => tableName));
  const fills = new Map<string, Fill>();
  for (const name of names) {
    const [counted] = (await strapi.db.connection(name).count('* as rows').max('id as lastId')) as unknown as readonly Counted[];
    fills.set(name, { rows: Number(counted?.rows), lastId: Number(counted?.lastId) });
  }
  return fills;
}

/** The tables that have grown from one look to the next. */
export function grownTables(strapi: Core.Strapi, before: Fills, after: Fills): GrownTable[] {
  const metadata = new Map([...strapi.db.metadata.values()].map((model) => [model.tableName, model]));
  return [...after].flatMap(([name, { rows, lastId }]) => {
    const standing = before.get(name) ?? { rows: 0, lastId: 0 };
    if (rows <= standing.rows) return [];
    const keys = metadata.get(name)?.foreignKeys ?? [];
    const references = keys.flatMap(({ columns, referencedTable }) => columns.map((column) => ({ column, table: referencedTable })));
    return [{ name, rows: rows - standing.rows, lastIdBefore: standing.lastId, lastId, references }];
  });
}
