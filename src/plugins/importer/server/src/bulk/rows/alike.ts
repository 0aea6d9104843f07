import type { Row } from './tables';

/** Whether a row has just these columns, in this order: a question that is asked for every row. */
function hasColumns(row: Row, columns: readonly string[]): boolean {
  let index = 0;
  for (const name in row) {
    if (name !== columns[index]) return false;
    index += 1;
  }
  return index === columns.length;
}

/** Rows one after the other that have the same columns. */
export function alikeInTurn<R extends Row>(rows: readonly R[]): R[][] {
  const runs: R[][] = [];
  let columns: string[] = [];
  for (const row of rows) {
    if (runs.length === 0 || !hasColumns(row, columns)) {
      columns = Object.keys(row);
      runs.push([]);
    }
    runs.at(-1)?.push(row);
  }
  return runs;
}
