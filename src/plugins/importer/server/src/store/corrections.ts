import type { Core } from '@strapi/strapi';
import { createRowWriter } from '../bulk/row-writer';
import { rowsOf } from '../database/rows';
import type { CorrectedPage, Correction, GivenFields } from '../import/correction';
import { pageKey } from '../import/plan/fingerprint';
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
  /** Of the bytes of pages, whatever their names were then, or else of what had the name. */
  ofPages(pages: readonly CorrectedPage[]): Promise<Map<string, KeptCorrection>>;
  add(correction: NewCorrection): Promise<void>;
  /** Takes back that a page is left out, under this name or, with the same bytes, under another. */
  takeIn(page: string, pageHash: string | null): Promise<void>;
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

/** What counts of corrections in the order in which they were made, by key: leaving a page out changes no field that was given. */
function lastOfEach(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, KeptCorrection> {
  const last = new Map<string, KeptCorrection>();
  for (const row of [...rows].sort((a, b) => a.id - b.id)) {
    const { page: _page, fields, at, ...kept } = row;
    const before = last.get(keyOf(row));
    last.set(keyOf(row), { ...kept, at: new Date(at).toISOString(), fields: row.leftOut ? (before?.fields ?? {}) : fields });
  }
  return last;
}

export function createCorrections(strapi: Core.Strapi): Corrections {
  const rows = () => rowsOf<Row>(strapi, CORRECTION);
  const writer = createRowWriter(strapi, CORRECTION);

  return {
    isEmpty: async () => (await rows().findOne({ select: ['id'] })) === null,

    async ofPages(pages) {
      const asked = pages.map(({ page, hash }) => ({ page, pageHash: hash() }));
      const hashes = asked.flatMap(({ pageHash }) => pageHash ?? []);
      const named = asked.map(({ page }) => pageKey(page));
      const byName = lastOfEach((await writer.find('pageKey', named, SELECTED)) as unknown as Row[], ({ page }) => page);
      const byBytes = lastOfEach(
        hashes.length === 0 ? [] : ((await writer.find('pageHash', hashes, SELECTED)) as unknown as Row[]),
        ({ pageHash }) => pageHash ?? '',
      );
      const found = asked.map(({ page, pageHash }) => [page, byBytes.get(pageHash ?? '') ?? byName.get(page)] as const);
      return new Map(found.flatMap(([page, correction]) => (correction === undefined ? [] : [[page, correction] as const])));
    },

    async add(correction) {
      await rows().create({ data: { ...correction, pageKey: pageKey(correction.page), at: new Date() } });
    },

    async takeIn(page, pageHash) {
      const meant = [{ pageKey: pageKey(page) }, ...(pageHash === null ? [] : [{ pageHash }])];
      await rows().deleteMany({ where: { $or: meant, leftOut: true } });
    },

    async takeBack(run, pages) {
      await rows().deleteMany({ where: { run, ...(pages === undefined ? {} : { pageKey: { $in: pages.map(pageKey) } }) } });
    },
  };
}

/** Looks up what people have said, for one run: where there is nothing when it begins, nothing is asked. */
export function correctionsFor(corrections: Corrections): (pages: readonly CorrectedPage[]) => Promise<ReadonlyMap<string, Correction>> {
  let isEmpty: Promise<boolean> | undefined;
  return async (pages) => ((await (isEmpty ??= corrections.isEmpty())) ? new Map() : corrections.ofPages(pages));
}
