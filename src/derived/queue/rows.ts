import type { Row, Value } from '../../news/reader/reader';

/** Values of a statement. Only PostgreSQL takes lists. */
type Values = readonly (Value | readonly Value[])[];

/** A transaction of knex's, as far as it is needed here. */
export interface Transaction {
  raw(sql: string, values: Values): PromiseLike<unknown>;
}

/** The rows of a statement inside a transaction, on either database. */
export async function rowsIn(trx: Transaction, sql: string, values: Values): Promise<Row[]> {
  const answer = await trx.raw(sql, values);
  return Array.isArray(answer) ? (answer as Row[]) : ((answer as { rows?: Row[] }).rows ?? []);
}

/** `?` for each of so many values, with commas. */
export const places = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
