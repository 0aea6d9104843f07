import type { Core } from '@strapi/strapi';
import { rowsOf } from '../database/rows';
import type { ListPage, PageAsked } from '../../../shared/contracts/list';
import type { Entry } from '../../../shared/contracts/runs';
import type { KeptEntry } from '../store/entries';
import { literal, textCondition } from '../store/text-condition';
import { ENTRY } from '../store/uids';
import { shownProblem } from './shown-problem';

/** Which of a run's entries are wanted. */
export interface EntriesAsked extends PageAsked {
  readonly action?: string | undefined;
  /** The name of a problem, and how bad it is: both of the same problem. */
  readonly rule?: string | undefined;
  readonly severity?: string | undefined;
  /** Stands in the title or in the path, in capitals or not. */
  readonly q?: string | undefined;
  /** Only those with conflicts. */
  readonly conflicts?: boolean | undefined;
}

type Row = Omit<KeptEntry, 'conflicts' | 'problems'> & {
  readonly conflicts: Entry['conflicts'] | null;
  readonly problems: KeptEntry['problems'] | null;
};

const SELECT = ['id', 'page', 'path', 'action', 'reason', 'reasons', 'title', 'targetId', 'targetLocale', 'conflicts', 'problems'];

const toEntry = ({ id, page, path, action, reason, reasons, title, targetId, targetLocale, conflicts, problems }: Row): Entry => ({
  ...{ id, page, path, action, reason, reasons, title, documentId: targetId, locale: targetLocale === '' ? null : targetLocale },
  conflicts: conflicts ?? [],
  problems: (problems ?? []).map(shownProblem),
});

interface Found {
  readonly id: number;
}

/** A page of what a run did, or would do, in its order. */
export async function listEntries(strapi: Core.Strapi, run: number, asked: EntriesAsked): Promise<ListPage<Entry>> {
  const { page, pageSize, action, rule, severity, q, conflicts } = asked;
  const { tableName } = strapi.db.metadata.get(ENTRY);
  const wanted = strapi.db.connection(tableName).where({ run });
  if (action !== undefined) wanted.where({ action });
  // What stands in the index: ` rule:severity ` for each of a page's problems.
  if (rule !== undefined || severity !== undefined) {
    const [before, after] = [rule === undefined ? '%' : `% ${literal(rule)}`, severity === undefined ? '%' : `${literal(severity)} %`];
    wanted.whereNotNull('rules').whereRaw("rules like ? escape '!'", [`${before}:${after}`]);
  }
  if (conflicts) wanted.whereNotNull('conflicts');
  if (q !== undefined) {
    const { sql, bindings } = textCondition(strapi, ['title', 'path'], q);
    wanted.whereRaw(sql, bindings);
  }
  const some = wanted
    .clone()
    .orderBy('id')
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const count = async () => Number((await wanted.clone().count<{ total: number | string }[]>({ total: '*' }))[0]?.total ?? 0);
  // A text is looked for in every entry of the run, and they are counted on the way. Without one, both are read from an index alone.
  const counting = async () => {
    const rows = await some.select<(Found & { readonly total: number | string })[]>(
      'id',
      strapi.db.connection.raw<never>('count(*) over () as total'),
    );
    return { ids: rows, total: rows[0] === undefined ? await count() : Number(rows[0].total) };
  };
  const { ids, total } = q === undefined ? { ids: await some.select<Found[]>('id'), total: await count() } : await counting();
  const where = { id: { $in: ids.map(({ id }) => id) } };
  const rows = ids.length === 0 ? [] : await rowsOf<Row>(strapi, ENTRY).findMany({ select: SELECT, where, orderBy: { id: 'asc' } });
  return { items: rows.map(toEntry), total, page, pageSize };
}
