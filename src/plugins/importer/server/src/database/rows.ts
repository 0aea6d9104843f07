import type { Core, UID } from '@strapi/strapi';

/** A query as Strapi's query engine takes it: https://docs.strapi.io/cms/api/query-engine */
interface RowQuery {
  readonly select?: readonly string[];
  readonly where?: Readonly<Record<string, unknown>>;
  readonly populate?: Readonly<Record<string, unknown>>;
  readonly orderBy?: Readonly<Record<string, 'asc' | 'desc'>>;
  readonly limit?: number;
  readonly offset?: number;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** The rows of a content type's table. They join the transaction around them. */
export interface Rows<Row> {
  findOne(query: RowQuery): Promise<Row | null>;
  findMany(query: RowQuery): Promise<Row[]>;
  count(query: RowQuery): Promise<number>;
  create(query: RowQuery): Promise<Row>;
  update(query: RowQuery): Promise<Row | null>;
  updateMany(query: RowQuery): Promise<{ count: number }>;
  deleteMany(query: RowQuery): Promise<{ count: number }>;
}

/** Strapi's query engine answers with `any`; here its callers say once what a row holds. */
export function rowsOf<Row>(strapi: Core.Strapi, uid: UID.Schema): Rows<Row> {
  return strapi.db.query(uid);
}
