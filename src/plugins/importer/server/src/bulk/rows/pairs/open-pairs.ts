import type { Entry } from '../../content/content';
import type { Targets } from '../../content/resolve-targets';
import { DOCUMENT_COLUMN, type PairField } from '../../model/model';
import type { Session } from '../../session';
import type { StandingRow } from '../read-entries';
import { chunks } from '../sql';
import type { Transaction } from '../tables';
import { createLinkRows, type LinkRows } from './link-rows';
import { applyStep, type PairStep } from './pair-steps';

/** The two-way relations that one call of the writer changes, as they stand before it. */
export interface Pairs {
  /**
   * Does the steps in their order, and those of one document after those of the document before it, as the Document
   * Service would. All rows that they name are to stand by now, and replaced ones to be gone.
   */
  write(steps: () => readonly PairStep[]): Promise<void>;
}

/** Entries that are to be written, and what they point to. */
export interface Planned {
  readonly rows: readonly Entry[];
  readonly targets: Targets;
}

const NONE: Pairs = { write: () => Promise.resolve() };

const IDS_AT_ONCE = 500;

/** The highest order in the list of each target. A list may be as long as the table: it stays in the database. */
async function readHighest({ strapi }: Session, { table, targetColumn }: PairField, order: string, targets: readonly number[]) {
  const highest = new Map<number, number>();
  await strapi.db.transaction(async ({ trx }: { readonly trx: Transaction }) => {
    for (const ids of chunks(targets, IDS_AT_ONCE)) {
      const found = (await strapi.db
        .getConnection()
        .select(`${targetColumn} as target`)
        .max({ highest: order })
        .from(table)
        .whereIn(targetColumn, ids)
        .groupBy(targetColumn)
        .transacting(trx)) as { readonly target: unknown; readonly highest: unknown }[];
      for (const row of found) highest.set(Number(row.target), Number(row.highest));
    }
  });
  return highest;
}

/** Loads what the steps will ask for: links of the standing rows, and the lists that they leave or are taken from. */
async function loadField(session: Session, field: PairField, standing: readonly StandingRow[], planned: readonly Planned[]) {
  const { tables } = session;
  const { table, sourceColumn, targetColumn, inverseOrderColumn, name } = field;
  const rows = createLinkRows(field);
  const own = await tables.select(table, ['*'], { [sourceColumn]: standing.map(({ id }) => id) });
  const left = new Set(own.map((row) => Number(row[targetColumn])));
  const targetIds = planned.flatMap(({ rows: entries, targets }) =>
    entries.flatMap((entry) => (entry.content.links[name] ?? []).flatMap((target) => targets.idsOf(field, target, entry))),
  );
  const joined = [...new Set(targetIds)].filter((id) => !left.has(id));
  const listed = inverseOrderColumn === undefined ? [...left, ...joined] : [...left];
  rows.load([...own, ...(await tables.select(table, ['*'], { [targetColumn]: listed }))]);
  if (inverseOrderColumn !== undefined) rows.loadHighest(await readHighest(session, field, inverseOrderColumn, joined));
  return rows;
}

/** The documents of all rows that the loaded links start from. */
async function readDocuments({ type, tables }: Session, loaded: ReadonlyMap<PairField, LinkRows>) {
  const ids = [...loaded].flatMap(([{ sourceColumn, inverseOrderColumn }, rows]) =>
    inverseOrderColumn === undefined ? rows.valuesOf(sourceColumn) : [],
  );
  const rows = await tables.select(type.table, ['id', DOCUMENT_COLUMN], { id: [...new Set(ids)] });
  return new Map(rows.map((row) => [Number(row['id']), String(row[DOCUMENT_COLUMN])]));
}

/**
 * Reads the two-way relations that are about to change, before anything is written.
 *
 * @param standing the rows of the documents of the batch.
 */
export async function openPairs(session: Session, standing: readonly StandingRow[], planned: readonly Planned[]): Promise<Pairs> {
  const { type, tables } = session;
  const fields = type.pairs.filter(({ name }) => planned.some(({ rows }) => rows.some(({ content }) => content.links[name] !== undefined)));
  if (fields.length === 0) return NONE;

  const loaded = new Map<PairField, LinkRows>();
  for (const field of fields) loaded.set(field, await loadField(session, field, standing, planned));
  const documents = await readDocuments(session, loaded);
  for (const { id, documentId } of standing) documents.set(id, documentId);

  return {
    async write(makeSteps) {
      const steps = makeSteps();
      for (const { id, entry } of steps) documents.set(id, entry.documentId);
      const inOrder = [...steps].sort((a, b) => a.entry.index - b.entry.index);
      for (const [field, rows] of loaded) {
        for (const step of inOrder) applyStep(session, rows, field, step, (id) => documents.get(id));
        await rows.write(tables);
      }
    },
  };
}
