import type { Core } from '@strapi/strapi';
import type { ActionName, ActionRun, PersonAction } from '../../../shared/contracts/actions';
import type { ListPage, PageAsked } from '../../../shared/contracts/list';
import { rowsOf } from '../../../../../strapi/rows';
import { nameUploads } from './name-uploads';
import type { KeptRun } from '../store/runs';
import { ACTION, RUN } from '../store/uids';

interface ActionRow {
  readonly id: number;
  readonly at: string | Date;
  readonly by: string;
  readonly action: ActionName;
  readonly run: number | null;
  readonly newRun: number | null;
  readonly about: string | null;
}

/** So many are told of one run, the newest of them. */
const MOST = 500;

const runsOf = ({ run, newRun }: ActionRow) => [run, newRun].filter((id) => id !== null);

async function toActions(strapi: Core.Strapi, rows: readonly ActionRow[]): Promise<PersonAction[]> {
  const named = await nameUploads(strapi, rows);
  const ids = [...new Set(rows.flatMap(runsOf))];
  const where = { id: { $in: ids } };
  const found = ids.length === 0 ? [] : await rowsOf<KeptRun>(strapi, RUN).findMany({ select: ['id', 'kind', 'undoes'], where });
  const runs = new Map(found.map(({ id, kind, undoes }): [number, ActionRun] => [id, { id, kind, undoes }]));
  return named.map((row) => ({
    ...{ id: row.id, at: new Date(row.at).toISOString(), by: row.by, action: row.action, about: row.about },
    runs: runsOf(row).map((id) => runs.get(id) ?? { id, kind: null, undoes: null }),
  }));
}

/** What people did with a run, in its order; also what it came of. */
export async function actionsOfRun(strapi: Core.Strapi, run: number): Promise<PersonAction[]> {
  const where = { $or: [{ run }, { newRun: run }] };
  const rows = await rowsOf<ActionRow>(strapi, ACTION).findMany({ where, orderBy: { id: 'desc' }, limit: MOST });
  return toActions(strapi, rows.reverse());
}

/** One page of all that people did, the newest first. */
export async function listActions(strapi: Core.Strapi, { page, pageSize }: PageAsked): Promise<ListPage<PersonAction>> {
  const rows = rowsOf<ActionRow>(strapi, ACTION);
  const found = await rows.findMany({ orderBy: { id: 'desc' }, limit: pageSize, offset: (page - 1) * pageSize });
  return { items: await toActions(strapi, found), total: await rows.count({}), page, pageSize };
}
