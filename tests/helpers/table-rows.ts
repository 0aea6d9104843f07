import type { Core } from '@strapi/strapi';

type Row = Readonly<Record<string, unknown>>;
type Table = Record<string, unknown>[];

/** Every table of Strapi's models as it stands, with numbers that differ between runs replaced by what they mean. */
export type Tables = Readonly<Record<string, Table>>;

/** Settings, and when jobs have run last: they may run at any time. */
const JOBS = 'strapi::core-store';

const TIMESTAMPS = ['created_at', 'updated_at', 'published_at'];

const timeOf = (value: unknown) => new Date(value as string | number | Date).getTime();

/** Join tables of components: their foreign key names the entity, their type column the component. */
const isComponentLink = (row: Row) => 'cmp_id' in row && 'component_type' in row;

/**
 * Components in their places, counted from 1 in each field. The Document Service counts so when it creates, and through all
 * fields of an entry when a repeatable component has been updated (`cleanOrderColumns` leaves the field out).
 */
function countPlaces(rows: readonly Row[]): Row[] {
  const fields = new Map<string, Row[]>();
  for (const row of rows) {
    const field = JSON.stringify([row['entity_id'], row['field']]);
    fields.set(field, [...(fields.get(field) ?? []), row]);
  }
  return [...fields.values()].flatMap((list) =>
    list.sort((a, b) => Number(a['order']) - Number(b['order'])).map((row, index) => ({ ...row, order: index + 1 })),
  );
}

/**
 * The Document Service leaves the links of a dynamic zone behind when an update empties it, though the components are gone.
 * The query engine passes over them; bulk writing takes them away.
 */
function dropOrphans(strapi: Core.Strapi, tables: Map<string, Row[]>): number {
  let dropped = 0;
  for (const [table, rows] of tables) {
    if (!rows.some(isComponentLink)) continue;
    const standing = rows.filter(({ component_type: uid, cmp_id: id }) => {
      const components = tables.get(strapi.db.metadata.get(String(uid)).tableName) ?? [];
      return components.some((component) => component['id'] === id);
    });
    dropped += rows.length - standing.length;
    tables.set(table, countPlaces(standing));
  }
  return dropped;
}

async function readAll(strapi: Core.Strapi): Promise<Map<string, Row[]>> {
  const tables = new Map<string, Row[]>();
  await strapi.db.transaction(async ({ trx }: { trx: never }) => {
    for (const { tableName } of [...strapi.db.metadata.values()].filter(({ uid }) => uid !== JOBS)) {
      const rows = (await strapi.db.getConnection(tableName).transacting(trx).select('*')) as Row[];
      tables.set(tableName, rows);
    }
  });
  return tables;
}

/** What each row is called: documents by their place, components by where they stand, others by their number. */
function nameRows(strapi: Core.Strapi, tables: Map<string, Row[]>) {
  const names = new Map<string, string>();
  const key = (table: string, id: unknown) => `${table}#${String(id)}`;
  for (const [table, rows] of tables) {
    for (const row of rows) {
      if (row['document_id'] === undefined) continue;
      const version = row['published_at'] === null ? 'draft' : 'published';
      names.set(key(table, row['id']), [table, row['document_id'], row['locale'], version].map(String).join('/'));
    }
  }
  const parents = new Map<string, string>();
  for (const { tableName, foreignKeys } of strapi.db.metadata.values()) {
    const [owner] = foreignKeys;
    if (owner !== undefined) parents.set(tableName, owner.referencedTable);
  }
  // Components in components get their names once those that hold them have theirs.
  for (let depth = 0; depth < 4; depth += 1) {
    for (const [table, rows] of tables) {
      for (const row of rows.filter(isComponentLink)) {
        const component = strapi.db.metadata.get(String(row['component_type'])).tableName;
        const parent = names.get(key(parents.get(table) ?? '', row['entity_id']));
        if (parent === undefined) continue;
        names.set(key(component, row['cmp_id']), `${parent}.${String(row['field'])}[${String(row['order'])}]`);
      }
    }
  }
  return (table: string, id: unknown) => (id === null ? null : (names.get(key(table, id)) ?? key(table, id)));
}

/** Reads all tables, inside the transaction around it. */
async function readTables(strapi: Core.Strapi, orphans: 'passed over' | 'an error'): Promise<Tables> {
  const tables = await readAll(strapi);
  const dropped = dropOrphans(strapi, tables);
  if (orphans === 'an error' && dropped > 0) throw new Error(`${dropped} links lead to components that are gone`);
  const nameOf = nameRows(strapi, tables);
  const result: Record<string, Table> = {};

  for (const { tableName, foreignKeys } of strapi.db.metadata.values()) {
    const rows = tables.get(tableName) ?? [];
    const references = new Map(foreignKeys.map(({ columns, referencedTable }) => [columns[0] ?? '', referencedTable]));
    const pairs = new Map<string, Row[]>();
    for (const row of rows) {
      const pair = JSON.stringify([row['document_id'], row['locale']]);
      pairs.set(pair, [...(pairs.get(pair) ?? []), row]);
    }

    const normalised = rows.map((row) => {
      const entries = Object.entries(row).map(([column, value]): [string, unknown] => {
        if (column === 'id')
          return [
            column,
            row['document_id'] === undefined && nameOf(tableName, value)?.toString().includes('#') ? null : nameOf(tableName, value),
          ];
        if (TIMESTAMPS.includes(column)) return [column, value === null ? null : 'set'];
        const referenced = references.get(column);
        if (referenced !== undefined) return [column, nameOf(referenced, value)];
        if (column === 'cmp_id') return [column, nameOf(strapi.db.metadata.get(String(row['component_type'])).tableName, value)];
        if (column === 'related_id') return [column, nameOf(strapi.db.metadata.get(String(row['related_type'])).tableName, value)];
        return [column, value instanceof Date ? value.getTime() : value];
      });
      const versions = pairs.get(JSON.stringify([row['document_id'], row['locale']])) ?? [];
      const isPair = row['document_id'] !== undefined && versions.length === 2;
      const same = (column: string) => new Set(versions.map((version) => timeOf(version[column]))).size === 1;
      return Object.fromEntries([
        ...entries,
        ...(isPair ? [['pair', { created: same('created_at'), updated: same('updated_at') }] as const] : []),
      ]);
    });
    result[tableName] = normalised.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return result;
}

class Undone extends Error {}

/** Does something in a transaction, reads all tables, and undoes it. */
export async function tablesAfter(
  strapi: Core.Strapi,
  action: () => Promise<unknown>,
  orphans: 'passed over' | 'an error' = 'an error',
): Promise<Tables> {
  let tables: Tables = {};
  const undone = strapi.db.transaction(async () => {
    await action();
    tables = await readTables(strapi, orphans);
    throw new Undone();
  });
  await undone.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return tables;
}
