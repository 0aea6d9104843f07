import type { Core } from '@strapi/strapi';
import type { Field, Model, PairField } from './model';
import { type RawAttribute, type RawJoinTable, readRawModel, type SchemaAttribute } from './raw-model';

/** Why a field is not supported, where deleting its owner would have to know about it too. */
export const POLYMORPHIC = 'polymorphic relations are not supported';

const TO_ONE = ['oneToOne', 'manyToOne'];
const TO_MANY = ['oneToMany', 'manyToMany'];

const unsupported = (name: string, reason: string): Field => ({ kind: 'unsupported', field: { name, reason } });

const isPairRelation = (relation: string): relation is PairField['relation'] => [...TO_ONE, ...TO_MANY].includes(relation);

function describeLink(uid: string, name: string, attribute: RawAttribute, isContentType: boolean): Field {
  const { relation = '', target, joinTable, inversedBy, mappedBy } = attribute;
  if (!isPairRelation(relation)) return unsupported(name, POLYMORPHIC);
  if (joinTable?.inverseJoinColumn === undefined || target === undefined)
    return unsupported(name, 'relations without a link table are not supported');
  const toMany = TO_MANY.includes(relation);
  const field = {
    name,
    table: joinTable.name,
    sourceColumn: joinTable.joinColumn.name,
    targetColumn: joinTable.inverseJoinColumn.name,
    orderColumn: toMany ? joinTable.orderColumnName : undefined,
    target,
    toMany,
  };
  if (inversedBy === undefined && mappedBy === undefined) return { kind: 'link', field };
  if (!isContentType) return unsupported(name, 'two-way relations of components are not supported');
  if (target === uid) return unsupported(name, 'two-way relations to the same content type are not supported');
  const inverseOrderColumn = relation.startsWith('many') ? joinTable.inverseOrderColumnName : undefined;
  return { kind: 'pair', field: { ...field, relation, inverseOrderColumn, owner: inversedBy !== undefined } };
}

function describeComponent(name: string, joinTable: RawJoinTable, schema: SchemaAttribute): Field {
  const isZone = schema.type === 'dynamiczone';
  const componentColumn = isZone ? joinTable.morphColumn?.idColumn.name : joinTable.inverseJoinColumn?.name;
  // The pivot columns of a component are its entity, itself, the field and the type, in this order.
  const typeColumn = isZone ? joinTable.morphColumn?.typeColumn.name : joinTable.pivotColumns[3];
  if (componentColumn === undefined || typeColumn === undefined) return unsupported(name, 'the join table of the component is not known');
  return {
    kind: 'component',
    field: {
      name,
      kind: isZone ? 'zone' : schema.repeatable === true ? 'repeatable' : 'single',
      table: joinTable.name,
      entityColumn: joinTable.joinColumn.name,
      componentColumn,
      typeColumn,
      components: isZone ? (schema.components ?? []) : schema.component === undefined ? [] : [schema.component],
    },
  };
}

function describeField(
  uid: string,
  name: string,
  attribute: RawAttribute,
  schema: SchemaAttribute | undefined,
  isContentType: boolean,
): Field | undefined {
  if (attribute.unstable_virtual === true) return undefined;
  if (attribute.type !== 'relation') {
    if (attribute.type === 'password') return unsupported(name, 'passwords are not supported');
    const { type, columnName: column = name, default: preset } = attribute;
    // A uid is unique by its type.
    return { kind: 'scalar', field: { name, column, type, default: preset, unique: type === 'uid' || schema?.unique === true } };
  }
  if (schema?.type === 'media') return { kind: 'media', field: { name, multiple: schema.multiple === true } };
  if (schema !== undefined && ['component', 'dynamiczone'].includes(schema.type) && attribute.joinTable !== undefined) {
    return describeComponent(name, attribute.joinTable, schema);
  }
  if (attribute.joinColumn !== undefined) {
    if (attribute.owner !== true || attribute.inversedBy !== undefined)
      return unsupported(name, 'two-way relations without a link table are not supported');
    return { kind: 'reference', field: { name, column: attribute.joinColumn.name } };
  }
  return describeLink(uid, name, attribute, isContentType);
}

/** Reads one content type or component from Strapi's metadata. */
export function describeModel(strapi: Core.Strapi, uid: string): Model {
  const { table, attributes, schema } = readRawModel(strapi, uid);
  const isContentType = attributes['documentId'] !== undefined;
  const fields = Object.entries(attributes).flatMap(
    ([name, attribute]) => describeField(uid, name, attribute, schema[name], isContentType) ?? [],
  );
  const links = fields.flatMap(({ kind, field }) => (kind === 'link' ? [field] : []));
  const pairs = fields.flatMap(({ kind, field }) => (kind === 'pair' ? [field] : []));
  return {
    uid,
    table,
    fields: new Map(fields.map((field) => [field.field.name, field])),
    scalars: fields.flatMap(({ kind, field }) => (kind === 'scalar' ? [field] : [])),
    references: fields.flatMap(({ kind, field }) => (kind === 'reference' ? [field] : [])),
    links,
    pairs,
    relations: [...links, ...pairs],
    media: fields.flatMap(({ kind, field }) => (kind === 'media' ? [field] : [])),
    components: fields.flatMap(({ kind, field }) => (kind === 'component' ? [field] : [])),
    unsupported: new Map(fields.flatMap(({ kind, field }) => (kind === 'unsupported' ? [[field.name, field.reason] as const] : []))),
  };
}
