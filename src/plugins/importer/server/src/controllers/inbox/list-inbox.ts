import type { Core } from '@strapi/strapi';
import type { InboxItem, InboxSummary } from '../../../../shared/contracts/inbox';
import type { ListPage } from '../../../../shared/contracts/list';
import type { Conflict } from '../../../../shared/contracts/runs';
import { rowsOf } from '../../database/rows';
import type { Problem } from '../../import/problem';
import { ITEM } from '../../store/uids';
import { shownProblem } from '../../history/shown-problem';
import { createInboxRows, type InboxRows, type Query } from './inbox-rows';

/** What is asked of the inbox. */
export interface InboxAsked {
  readonly kind: InboxItem['kind'];
  readonly rule?: string | undefined;
  readonly q?: string | undefined;
  readonly page: number;
  readonly pageSize: number;
}

interface Row {
  readonly id: number;
  readonly page: string;
  readonly path: string | null;
  readonly title: string | null;
  readonly run: number;
  readonly problems: readonly Problem[] | null;
  readonly conflicts: readonly Conflict[] | null;
  readonly conflictsIn: number | null;
  readonly targetId: string;
  readonly targetLocale: string;
}

const orNull = (text: string) => (text === '' ? null : text);

const toItem = (kind: InboxItem['kind'], row: Row): InboxItem => ({
  ...{ id: `${kind}-${row.id}`, kind, page: row.page, path: row.path ?? row.page, title: row.title },
  run: kind === 'conflict' ? (row.conflictsIn ?? row.run) : row.run,
  problems: (row.problems ?? []).map(shownProblem),
  conflicts: kind === 'conflict' ? (row.conflicts ?? []) : [],
  ...{ documentId: orNull(row.targetId), locale: orNull(row.targetLocale) },
});

const ofKind = (rows: InboxRows, kind: InboxItem['kind']) =>
  ({ page: () => rows.pages(), conflict: () => rows.conflicts(), 'left-out': () => rows.leftOut() })[kind]();

async function countOf(query: Query): Promise<number> {
  const [counted] = await query.count<{ count: number | string }[]>({ count: '*' });
  return Number(counted?.count ?? 0);
}

/** One page of what waits for a person, what was reported last first. */
export async function listInbox(strapi: Core.Strapi, { kind, rule, q, page, pageSize }: InboxAsked): Promise<ListPage<InboxItem>> {
  const rows = createInboxRows(strapi);
  const asked = () => {
    const all = ofKind(rows, kind);
    const ruled = rule === undefined || kind === 'conflict' ? all : rows.ofRule(all, rule);
    return q === undefined || q === '' ? ruled : rows.withText(ruled, q);
  };
  const { tableName } = strapi.db.metadata.get(ITEM);
  const order = [{ column: `${tableName}.${kind === 'conflict' ? 'conflicts_in' : 'run'}`, order: 'desc' }, { column: `${tableName}.id` }];
  const ids = await asked()
    .orderBy(order)
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .select<{ id: number }[]>(`${tableName}.id`);
  const found = await rowsOf<Row>(strapi, ITEM).findMany({ where: { id: { $in: ids.map(({ id }) => id) } } });
  const byId = new Map(found.map((row) => [row.id, row]));
  const items = ids.flatMap(({ id }) => byId.get(id) ?? []).map((row) => toItem(kind, row));
  return { items, total: await countOf(asked()), page, pageSize };
}

/** How much waits for a person. */
export async function summariseInbox(strapi: Core.Strapi): Promise<InboxSummary> {
  const rows = createInboxRows(strapi);
  const [pages, conflicts] = [await countOf(rows.pages()), await countOf(rows.conflicts())];
  return { pages, conflicts, leftOut: await countOf(rows.leftOut()), rules: await rows.countRules(rows.pages()) };
}
