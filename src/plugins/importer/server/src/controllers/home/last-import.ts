import type { Core } from '@strapi/strapi';
import type { LastImport } from '../../../../shared/contracts/home';
import { rowsOf } from '../../database/rows';
import { toRun } from '../../history/to-run';
import { asKept, type KeptRun } from '../../store/runs';
import { RUN } from '../../store/uids';

/** The newest import, however it stands; null where there was none. Previews and undoings do not count. */
export async function readLastImport(strapi: Core.Strapi): Promise<LastImport> {
  const [newest] = await rowsOf<KeptRun>(strapi, RUN).findMany({ where: { kind: 'import' }, orderBy: { id: 'desc' }, limit: 1 });
  return newest === undefined ? null : { ...(await toRun(strapi, asKept(newest))), nearDuplicates: [] };
}
