import { type Content, ENTRY_FIELDS, type Entry, type StandingEntry } from '../content/content';
import type { Targets } from '../content/resolve-targets';
import { walkContent } from '../content/walk-content';
import { DOCUMENT_COLUMN, FIELD_COLUMN, LOCALE_COLUMN, type Model, ORDER_COLUMN, PUBLISHED_COLUMN } from '../model/model';
import type { Session } from '../session';
import { removeParts } from './remove-entries';
import type { Row } from './tables';

type MutableRow = Record<string, unknown>;

function presetOf(preset: unknown): unknown {
  return typeof preset === 'function' ? (preset as () => unknown)() : preset;
}

/** Columns of the model's own table. */
function columnsOf({ toColumn }: Session, { scalars, references }: Model, content: Content, withDefaults: boolean): MutableRow {
  const row: MutableRow = {};
  for (const { name, column, type, default: preset } of scalars) {
    const given = content.scalars[name];
    const value = given === undefined && withDefaults ? presetOf(preset) : given;
    if (value !== undefined) row[column] = toColumn(type, value);
  }
  for (const { name, column } of references) {
    if (content.references[name] !== undefined) row[column] = content.references[name];
  }
  return row;
}

/** Makes rows of entries. Versions of a document that have the same content share its columns. */
function createRowMaker(session: Session, isNew: boolean) {
  const { type } = session;
  const columns = new Map(type.scalars.map(({ name, column }) => [name, column]));
  const createdColumn = columns.get('createdAt') ?? 'created_at';
  const updatedColumn = columns.get('updatedAt') ?? 'updated_at';
  // The defaults of the others would be made in vain, and a `documentId` is slow to make.
  const own = { ...type, scalars: type.scalars.filter(({ name }) => !ENTRY_FIELDS.includes(name)) };
  const made = new WeakMap<Content, MutableRow>();

  return ({ content, documentId, locale, createdAt, updatedAt, publishedAt }: Entry, id: number): Row => {
    const shared = made.get(content) ?? columnsOf(session, own, content, isNew);
    made.set(content, shared);
    const times = { [PUBLISHED_COLUMN]: publishedAt, [updatedColumn]: updatedAt };
    if (!isNew) return { id, ...shared, ...times };
    return { id, [DOCUMENT_COLUMN]: documentId, [LOCALE_COLUMN]: locale, [createdColumn]: createdAt, ...shared, ...times };
  };
}

interface Reserved {
  take(uid: string): number;
}

/** Ids for all components of all entries. */
async function reserveComponents({ models, tables }: Session, entries: readonly Entry[]): Promise<Reserved> {
  const counts = new Map<string, number>();
  for (const { content } of entries) {
    walkContent(models, content, {
      part: (model, part) => {
        if (part !== content) counts.set(model.uid, (counts.get(model.uid) ?? 0) + 1);
      },
    });
  }
  const ids = new Map<string, Iterator<number>>();
  for (const [uid, count] of counts) ids.set(uid, (await tables.reserveIds(models.get(uid).table, count)).values());
  return { take: (uid) => Number(ids.get(uid)?.next().value) };
}

/** Gathers rows by table. What is gathered first is written first. */
function createCollector() {
  const rows = new Map<string, Row[]>();
  return {
    rows,
    add(table: string, ...added: Row[]) {
      const list = rows.get(table) ?? [];
      list.push(...added);
      rows.set(table, list);
    },
  };
}

type Collector = ReturnType<typeof createCollector>;

interface Sinks {
  readonly components: Collector;
  readonly links: Collector;
}

/** Rows that belong to an entry or a component, but stand in other tables. */
function collectParts(session: Session, content: Content, id: number, entry: Entry, targets: Targets, reserved: Reserved, sinks: Sinks) {
  const { models } = session;
  const model = models.get(content.uid);

  for (const field of model.links) {
    const linked = content.links[field.name];
    if (linked === undefined) continue;
    const ids = new Set(linked.flatMap((target) => targets.idsOf(field, target, entry)));
    for (const [index, target] of [...ids].entries()) {
      const order = field.orderColumn === undefined ? {} : { [field.orderColumn]: index + 1 };
      sinks.links.add(field.table, { [field.sourceColumn]: id, [field.targetColumn]: target, ...order });
    }
  }

  const { table, fileColumn, relatedColumn, typeColumn } = models.media;
  for (const { name } of model.media) {
    const files = content.media[name];
    if (files === undefined) continue;
    for (const [index, file] of [...new Set(files)].entries()) {
      const owner = { [relatedColumn]: id, [typeColumn]: model.uid, [FIELD_COLUMN]: name };
      sinks.links.add(table, { [fileColumn]: file, ...owner, [ORDER_COLUMN]: index + 1 });
    }
  }

  for (const field of model.components) {
    for (const [index, component] of (content.components[field.name] ?? []).entries()) {
      const componentModel = models.get(component.uid);
      const componentId = reserved.take(component.uid);
      sinks.components.add(componentModel.table, { id: componentId, ...columnsOf(session, componentModel, component, true) });
      sinks.links.add(field.table, {
        [field.entityColumn]: id,
        [field.componentColumn]: componentId,
        [field.typeColumn]: component.uid,
        [FIELD_COLUMN]: field.name,
        [ORDER_COLUMN]: field.kind === 'single' ? null : index + 1,
      });
      collectParts(session, component, componentId, entry, targets, reserved, sinks);
    }
  }
}

async function insertParts(session: Session, entries: readonly StandingEntry[], targets: Targets): Promise<void> {
  const reserved = await reserveComponents(session, entries);
  const sinks = { components: createCollector(), links: createCollector() };
  for (const entry of entries) collectParts(session, entry.content, entry.id, entry, targets, reserved, sinks);
  for (const [table, rows] of [...sinks.components.rows, ...sinks.links.rows]) await session.tables.insert(table, rows);
}

/**
 * Inserts entries with their components, links and media.
 *
 * @returns the ids of the rows, in the order of the entries.
 */
export async function insertEntries(session: Session, entries: readonly Entry[], targets: Targets): Promise<number[]> {
  const { tables, type } = session;
  const ids = await tables.reserveIds(type.table, entries.length);
  const standing = entries.map((entry, index) => ({ ...entry, id: Number(ids[index]) }));
  const toRow = createRowMaker(session, true);
  await tables.insert(
    type.table,
    standing.map((entry) => toRow(entry, entry.id)),
  );
  await insertParts(session, standing, targets);
  return ids;
}

const sortedKeys = (...records: object[]) => records.flatMap((record) => Object.keys(record)).sort();

/** Changes the fields that the content of each entry names, and leaves the others. */
export async function changeEntries(session: Session, entries: readonly StandingEntry[], targets: Targets): Promise<void> {
  const { tables, type } = session;
  const rows = createCollector();
  const changed = new Map<string, { readonly fields: readonly string[]; readonly ids: number[] }>();
  const toRow = createRowMaker(session, false);
  for (const entry of entries) {
    const row = toRow(entry, entry.id);
    rows.add(sortedKeys(row).join(), row);
    const { links, media, components } = entry.content;
    const fields = sortedKeys(links, media, components);
    const together = changed.get(fields.join()) ?? { fields, ids: [] };
    together.ids.push(entry.id);
    changed.set(fields.join(), together);
  }

  for (const alike of rows.rows.values()) await tables.change(type.table, alike);
  for (const { fields, ids } of changed.values()) await removeParts(session, type, ids, (name) => fields.includes(name));
  await insertParts(session, entries, targets);
}
