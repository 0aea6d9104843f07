import type { Core } from '@strapi/strapi';
import { textCondition } from '../../store/text-condition';
import { CORRECTION, ITEM } from '../../store/uids';

/** The rows of the ledger that wait for a person. */
export interface InboxRows {
  /** Pages that were kept out of the archive, but for those that a person left out. */
  pages(): Query;
  /** Pages that a person left out, also those that became articles before. */
  leftOut(): Query;
  /** Pages with conflicts. */
  conflicts(): Query;
  /** Has only the pages with a problem of a rule. */
  ofRule(query: Query, rule: string): Query;
  /** Has only what bears a text in its name, path or headline. */
  withText(query: Query, text: string): Query;
  /** How many pages of a query have a problem of each rule. */
  countRules(query: Query): Promise<{ rule: string; count: number }[]>;
}

const build = (strapi: Core.Strapi) => strapi.db.connection(strapi.db.metadata.get(ITEM).tableName);

export type Query = ReturnType<typeof build>;

/** What is in quarantine has no document: an index knows these rows. */
const NO_DOCUMENT = '';

const SEARCHED = ['page', 'path', 'title'] as const;

export function createInboxRows(strapi: Core.Strapi): InboxRows {
  const items = strapi.db.metadata.get(ITEM).tableName;
  const corrections = strapi.db.metadata.get(CORRECTION).tableName;
  const isPostgres = strapi.db.dialect.client === 'postgres';
  const connection = () => strapi.db.connection;

  const isLeftOut = () => {
    const leftOut = connection()(corrections).where(`${corrections}.left_out`, true);
    const columns = [
      `${corrections}.page_hash`,
      `${items}.page_hash`,
      `${corrections}.page_hash`,
      `${corrections}.page_key`,
      `${items}.page_key`,
    ];
    // A correction holds for pages with the same bytes; one of a page that could not be read holds for its name.
    return leftOut.whereRaw('(?? = ?? or (?? is null and ?? = ??))', columns).select(`${corrections}.id`);
  };

  return {
    pages() {
      return build(strapi)
        .where(`${items}.target_id`, NO_DOCUMENT)
        .whereIn(`${items}.status`, ['quarantined', 'failed'])
        .whereNotExists(isLeftOut());
    },

    leftOut: () => build(strapi).whereExists(isLeftOut()),

    conflicts: () => build(strapi).whereNotNull(`${items}.conflicts_in`),

    ofRule(query, rule) {
      return isPostgres
        ? query.whereRaw('??::jsonb @> ?::jsonb', [`${items}.problems`, JSON.stringify([{ rule }])])
        : query.whereRaw("exists (select 1 from json_each(??) where json_extract(value, '$.rule') = ?)", [`${items}.problems`, rule]);
    },

    withText(query, text) {
      const columns = SEARCHED.map((column) => `${items}.${column}`);
      const { sql, bindings } = textCondition(strapi, columns, text);
      return query.whereRaw(sql, bindings);
    },

    async countRules(query) {
      const each = isPostgres
        ? query.joinRaw('cross join lateral jsonb_array_elements(??::jsonb) as problem(value)', [`${items}.problems`])
        : query.joinRaw('cross join json_each(??) as problem', [`${items}.problems`]);
      const rule = isPostgres ? "problem.value ->> 'rule'" : "json_extract(problem.value, '$.rule')";
      const counted = connection().raw('count(distinct ??) as count', [`${items}.id`]);
      const rows = await each
        .select<{ rule: string; count: number | string }[]>(connection().raw(`${rule} as rule`), counted)
        .groupByRaw(rule);
      return rows.map(({ rule: name, count }) => ({ rule: name, count: Number(count) })).sort((a, b) => b.count - a.count);
    },
  };
}
