import type { PairField } from '../../model/model';
import type { Row, Tables } from '../tables';

/** A row of a link table: ids and orders by columns. */
type Link = Record<string, number>;

/** Rows of the link table of a two-way relation. They are changed in memory first, and written all at once. */
export interface LinkRows {
  /** Takes rows of the table over as they stand, before all else. What is given twice is taken over once. */
  load(rows: readonly Row[]): void;
  /** Says the highest order in the lists of some targets whose rows are not loaded. */
  loadHighest(orders: ReadonlyMap<number, number>): void;
  /** In the order in which they were written. */
  with(column: string, id: number): readonly Readonly<Link>[];
  /** All values of a column. */
  valuesOf(column: string): number[];
  find(field: PairField, source: number, target: number): Readonly<Link> | undefined;
  add(field: PairField, source: number, target: number, orders: Readonly<Record<string, number>>): void;
  change(link: Readonly<Link>, orders: Readonly<Record<string, number>>): void;
  remove(links: readonly Readonly<Link>[]): void;
  /** The place after the last one in the list of a target. */
  nextPlace(field: PairField, target: number): number;
  /** Counts the list of a target anew, from 1. */
  closeGaps(field: PairField, target: number): void;
  write(tables: Tables): Promise<void>;
}

export function createLinkRows({ table, sourceColumn, targetColumn, orderColumn, inverseOrderColumn }: PairField): LinkRows {
  const highest = new Map<number, number>();
  const byColumn = new Map([sourceColumn, targetColumn].map((column) => [column, new Map<number, Set<Link>>()]));
  const orderColumns = [orderColumn, inverseOrderColumn].flatMap((column) => column ?? []);
  const added = new Set<Link>();
  const removed = new Set<number>();
  const changed = new Set<Link>();

  const listOf = (column: string, id: number): Set<Link> => {
    const lists = byColumn.get(column);
    const list = lists?.get(id) ?? new Set();
    lists?.set(id, list);
    return list;
  };
  const index = (link: Link) => {
    for (const column of [sourceColumn, targetColumn]) listOf(column, Number(link[column])).add(link);
  };
  const withValue = (column: string, id: number): Link[] => [...(byColumn.get(column)?.get(id) ?? [])];
  const change = (link: Link, orders: Readonly<Record<string, number>>) => {
    Object.assign(link, orders);
    if (!added.has(link)) changed.add(link);
  };

  return {
    load(rows) {
      const columns = ['id', sourceColumn, targetColumn, ...orderColumns];
      const links = rows.map((row): Link => Object.fromEntries(columns.map((column) => [column, Number(row[column])])));
      const byId = new Map(links.map((link) => [Number(link['id']), link]));
      for (const [, link] of [...byId].sort(([a], [b]) => a - b)) index(link);
    },
    loadHighest: (orders) => orders.forEach((order, target) => highest.set(target, order)),
    with: withValue,
    valuesOf: (column) => [...(byColumn.get(column)?.keys() ?? [])],
    find: (field, source, target) => withValue(field.sourceColumn, source).find((link) => link[field.targetColumn] === target),
    add(field, source, target, orders) {
      const link: Link = { [field.sourceColumn]: source, [field.targetColumn]: target, ...orders };
      added.add(link);
      index(link);
    },
    change,
    remove(links) {
      for (const link of links as readonly Link[]) {
        for (const column of [sourceColumn, targetColumn]) listOf(column, Number(link[column])).delete(link);
        if (!added.delete(link)) removed.add(Number(link['id']));
        changed.delete(link);
      }
    },
    nextPlace(field, target) {
      const { inverseOrderColumn: column = '' } = field;
      let last = highest.get(target) ?? 0;
      for (const link of listOf(field.targetColumn, target)) last = Math.max(last, Number(link[column]));
      return last + 1;
    },
    closeGaps(field, target) {
      // Of two with the same order the one that was written first comes first, as in SQLite.
      const { inverseOrderColumn: column = '' } = field;
      const sorted = withValue(field.targetColumn, target).sort((a, b) => Number(a[column]) - Number(b[column]));
      for (const [place, link] of sorted.entries()) {
        if (link[column] !== place + 1) change(link, { [column]: place + 1 });
      }
    },
    async write(tables) {
      await tables.delete(table, { id: [...removed] });
      const toChange = [...changed].map((link) => Object.fromEntries(['id', ...orderColumns].map((column) => [column, link[column]])));
      await tables.change(table, toChange);
      await tables.insert(table, [...added]);
    },
  };
}
