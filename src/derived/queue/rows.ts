import type { Row, Value } from '../../news/reader/reader';

/** A transaction of knex's, as far as it is needed here. */
export interface Transaction {
  raw(sql: string, values: readonly (Value | readonly Value[])[]): PromiseLike<unknown>;
}

/** The rows of a statement inside a transaction, on either database. */
export async function rowsIn(trx: Transaction, sql: string, values: readonly Value[]): Promise<Row[]> {
  const answer = await trx.raw(sql, values);
  return Array.isArray(answer) ? (answer as Row[]) : ((answer as { rows?: Row[] }).rows ?? []);
}

/** `?` for each of so many values, with commas. */
export const places = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
