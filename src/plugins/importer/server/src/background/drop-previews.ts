import type { Core } from '@strapi/strapi';
import { rowsOf } from '../database/rows';
import type { RunKind } from '../../../shared/contracts/runs';
import { configurationOf } from '../configuration';
import { DAY_MS, removeEntries, type Removing } from '../store/retention';
import { RUN } from '../store/uids';

/** So many of each kind stay. */
const KEPT = 5;

interface Row {
  readonly id: number;
  readonly state: string;
  readonly startedAt: string | Date;
}

const PREVIEWS: readonly RunKind[] = ['preview', 'undo-preview'];

/** Removes previews with their entries: all but the newest few of each kind, those whose time is over, and none that is being made. */
export async function dropPreviews(strapi: Core.Strapi, removing: Removing): Promise<void> {
  const { previews: days } = configurationOf(strapi).retention;
  const isOld = ({ startedAt }: Row) => days !== null && new Date(startedAt).getTime() < Date.now() - days * DAY_MS;
  for (const kind of PREVIEWS) {
    const runs = await rowsOf<Row>(strapi, RUN).findMany({
      select: ['id', 'state', 'startedAt'],
      where: { kind },
      orderBy: { id: 'desc' },
    });
    for (const run of runs.filter((one, index) => one.state !== 'running' && (index >= KEPT || isOld(one)))) {
      if (!(await removeEntries(strapi, run.id, removing))) return;
      await rowsOf(strapi, RUN).deleteMany({ where: { id: run.id } });
    }
  }
}
