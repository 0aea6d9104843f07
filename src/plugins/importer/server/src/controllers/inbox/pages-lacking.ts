import type { Core } from '@strapi/strapi';
import type { CorrectedField } from '../../../../shared/contracts/pages';
import type { Rule } from '../../import/problem';
import type { Place } from '../../import/source/found';
import { haveSameSource } from '../../store/run-source';
import { createRuns, type KeptRun } from '../../store/runs';
import { ITEM } from '../../store/uids';
import { createInboxRows } from './inbox-rows';

/** What is wrong with a page in quarantine that lacks a field. One that lacks its category is not in it. */
const LACKING: Readonly<Record<CorrectedField, readonly Rule[]>> = {
  title: ['headline-missing'],
  datePublished: ['date-missing', 'date-invalid'],
  category: [],
};

interface Row {
  readonly page: string;
  readonly path: string | null;
  readonly run: number;
}

/** The pages in quarantine, of the source that a run has read, that lack one of some fields. */
export async function pagesLacking(strapi: Core.Strapi, fields: readonly CorrectedField[], run: KeptRun): Promise<Place[]> {
  const rows = createInboxRows(strapi);
  const { tableName } = strapi.db.metadata.get(ITEM);
  const columns = ['page', 'path', 'run'].map((column) => `${tableName}.${column}`);
  const lacking: Row[] = [];
  for (const rule of fields.flatMap((field) => LACKING[field])) {
    lacking.push(...(await rows.ofRule(rows.pages(), rule).orderBy(`${tableName}.page`).select<Row[]>(columns)));
  }
  const isSame = new Map<number, boolean>();
  for (const id of new Set(lacking.map((row) => row.run))) {
    const other = await createRuns(strapi).find(id);
    isSame.set(id, other !== null && haveSameSource(other, run));
  }
  const places = new Map<string, Place>();
  for (const { page, path, run: id } of lacking) if (isSame.get(id) === true) places.set(page, { name: page, path: path ?? page });
  return [...places.values()];
}
