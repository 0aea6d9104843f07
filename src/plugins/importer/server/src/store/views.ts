import type { Core } from '@strapi/strapi';
import { createRowWriter } from '../bulk/row-writer';

const VIEWS = 'api::views.view-count';

/** A count of views that was raised. */
export interface Raised {
  readonly from: number | null;
  readonly to: number;
}

/** Views of imported pages are where counting starts: a count that is higher already stays. */
export interface ImportedViews {
  /** @returns what was raised, by document. */
  raise(views: ReadonlyMap<string, number>): Promise<Map<string, Raised>>;
  /** Takes back what was raised. What readers have added since stays. */
  lower(raised: ReadonlyMap<string, Raised>): Promise<void>;
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
    const found = (await rows.find('article', documentIds, ['id', 'article', 'views'])) as unknown as Row[];
    return new Map(found.map((row) => [row.article, row]));
  };

  return {
    async raise(views) {
      const standing = await find([...views.keys()]);
      const raised = new Map<string, Raised>();
      for (const [article, to] of views) {
        const from = standing.get(article)?.views ?? null;
        if (from === null || from < to) raised.set(article, { from, to });
      }
      const changed = [...raised].flatMap(([article, { to }]) => {
        const row = standing.get(article);
        return row === undefined ? [] : [{ id: row.id, views: to }];
      });
      const added = [...raised].flatMap(([article, { from, to }]) => (from === null ? [{ article, views: to }] : []));
      if (changed.length > 0) await rows.update(changed);
      if (added.length > 0) await rows.insert(added);
      return raised;
    },

    async lower(raised) {
      const standing = await find([...raised.keys()]);
      const lowered = [...raised].flatMap(([article, { from, to }]) => {
        const row = standing.get(article);
        return row === undefined ? [] : [{ id: row.id, views: Math.max(0, row.views - (to - (from ?? 0))) }];
      });
      if (lowered.length > 0) await rows.update(lowered);
    },

    async forget(documentIds) {
      if (documentIds.length > 0) await rows.deleteBy('article', documentIds);
    },
  };
}
