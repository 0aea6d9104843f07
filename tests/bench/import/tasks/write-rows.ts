import { planChunks } from '../raw/plan-chunks';
import { createPostgresCopier } from '../raw/postgres-copier';
import type { Pragmas, Rows } from '../raw/row-copier';
import { createSqliteCopier } from '../raw/sqlite-copier';
import { startStopwatch } from '../stopwatch';
import type { GrownTable } from '../table-growth';

interface Request {
  readonly kind: 'sqlite' | 'postgres';
  /** The database that pages were imported into: a file, or an address. */
  readonly from: string;
  /** One that is as fresh as that was. */
  readonly to: string;
  readonly pragmas: Pragmas;
  readonly tables: readonly GrownTable[];
  readonly pages: number;
}

const PAGES_IN_CHUNK = 500;

/** Writes the very rows that an import wrote by the bare driver. The time is that of writing, commits included, without reading. */
export async function writeRows({ kind, from, to, pragmas, tables, pages }: Request) {
  const copier = kind === 'sqlite' ? createSqliteCopier(from, to, pragmas) : await createPostgresCopier(from, to, pragmas);
  const chunks = planChunks(tables, pages, PAGES_IN_CHUNK);
  let seconds = 0;
  let rows = 0;
  for (const slices of chunks) {
    const chunk: Rows[] = [];
    for (const slice of slices) chunk.push(await copier.read(slice));
    const writing = startStopwatch();
    await copier.write(chunk);
    seconds += writing();
    rows += chunk.reduce((sum, { values }) => sum + values.length, 0);
  }
  await copier.close();
  const written = tables.reduce((sum, table) => sum + table.rows, 0);
  if (rows !== written) throw new Error(`The import wrote ${written} rows, and ${rows} of them were written again`);
  return { rows, seconds, transactions: chunks.length, method: copier.method };
}
