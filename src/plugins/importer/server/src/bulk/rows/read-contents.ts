import { type Content, ENTRY_FIELDS, type Target } from '../content/content';
import { toFieldValue } from '../content/field-value';
import { DOCUMENT_COLUMN, FIELD_COLUMN, type LinkField, LOCALE_COLUMN, type Model, ORDER_COLUMN } from '../model/model';
import type { Session } from '../session';
import type { Row } from './tables';

type Reader = Pick<Session, 'models' | 'tables'>;
type Wanted = (field: string) => boolean;

const everything = () => true;

/** Lists by the id of their owner. */
function groupBy<Item>(rows: readonly Row[], column: string, toItem: (row: Row) => Item): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const row of rows) {
    const owner = Number(row[column]);
    const group = groups.get(owner);
    if (group === undefined) groups.set(owner, [toItem(row)]);
    else group.push(toItem(row));
  }
  return groups;
}

/** In the order that an editor gave; what has none stays in the order in which it was written. */
const inOrder = (rows: readonly Row[], orderColumn: string | undefined) =>
  [...rows].sort(
    (a, b) => (orderColumn === undefined ? 0 : Number(a[orderColumn]) - Number(b[orderColumn])) || Number(a['id']) - Number(b['id']),
  );

async function readLinks({ models, tables }: Reader, field: LinkField, ids: readonly number[]): Promise<Map<number, Target[]>> {
  const { table, sourceColumn, targetColumn, orderColumn } = field;
  const columns = ['id', sourceColumn, targetColumn, ...(orderColumn === undefined ? [] : [orderColumn])];
  const links = await tables.select(table, columns, { [sourceColumn]: ids });
  if (links.length === 0) return new Map();

  const targetIds = [...new Set(links.map((link) => Number(link[targetColumn])))];
  const { table: targetTable, localized } = models.contentType(field.target);
  const rows = await tables.select(targetTable, ['id', DOCUMENT_COLUMN, LOCALE_COLUMN], { id: targetIds });
  const targets = new Map(
    rows.map((row): [number, Target] => [
      Number(row['id']),
      { documentId: String(row[DOCUMENT_COLUMN]), locale: localized ? String(row[LOCALE_COLUMN]) : null },
    ]),
  );
  const standing = links.filter((link) => targets.has(Number(link[targetColumn])));
  return groupBy(inOrder(standing, orderColumn), sourceColumn, (link) => targets.get(Number(link[targetColumn])) as Target);
}

/** Files of each field, by owner. */
async function readMedia({ models, tables }: Reader, model: Model, fields: readonly string[], ids: readonly number[]) {
  if (fields.length === 0) return new Map<string, Map<number, number[]>>();
  const { table, fileColumn, relatedColumn, typeColumn } = models.media;
  const columns = ['id', fileColumn, relatedColumn, FIELD_COLUMN, ORDER_COLUMN];
  const rows = await tables.select(table, columns, { [relatedColumn]: ids, [typeColumn]: [model.uid], [FIELD_COLUMN]: fields });
  const sorted = inOrder(rows, ORDER_COLUMN);
  const ofField = (name: string) => sorted.filter((row) => row[FIELD_COLUMN] === name);
  return new Map(fields.map((name) => [name, groupBy(ofField(name), relatedColumn, (row) => Number(row[fileColumn]))]));
}

/** Components of each field, by owner. */
async function readComponents(reader: Reader, model: Model, wanted: Wanted, ids: readonly number[]) {
  const fields = model.components.filter(({ name }) => wanted(name));
  const [first] = fields;
  if (first === undefined) return new Map<string, Map<number, Content[]>>();

  // All components of a model stand in one table, and its columns are the same for each field.
  const { table, entityColumn, componentColumn, typeColumn } = first;
  const columns = ['id', entityColumn, componentColumn, typeColumn, FIELD_COLUMN, ORDER_COLUMN];
  const names = fields.map(({ name }) => name);
  const links = await reader.tables.select(table, columns, { [entityColumn]: ids, [FIELD_COLUMN]: names });
  const contents = new Map<string, Map<number, Content>>();
  for (const uid of new Set(links.map((link) => String(link[typeColumn])))) {
    const ofType = links.filter((link) => link[typeColumn] === uid).map((link) => Number(link[componentColumn]));
    const read = await readContents(reader, reader.models.get(uid), ofType);
    contents.set(uid, new Map(read.map(({ id, content }) => [id, content])));
  }

  const sorted = inOrder(links, ORDER_COLUMN);
  const contentOf = (link: Row) => contents.get(String(link[typeColumn]))?.get(Number(link[componentColumn]));
  return new Map(
    names.map((name) => {
      const standing = sorted.filter((link) => link[FIELD_COLUMN] === name && contentOf(link) !== undefined);
      return [name, groupBy(standing, entityColumn, (link) => contentOf(link) as Content)];
    }),
  );
}

/** Lists of one owner, by field. */
const ofOwner = <Item>(fields: ReadonlyMap<string, ReadonlyMap<number, readonly Item[]>>, id: number) =>
  Object.fromEntries([...fields].map(([name, lists]) => [name, lists.get(id) ?? []]));

/** The fields of a model that have columns in its own table, and are wanted. */
function ownFields({ models }: Reader, model: Model, wanted: Wanted) {
  const isContent = (name: string) => name !== 'id' && !(models.isContentType(model.uid) && ENTRY_FIELDS.includes(name));
  return {
    scalars: model.scalars.filter(({ name }) => wanted(name) && isContent(name)),
    references: model.references.filter(({ name }) => wanted(name)),
  };
}

/**
 * Rows of a model by their ids, with their contents: all that is in them, or the fields that are wanted.
 *
 * @param columns other columns that the rows are to have.
 */
export async function readContents(
  reader: Reader,
  model: Model,
  ids: readonly number[],
  wanted: Wanted = everything,
  columns: readonly string[] = [],
): Promise<{ readonly id: number; readonly row: Row; readonly content: Content }[]> {
  if (ids.length === 0) return [];
  const { scalars, references } = ownFields(reader, model, wanted);
  const own = [...scalars, ...references].map(({ column }) => column);
  const rows = await reader.tables.select(model.table, [...new Set(['id', ...columns, ...own])], { id: ids });

  const links = new Map<string, Map<number, Target[]>>();
  for (const field of model.relations) if (wanted(field.name)) links.set(field.name, await readLinks(reader, field, ids));
  const mediaFields = model.media.map(({ name }) => name).filter(wanted);
  const media = await readMedia(reader, model, mediaFields, ids);
  const components = await readComponents(reader, model, wanted, ids);

  return rows.map((row) => {
    const id = Number(row['id']);
    const content: Content = {
      uid: model.uid,
      scalars: Object.fromEntries(scalars.map(({ name, column, type }) => [name, toFieldValue(type, row[column])])),
      references: Object.fromEntries(references.map(({ name, column }) => [name, row[column] === null ? null : Number(row[column])])),
      links: ofOwner(links, id),
      media: ofOwner(media, id),
      components: ofOwner(components, id),
    };
    return { id, row, content };
  });
}
