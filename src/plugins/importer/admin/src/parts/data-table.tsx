import type { ReactNode } from 'react';
import { TableBox } from './table-box';

export interface Column<Row> {
  readonly name: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Keeps what stands in it in one line. */
  readonly isNarrow?: boolean;
}

interface DataTableProps<Row> {
  /** What the table holds, for people who don't see it. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** The rows are old: others are on their way. */
  readonly isBusy?: boolean;
}

/** A table; on narrow screens each row is a card that names its cells. */
export function DataTable<Row>({ caption, columns, rows, keyOf, isBusy = false }: DataTableProps<Row>) {
  return (
    <TableBox aria-busy={isBusy}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ name, label }) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ name, label, cell, isNarrow }) => (
                <td key={name} data-label={label} className={isNarrow ? 'narrow' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
