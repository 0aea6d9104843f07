import type { Core } from '@strapi/strapi';
import { createRowWriter } from '../bulk/row-writer';
import { newDocumentId } from './document-id';

const VIEWS = 'api::views.view-count';

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
  /** Raises counts, one after the other. @returns what each has raised; null where the count was as high. */
  raise(counts: readonly ImportedCount[]): Promise<(Raised | null)[]>;
  /** Takes back what was raised. What readers have added since stays. */
  lower(raised: readonly (Raised & Pick<ImportedCount, 'article'>)[]): Promise<void>;
  forget(documentIds: readonly string[]): Promise<void>;
}

interface Row {
  readonly id: number;
  readonly article: string;
  readonly views: number;
}

export function createImportedViews(strapi: Core.Strapi): ImportedViews {
  const rows = createRowWriter(strapi, VIEWS);
  const find = async (documentIds: readonly string[]): Promise<Map<string, Row>> => {
    if (documentIds.length === 0) return new Map();
    const found = (await rows.find('article', [...new Set(documentIds)], ['id', 'article', 'views'])) as unknown as Row[];
    return new Map(found.map((row) => [row.article, row]));
  };

  return {
    async raise(counts) {
      const standing = await find(counts.map(({ article }) => article));
      const highest = new Map<string, number>();
      const raised = counts.map(({ article, views: to }): Raised | null => {
        const from = highest.get(article) ?? standing.get(article)?.views ?? null;
        if (from !== null && from >= to) return null;
        highest.set(article, to);
        return { from, to };
      });
      const changed: { readonly id: number; readonly views: number }[] = [];
      const added: ImportedCount[] = [];
      for (const [article, views] of highest) {
        const row = standing.get(article);
        if (row === undefined) added.push({ article, views });
        else changed.push({ id: row.id, views });
      }
      if (changed.length > 0) await rows.update(changed);
      if (added.length > 0) await rows.insert(added.map((count) => ({ ...count, documentId: newDocumentId() })));
      return raised;
    },

    async lower(raised) {
      const standing = await find(raised.map(({ article }) => article));
      const lowered = new Map<string, number>();
      for (const { article, from, to } of raised) lowered.set(article, (lowered.get(article) ?? 0) + to - (from ?? 0));
      const changed = [...standing.values()].map(({ id, article, views }) => ({
        id,
        views: Math.max(0, views - (lowered.get(article) ?? 0)),
      }));
      if (changed.length > 0) await rows.update(changed);
    },

    async forget(documentIds) {
      if (documentIds.length > 0) await rows.deleteBy('article', documentIds);
    },
  };
}
