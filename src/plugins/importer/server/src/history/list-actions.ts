import type { Core } from '@strapi/strapi';
import type { ActionName, ActionRun, PersonAction } from '../../../shared/contracts/actions';
import type { ListPage, PageAsked } from '../../../shared/contracts/list';
import { rowsOf } from '../database/rows';
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

type Where = Readonly<Record<string, unknown>>;

async function pageOf(strapi: Core.Strapi, where: Where, order: 'asc' | 'desc', { page, pageSize }: PageAsked) {
  const rows = rowsOf<ActionRow>(strapi, ACTION);
  const found = await rows.findMany({ where, orderBy: { id: order }, limit: pageSize, offset: (page - 1) * pageSize });
  return { items: await toActions(strapi, found), total: await rows.count({ where }), page, pageSize };
}

/** One page of what people did with a run, in its order; also what it came of. */
export const listActionsOf = (strapi: Core.Strapi, run: number, asked: PageAsked): Promise<ListPage<PersonAction>> =>
  pageOf(strapi, { $or: [{ run }, { newRun: run }] }, 'asc', asked);

/** One page of all that people did, the newest first. */
export const listActions = (strapi: Core.Strapi, asked: PageAsked): Promise<ListPage<PersonAction>> => pageOf(strapi, {}, 'desc', asked);
