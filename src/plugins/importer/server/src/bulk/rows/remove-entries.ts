import { FIELD_COLUMN, type Model } from '../model/model';
import type { Session } from '../session';

const everything = () => true;

/**
 * Removes components (with all below them), media links and links of some entries or components. Foreign keys take
 * links along when their owner goes; here the owner may stay.
 */
export async function removeParts(
  { models, tables }: Pick<Session, 'models' | 'tables'>,
  model: Model,
  ids: readonly number[],
  wanted: (field: string) => boolean = everything,
): Promise<void> {
  if (ids.length === 0) return;
  const named = <Field extends { readonly name: string }>(fields: readonly Field[]) => fields.filter(({ name }) => wanted(name));

  const components = named(model.components);
  const [first] = components;
  if (first !== undefined) {
    const { table, entityColumn, componentColumn, typeColumn } = first;
    const condition = { [entityColumn]: ids, [FIELD_COLUMN]: components.map(({ name }) => name) };
    const byType = new Map<string, number[]>();
    for (const row of await tables.select(table, [componentColumn, typeColumn], condition)) {
      const uid = String(row[typeColumn]);
      const list = byType.get(uid) ?? [];
      list.push(Number(row[componentColumn]));
      byType.set(uid, list);
    }
    for (const [uid, componentIds] of byType) {
      await removeParts({ models, tables }, models.get(uid), componentIds);
      await tables.delete(models.get(uid).table, { id: componentIds });
    }
    await tables.delete(table, condition);
  }

  const media = named(model.media).map(({ name }) => name);
  if (media.length > 0) {
    const { table, relatedColumn, typeColumn } = models.media;
    await tables.delete(table, { [relatedColumn]: ids, [typeColumn]: [model.uid], [FIELD_COLUMN]: media });
  }

  for (const { table, sourceColumn } of named(model.links)) await tables.delete(table, { [sourceColumn]: ids });
}

/** Deletes rows of the content type with all that belongs to them. */
export async function removeEntries(session: Session, ids: readonly number[]): Promise<void> {
  await removeParts(session, session.type, ids);
  await session.tables.delete(session.type.table, { id: ids });
}
