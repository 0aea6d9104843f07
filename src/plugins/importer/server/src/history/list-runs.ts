import type { Core } from '@strapi/strapi';
import { rowsOf } from '../database/rows';
import type { ListPage, PageAsked } from '../../../shared/contracts/list';
import type { Run } from '../../../shared/contracts/runs';
import { asKept, type KeptRun, RECORDED } from '../store/runs';
import { RUN } from '../store/uids';
import { toRun } from './to-run';

/** Imports and undoings, the newest first. Groups of near-duplicates are only counted: a run by itself has them. */
export async function listRuns(strapi: Core.Strapi, { page, pageSize }: PageAsked): Promise<ListPage<Run>> {
  const where = { kind: { $in: RECORDED } };
  const rows = rowsOf<KeptRun>(strapi, RUN);
  const found = await rows.findMany({ where, orderBy: { id: 'desc' }, limit: pageSize, offset: (page - 1) * pageSize });
  const items: Run[] = [];
  for (const row of found) items.push({ ...(await toRun(strapi, asKept(row))), nearDuplicates: [] });
  return { items, total: await rows.count({ where }), page, pageSize };
}
