import type { Core } from '@strapi/strapi';
import { createRowWriter } from '../bulk/row-writer';
import { rowsOf } from '../../../../../strapi/rows';
import type { Correction, GivenFields } from '../pipeline/correction';
import { pageKey } from './ledger';
import { CORRECTION } from './uids';

/** What a person has said of a page, as it is kept. */
export interface KeptCorrection extends Correction {
  readonly id: number;
  readonly at: string;
}

interface NewCorrection extends Correction {
  readonly page: string;
  /** The run that has imported the page so; none where it is left out. */
  readonly run: number | null;
}

/** What people have said of pages. The last word on a page counts; taking it back lets the one before count again. */
export interface Corrections {
  isEmpty(): Promise<boolean>;
  ofPages(pages: readonly string[]): Promise<Map<string, KeptCorrection>>;
  add(correction: NewCorrection): Promise<void>;
  /** Takes back that a page is left out. */
  takeIn(page: string): Promise<void>;
  /** Takes back what was said of some pages with a run, or of all of them. */
  takeBack(run: number, pages?: readonly string[]): Promise<void>;
}

interface Row {
  readonly id: number;
  readonly page: string;
  readonly pageHash: string | null;
  readonly fields: GivenFields;
  readonly leftOut: boolean;
  readonly by: string;
  readonly at: string | Date;
  readonly run: number | null;
}

const SELECTED = ['id', 'page', 'pageHash', 'fields', 'leftOut', 'by', 'at'] as const;

export function createCorrections(strapi: Core.Strapi): Corrections {
  const rows = () => rowsOf<Row>(strapi, CORRECTION);
  const writer = createRowWriter(strapi, CORRECTION);

  return {
    isEmpty: async () => (await rows().findOne({ select: ['id'] })) === null,

    async ofPages(pages) {
      const found = (await writer.find('pageKey', pages.map(pageKey), SELECTED)) as unknown as Row[];
      const last = new Map<string, KeptCorrection>();
      for (const { page, fields, at, ...row } of found) {
        const before = last.get(page);
        last.set(page, { ...row, at: new Date(at).toISOString(), fields: row.leftOut ? (before?.fields ?? {}) : fields });
      }
      return last;
    },

    async add(correction) {
      await rows().create({ data: { ...correction, pageKey: pageKey(correction.page), at: new Date() } });
    },

    async takeIn(page) {
      await rows().deleteMany({ where: { pageKey: pageKey(page), leftOut: true } });
    },

    async takeBack(run, pages) {
      await rows().deleteMany({ where: { run, ...(pages === undefined ? {} : { pageKey: { $in: pages.map(pageKey) } }) } });
    },
  };
}

/** Looks up what people have said, for one run: where there is nothing when it begins, nothing is asked. */
export function correctionsFor(corrections: Corrections): (pages: readonly string[]) => Promise<ReadonlyMap<string, Correction>> {
  let isEmpty: Promise<boolean> | undefined;
  return async (pages) => ((await (isEmpty ??= corrections.isEmpty())) ? new Map() : corrections.ofPages(pages));
}
