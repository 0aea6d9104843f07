import type { Core } from '@strapi/strapi';
import { rowsOf } from '../../../../../strapi/rows';
import type { LedgerItem } from '../pipeline/plan/ledger';
import type { Store } from '../pipeline/store';

const ITEM = 'plugin::importer.item';
const RUN = 'plugin::importer.run';

/** Raised whenever the importer recognises or writes pages differently, so that the ledger tells who wrote what. */
const IMPORTER_VERSION = 1;

/** The ledger and the history of runs. */
export interface Ledger {
  beginRun: Store['beginRun'];
  endRun: Store['endRun'];
  itemsOfPages(pages: readonly string[]): Promise<LedgerItem[]>;
  itemsOfStories(storyKeys: readonly string[]): Promise<LedgerItem[]>;
  /** Writes the item of a page and its article, in place of the one that the two had. */
  record(item: LedgerItem, run: string): Promise<void>;
}

export function createLedger(strapi: Core.Strapi): Ledger {
  const runs = () => rowsOf<{ readonly documentId: string }>(strapi, RUN);
  const rows = () => rowsOf<LedgerItem & { readonly id: number }>(strapi, ITEM);
  const items = (where: Record<string, unknown>) => rows().findMany({ where, orderBy: { id: 'asc' } });

  return {
    async beginRun(source, options) {
      const run = await runs().create({ data: { startedAt: new Date(), state: 'running', source, options } });
      return run.documentId;
    },

    async endRun(run, state, counts) {
      await runs().update({ where: { documentId: run }, data: { finishedAt: new Date(), state, counts } });
    },

    itemsOfPages: (pages) => items({ page: { $in: pages } }),

    itemsOfStories: (storyKeys) => items({ storyKey: { $in: storyKeys } }),

    async record(item, run) {
      const data = { ...item, runId: run, importerVersion: IMPORTER_VERSION };
      const known = await rows().findOne({ where: { page: item.page, targetId: item.targetId, targetLocale: item.targetLocale } });
      if (known === null) await rows().create({ data });
      else await rows().update({ where: { id: known.id }, data });
    },
  };
}
