import type { Core } from '@strapi/strapi';
import type { Origin } from '../../../../shared/contracts/pages';
import { rowsOf } from '../../../../../../strapi/rows';
import type { KeptEntry } from '../../store/entries';
import { createLedger } from '../../store/ledger';
import type { KeptRun } from '../../store/runs';
import { ENTRY, RUN } from '../../store/uids';

/** The pages that an article came from, the newest first. */
export async function findOrigins(strapi: Core.Strapi, documentId: string, locale: string | undefined): Promise<Origin[]> {
  const items = (await createLedger(strapi).ofTargets([documentId])).filter(
    ({ targetLocale }) => locale === undefined || targetLocale === locale,
  );
  if (items.length === 0) return [];
  const where = { id: { $in: [...new Set(items.map(({ run }) => run))] } };
  const found = await rowsOf<KeptRun>(strapi, RUN).findMany({ select: ['id', 'by', 'startedAt'], where });
  const runs = new Map(found.map((run) => [run.id, run]));
  const told = await rowsOf<KeptEntry>(strapi, ENTRY).findMany({ select: ['page', 'path'], where: { targetId: documentId } });
  const paths = new Map(told.map(({ page, path }) => [page, path]));
  return items.reverse().flatMap(({ page, run: number }): Origin[] => {
    const run = runs.get(number);
    if (run === undefined) return [];
    return [{ page, path: paths.get(page) ?? page, run: number, at: new Date(run.startedAt).toISOString(), by: run.by }];
  });
}
