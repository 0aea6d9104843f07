import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { rowsOf } from '../../database/rows';
import type { KeptEntry } from '../../store/entries';
import type { LedgerItem } from '../../import/plan/ledger';
import { createLedger } from '../../store/ledger';
import { createRuns, type KeptRun } from '../../store/runs';
import { ENTRY } from '../../store/uids';
import { refuse } from '../../messages/refuse';

/** A page that a run, or the ledger, knows. */
export interface KnownPage {
  readonly run: KeptRun;
  /** The run that has read it: of an undoing the one that was undone. */
  readonly reader: KeptRun;
  readonly page: string;
  readonly path: string;
  readonly documentId: string | null;
  readonly locale: string | null;
  /** What the ledger holds of it, the newest last. */
  readonly items: readonly LedgerItem[];
  /** What the run reported of it. */
  readonly entry: KeptEntry | null;
}

/** The run of a number. @throws NotFoundError */
async function findRun(strapi: Core.Strapi, id: number): Promise<KeptRun> {
  const run = await createRuns(strapi).find(id);
  if (run === null) throw refuse(errors.NotFoundError, 'run-unknown', { run: id });
  return run;
}

/** What a run reported of a page. It is looked for by the page's articles first, which an index knows. */
async function findEntry(strapi: Core.Strapi, run: number, page: string, items: readonly LedgerItem[]): Promise<KeptEntry | null> {
  const rows = rowsOf<KeptEntry>(strapi, ENTRY);
  const targets = items.map(({ targetId }) => targetId).filter((id) => id !== '');
  const [byTarget] = targets.length === 0 ? [] : await rows.findMany({ where: { targetId: { $in: targets }, page, run }, limit: 1 });
  return byTarget ?? (await rows.findMany({ where: { run, page }, limit: 1 }))[0] ?? null;
}

/** Any path that people know the page by: of the run, of the ledger, or of another run. */
async function pathOf(strapi: Core.Strapi, page: string, entry: KeptEntry | null, items: readonly LedgerItem[]): Promise<string> {
  const knownPath = entry?.path ?? items.find(({ path }) => typeof path === 'string')?.path;
  const target = items.find(({ targetId }) => targetId !== '')?.targetId;
  if (knownPath || target === undefined) return knownPath ?? page;
  const [other] = await rowsOf<KeptEntry>(strapi, ENTRY).findMany({ where: { targetId: target, page }, limit: 1 });
  return other?.path ?? page;
}

/**
 * Finds a page by its name. A name that neither run nor ledger knows is no page: nothing is looked for on the disk.
 *
 * @throws NotFoundError
 */
export async function findPage(strapi: Core.Strapi, runId: number, page: string): Promise<KnownPage> {
  const run = await findRun(strapi, runId);
  const reader = run.undoes === null ? run : await findRun(strapi, run.undoes);
  const items = await createLedger(strapi).ofPages([page]);
  const entry = await findEntry(strapi, run.id, page, items);
  if (entry === null && items.length === 0) throw refuse(errors.NotFoundError, 'page-unknown', { run: runId });
  const own = items.findLast(({ targetId }) => targetId !== '');
  return {
    ...{ run, reader, page, items, entry },
    path: await pathOf(strapi, page, entry, items),
    documentId: entry?.targetId ?? own?.targetId ?? null,
    locale: entry?.targetLocale ?? own?.targetLocale ?? null,
  };
}
