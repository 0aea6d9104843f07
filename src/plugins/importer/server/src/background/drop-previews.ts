import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { rowsOf } from '../../../../../strapi/rows';
import type { RunKind } from '../../../shared/contracts/runs';
import { createRowWriter } from '../bulk/row-writer';
import { ENTRY, RUN } from '../store/uids';

/** So many of each kind stay. */
const KEPT = 5;

/** So many entries go together: others come in between. */
const AT_ONCE = 500;

interface Id {
  readonly id: number;
}

const PREVIEWS: readonly RunKind[] = ['preview', 'undo-preview'];

/** Removes old previews with their entries, but for the newest few of each kind and those that are being made. */
export async function dropPreviews(strapi: Core.Strapi): Promise<void> {
  const entries = createRowWriter(strapi, ENTRY);
  for (const kind of PREVIEWS) {
    const runs = await rowsOf<Id & { state: string }>(strapi, RUN).findMany({ where: { kind }, orderBy: { id: 'desc' } });
    for (const { id } of runs.slice(KEPT).filter(({ state }) => state !== 'running')) {
      for (;;) {
        const found = await rowsOf<Id>(strapi, ENTRY).findMany({ select: ['id'], where: { run: id }, limit: AT_ONCE });
        await entries.deleteBy(
          'id',
          found.map((entry) => entry.id),
        );
        if (found.length < AT_ONCE) break;
        await nextTurn();
      }
      await rowsOf(strapi, RUN).deleteMany({ where: { id } });
    }
  }
}
