import type { Core } from '@strapi/strapi';
import { createRowWriter } from '../bulk/row-writer';
import { newDocumentId } from './document-id';
import type { ContentModel } from './content-model';

/** A count of views that was raised. */
export interface Raised {
  readonly from: number | null;
  readonly to: number;
}

/** The count of views that a page tells of an article. */
export interface ImportedCount {
  /** The article's document. */
  readonly article: string;
  readonly views: number;
}

/** Views of imported pages are where counting starts: a count that is higher already stays. */
export interface ImportedViews {
  /**
   * Raises counts, one after the other.
   *
   * @param isNew tells of an article that it was made in this transaction: nobody can have counted it.
   * @returns what each has raised; null where the count was as high.
   */
  raise(counts: readonly ImportedCount[], isNew: (article: string) => boolean): Promise<(Raised | null)[]>;
  /** Takes back what was raised. What readers have added since stays. */
  lower(raised: readonly (Raised & Pick<ImportedCount, 'article'>)[]): Promise<void>;
  forget(documentIds: readonly string[]): Promise<void>;
}

interface Row {
  readonly id: number;
  readonly views: number;
}

/** Where views are not counted. */
const NO_VIEWS: ImportedViews = {
  raise: (counts) => Promise.resolve(counts.map(() => null)),
  lower: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

export function createImportedViews(strapi: Core.Strapi, { views: type }: Pick<ContentModel, 'views'>): ImportedViews {
  if (type === null) return NO_VIEWS;
  const { uid, fields, toData } = type;
  const rows = createRowWriter(strapi, uid);
  /**
   * Keeps counts as they are until the transaction ends: a reader may be counted at any moment. They are held in the order in
   * which the counting of readers takes them, so that the two never wait for each other. In SQLite the transaction has the
   * database to itself.
   */
  const hold = async (documentIds: readonly string[]) => {
    if (strapi.db.dialect.client !== 'postgres') return;
    const where = { [fields.article]: { $in: documentIds } };
    await strapi.db
      .queryBuilder(uid)
      .init({ select: ['id'], where, orderBy: { [fields.article]: 'asc' } })
      .forUpdate()
      .execute();
  };

  const holdAndFind = async (given: readonly string[]): Promise<Map<string, Row>> => {
    const documentIds = [...new Set(given)];
    if (documentIds.length === 0) return new Map();
    await hold(documentIds);
    const found = await rows.find(fields.article, documentIds, ['id', fields.article, fields.views]);
    return new Map(found.map((row) => [String(row[fields.article]), { id: Number(row['id']), views: Number(row[fields.views]) }]));
  };

  const change = (changed: readonly Row[]) => rows.update(changed.map(({ id, views }) => ({ id, ...toData({ views }) })));

  return {
    async raise(counts, isNew) {
      const standing = await holdAndFind(counts.map(({ article }) => article).filter((article) => !isNew(article)));
      const highest = new Map<string, number>();
      const raised = counts.map(({ article, views: to }): Raised | null => {
        const from = highest.get(article) ?? standing.get(article)?.views ?? null;
        if (from !== null && from >= to) return null;
        highest.set(article, to);
        return { from, to };
      });
      const changed: Row[] = [];
      const added: ImportedCount[] = [];
      for (const [article, views] of highest) {
        const row = standing.get(article);
        if (row === undefined) added.push({ article, views });
        else changed.push({ id: row.id, views });
      }
      if (changed.length > 0) await change(changed);
      if (added.length > 0) await rows.insert(added.map((count) => ({ documentId: newDocumentId(), ...toData({ ...count }) })));
      return raised;
    },

    async lower(raised) {
      const standing = await holdAndFind(raised.map(({ article }) => article));
      const lowered = new Map<string, number>();
      for (const { article, from, to } of raised) lowered.set(article, (lowered.get(article) ?? 0) + to - (from ?? 0));
      const changed = [...standing].map(([article, { id, views }]) => ({ id, views: Math.max(0, views - (lowered.get(article) ?? 0)) }));
      if (changed.length > 0) await change(changed);
    },

    async forget(documentIds) {
      if (documentIds.length > 0) await rows.deleteBy(fields.article, documentIds);
    },
  };
}
