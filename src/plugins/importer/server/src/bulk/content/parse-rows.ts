import type { Data } from '../documents';
import type { ScalarField } from '../model/model';
import { type Problem, refuseIfAny } from '../refusal';
import { toColumnValue } from './column-value';

/** Values by columns. */
export type ParsedRow = Record<string, unknown>;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Reads plain rows that callers give, by fields. Values that are undefined count as not given. */
export function createRowParser(uid: string, scalars: ReadonlyMap<string, ScalarField>) {
  /**
   * @param key fields that each row must have a value for.
   * @throws BulkRefusal that names every field that is not there, and every value that does not fit.
   */
  return (rows: readonly Data[], key: readonly string[] = []): ParsedRow[] => {
    const problems: Problem[] = [];
    const parsed = rows.map((row, document) => {
      const columns: ParsedRow = {};
      for (const field of Object.keys(row)) {
        const value = row[field];
        const scalar = field === 'id' ? undefined : scalars.get(field);
        if (value === undefined) continue;
        if (scalar === undefined) {
          problems.push({ document, field, message: field === 'id' ? 'is set by the database' : `${uid} has no such field` });
          continue;
        }
        try {
          columns[scalar.column] = toColumnValue(scalar.type, value);
        } catch (error) {
          problems.push({ document, field, message: messageOf(error) });
        }
      }
      for (const field of key) {
        if (row[field] === undefined || row[field] === null) problems.push({ document, field, message: 'is part of the key' });
      }
      return columns;
    });
    refuseIfAny(uid, problems);
    return parsed;
  };
}
