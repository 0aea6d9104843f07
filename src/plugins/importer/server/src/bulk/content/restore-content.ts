import type { Model } from '../model/model';
import type { Models } from '../model/models';
import { type Content, ENTRY_FIELDS, type Target } from './content';

type Populated = Readonly<Record<string, unknown>>;

const records = (value: unknown): Populated[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is Populated => typeof item === 'object' && item !== null);

const idOf = (value: Populated) => Number(value['id']);

const targetOf = ({ documentId, locale }: Populated): Target => ({
  documentId: String(documentId),
  locale: typeof locale === 'string' ? locale : null,
});

const from = <Field extends { readonly name: string }, Value>(
  fields: readonly Field[],
  row: Populated,
  read: (value: unknown, field: Field) => Value,
): Record<string, Value> =>
  Object.fromEntries(fields.filter(({ name }) => row[name] !== undefined).map((field) => [field.name, read(row[field.name], field)]));

/** Content out of a row that Strapi's query engine has populated as `populateOf` says. */
export function restoreContent(models: Models, model: Model, row: Populated): Content {
  return {
    uid: model.uid,
    scalars: from(
      model.scalars.filter(({ name }) => !ENTRY_FIELDS.includes(name)),
      row,
      (value) => value,
    ),
    references: from(model.references, row, (value) => records(value).map(idOf)[0] ?? null),
    links: from(model.links, row, (value) => records(value).map(targetOf)),
    media: from(model.media, row, (value) => records(value).map(idOf)),
    components: from(model.components, row, (value, { components }) =>
      records(value).map((component) => {
        const { __component: uid = components[0] } = component;
        return restoreContent(models, models.get(String(uid)), component);
      }),
    ),
  };
}

type Populate = Record<string, unknown>;

/** What the query engine is to populate so that `restoreContent` finds everything. */
export function populateOf(models: Models, model: Model, wanted: (name: string) => boolean = () => true): Populate {
  const all = (fields: readonly { readonly name: string }[], populate: unknown): Populate =>
    Object.fromEntries(fields.filter(({ name }) => wanted(name)).map(({ name }) => [name, populate]));
  const nested = (uid: string) => ({ populate: populateOf(models, models.get(uid)) });

  return {
    ...all(model.links, { select: ['documentId', 'locale'] }),
    ...all(model.media, { select: ['id'] }),
    ...all(model.references, { select: ['id'] }),
    ...Object.fromEntries(
      model.components
        .filter(({ name }) => wanted(name))
        .map(({ name, kind, components }) => {
          const byType = components.map((uid) => [uid, nested(uid)] as const);
          return [name, kind === 'zone' ? { on: Object.fromEntries(byType) } : byType[0]?.[1]];
        }),
    ),
  };
}
