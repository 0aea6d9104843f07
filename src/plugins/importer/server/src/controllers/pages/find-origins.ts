import type { Core } from '@strapi/strapi';
import type { Origin } from '../../../../shared/contracts/pages';
import { rowsOf } from '../../database/rows';
import type { KeptEntry } from '../../store/entries';
import type { LedgerItem } from '../../import/plan/ledger';
import { createLedger } from '../../store/ledger';
import type { KeptRun } from '../../store/runs';
import { ENTRY, RUN } from '../../store/uids';

interface OriginEntry extends Pick<KeptEntry, 'page' | 'path' | 'action'> {
  readonly run: number;
}

/** What a run takes over from a page. A run that only read a page anew is not where its article came from. */
const TAKING: readonly KeptEntry['action'][] = ['create', 'update', 'duplicate'];

/** Of runs that stand, the last that has taken something from a page; else the one that the ledger names. */
function originOf({ page, run: known }: LedgerItem, entries: readonly OriginEntry[], runs: ReadonlyMap<number, KeptRun>): Origin[] {
  const own = entries.filter((entry) => entry.page === page);
  const taken = own.findLast(({ action, run }) => TAKING.includes(action) && runs.has(run) && runs.get(run)?.state !== 'undone');
  const run = runs.get(taken?.run ?? known);
  if (run === undefined) return [];
  return [{ page, path: own.at(-1)?.path ?? page, run: run.id, at: new Date(run.startedAt).toISOString(), by: run.by }];
}

/** The pages that an article came from, the newest first. */
export async function findOrigins(strapi: Core.Strapi, documentId: string, locale: string | undefined): Promise<Origin[]> {
  const items = (await createLedger(strapi).ofTargets([documentId])).filter(
    ({ targetLocale }) => locale === undefined || targetLocale === locale,
  );
  if (items.length === 0) return [];
  const entries = await rowsOf<OriginEntry>(strapi, ENTRY).findMany({
    ...{ select: ['page', 'path', 'run', 'action'], where: { targetId: documentId }, orderBy: { id: 'asc' } },
  });
  const ids = [...new Set([...items, ...entries].map(({ run }) => run))];
  const found = await rowsOf<KeptRun>(strapi, RUN).findMany({ select: ['id', 'by', 'startedAt', 'state'], where: { id: { $in: ids } } });
  const runs = new Map(found.map((run) => [run.id, run]));
  return items
    .reverse()
    .flatMap((item) => originOf(item, entries, runs))
    .sort((a, b) => b.run - a.run);
}
