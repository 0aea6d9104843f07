import type { Core } from '@strapi/strapi';
import type { RunAction } from '../../../shared/contracts/runs';
import { rowsOf } from '../../../../../strapi/rows';
import { ACTION } from '../store/uids';

interface ActionRow {
  readonly at: string | Date;
  readonly by: string;
  readonly action: string;
  readonly about: string | null;
}

/** So many are told, the newest of them. */
const MOST = 500;

/** What people did with a run, in its order. */
export async function actionsOfRun(strapi: Core.Strapi, run: number): Promise<RunAction[]> {
  const rows = await rowsOf<ActionRow>(strapi, ACTION).findMany({ where: { run }, orderBy: { id: 'desc' }, limit: MOST });
  return rows.reverse().map(({ at, by, action, about }) => ({ at: new Date(at).toISOString(), by, action, about }));
}
