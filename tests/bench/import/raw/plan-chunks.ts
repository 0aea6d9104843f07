import type { GrownTable } from '../table-growth';

/** Rows of a table: those whose column holds a number above `after` and up to `upTo`. */
export interface Slice {
  readonly table: string;
  readonly column: string;
  readonly after: number;
  readonly upTo: number;
}

/** A table with fewer rows than this share of the pages does not grow with them, and is written at the start. */
const SMALL_SHARE = 0.1;

interface Plan {
  readonly table: GrownTable;
  /** The table whose rows decide which of these come along: a link goes with the article that it belongs to. */
  readonly parent: GrownTable | undefined;
  readonly column: string;
}

function planTable(table: GrownTable, large: readonly GrownTable[]): Plan {
  const leads = ({ references }: GrownTable) => !references.some((reference) => large.some(({ name }) => name === reference.table));
  for (const { column, table: name } of table.references) {
    const parent = large.find((other) => other.name === name && other !== table && leads(other));
    if (parent) return { table, parent, column };
  }
  return { table, parent: undefined, column: 'id' };
}

const byReferences = (a: GrownTable, b: GrownTable) => a.references.length - b.references.length;

/**
 * Divides the rows that an import wrote into chunks of pages, as an import writes them: in each chunk a part of every table
 * that grows with the pages, and no row before the one that it refers to. Ids are taken to be given in the order of the pages.
 *
 * @param pages how many pages were imported.
 */
export function planChunks(tables: readonly GrownTable[], pages: number, pagesInChunk: number): Slice[][] {
  const large = tables.filter(({ rows }) => rows >= pages * SMALL_SHARE);
  const small = tables.filter((table) => !large.includes(table)).sort(byReferences);
  const plans = large.map((table) => planTable(table, large));
  const ordered = [...plans.filter(({ parent }) => !parent), ...plans.filter(({ parent }) => parent)];
  const count = Math.ceil(pages / pagesInChunk);

  const whole = small.map(({ name, lastIdBefore, lastId }) => ({ table: name, column: 'id', after: lastIdBefore, upTo: lastId }));
  const chunks = Array.from({ length: count }, (_, chunk) =>
    ordered.map(({ table, parent, column }) => {
      const { lastIdBefore: from, lastId: to } = parent ?? table;
      const edge = (place: number) => from + Math.floor(((to - from) * place) / count);
      return { table: table.name, column, after: edge(chunk), upTo: edge(chunk + 1) };
    }),
  );
  return [whole, ...chunks].filter((chunk) => chunk.length > 0);
}
