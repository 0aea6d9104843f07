import type { Core } from '@strapi/strapi';

interface Named {
  readonly name: string;
}

export interface RawJoinTable extends Named {
  readonly joinColumn: Named;
  readonly inverseJoinColumn?: Named;
  readonly morphColumn?: { readonly idColumn: Named; readonly typeColumn: Named };
  readonly orderColumnName?: string;
  readonly inverseOrderColumnName?: string;
  readonly pivotColumns: readonly string[];
}

/** What Strapi's metadata may tell about an attribute, as far as it is read here. */
export interface RawAttribute {
  readonly type: string;
  readonly columnName?: string;
  readonly default?: unknown;
  readonly relation?: string;
  readonly target?: string;
  readonly inversedBy?: string;
  readonly mappedBy?: string;
  readonly owner?: boolean;
  readonly unstable_virtual?: boolean;
  readonly joinColumn?: Named;
  readonly joinTable?: RawJoinTable;
}

/** What a schema may tell about an attribute before it becomes metadata. */
export interface SchemaAttribute {
  readonly type: string;
  readonly multiple?: boolean;
  readonly repeatable?: boolean;
  readonly component?: string;
  readonly components?: readonly string[];
  readonly unique?: boolean;
}

export interface RawModel {
  readonly table: string;
  readonly attributes: Readonly<Record<string, RawAttribute>>;
  readonly schema: Readonly<Record<string, SchemaAttribute | undefined>>;
}

/**
 * A model as `strapi.db.metadata` and its schema tell it. Both are typed for the attributes that one project has; here
 * they are read for any.
 */
export function readRawModel(strapi: Core.Strapi, uid: string): RawModel {
  const { tableName, attributes } = strapi.db.metadata.get(uid);
  const schema: unknown = strapi.getModel(uid as Parameters<Core.Strapi['getModel']>[0]).attributes;
  return { table: tableName, attributes: attributes, schema: schema as RawModel['schema'] };
}
