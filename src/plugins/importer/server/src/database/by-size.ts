/**
 * How many bytes the text of a column has, in SQL. PostgreSQL tells it of what is short without writing it as text: packed, it is at most
 * some ninety times as long.
 */
export const sizeInSql = (client: string, column: string): string =>
  client === 'postgres'
    ? `coalesce(case when pg_column_size(${column}) < 10000 then pg_column_size(${column}) else octet_length(${column}::text) end, 0)`
    : `coalesce(octet_length(${column}), 0)`;

interface Sized {
  readonly size: unknown;
}

/** Items in groups, in their order: each of at most so many bytes, or of one item. */
export function bySize<Item extends Sized>(items: readonly Item[], most: number): Item[][] {
  const groups: Item[][] = [];
  let bytes = 0;
  for (const item of items) {
    const [last, size] = [groups.at(-1), Number(item.size)];
    if (last !== undefined && bytes + size <= most) last.push(item);
    else {
      groups.push([item]);
      bytes = 0;
    }
    bytes += size;
  }
  return groups;
}
