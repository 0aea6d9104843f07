import type { Core } from '@strapi/strapi';
import type { Reason, Reasoned } from '../../../shared/contracts/reasons';
import { createRowWriter } from '../bulk/row-writer';
import type { Transaction } from '../bulk/rows/tables';
import { bySize, sizeInSql } from '../database/by-size';
import { rowsOf } from '../database/rows';
import type { Action, Conflict } from '../import/plan/plan-entry';
import type { LedgerItem } from '../import/plan/ledger';
import { TERM_KINDS, type TermKind } from '../import/plan/terms';
import type { Problem } from '../import/problem';
import { type ReportedOutcome, type ReportedPage, reportedPage } from '../import/report/run-report';
import { reasonText } from '../messages/reasons';
import { newDocumentId } from './document-id';
import { ENTRY } from './uids';

/** What stood before a run changed it, so that it can be undone. What was not there is null. */
export interface Before {
  readonly item?: LedgerItem | null;
  /** Fields of the draft that were changed, categories, tags and authors by their documents. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Whether the published version was changed with the draft. */
  readonly published?: boolean;
  /** What the ledger held of the page, which had become no document. */
  readonly quarantined?: LedgerItem;
  /** Fields in which a person let the editor's value stand. */
  readonly settled?: readonly string[];
  /** The file of the media library that a partner's logo came with. */
  readonly picture?: number;
  /** The count of views before it was raised, and what it was raised to. */
  readonly views?: { readonly from: number | null; readonly to: number };
}

/** Something that a run did: with a page, or with the site, a partner, a category, a tag or an author. */
interface Done {
  readonly page: string;
  readonly path: string;
  readonly action: Exclude<Action, 'skip'> | TermKind | 'site' | 'partner' | 'remove' | 'restore';
  readonly targetId: string | null;
  readonly targetLocale: string | null;
  readonly title: string | null;
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly Problem[];
  /** Of the bytes that the run read; null for what is no page, and for one that could not be read. */
  readonly pageHash?: string | null;
  readonly before: Before | null;
}

export interface RunEntry extends Done {
  readonly reasons: readonly Reason[];
}

export interface KeptEntry extends Done, Reasoned {
  readonly id: number;
}

/** Where there is nothing to list, nothing is stored. */
type EntryRow = Omit<KeptEntry, 'conflicts' | 'problems'> & { readonly conflicts: Conflict[] | null; readonly problems: Problem[] | null };

/** What runs did, in their order. */
export interface Entries {
  add(run: number, entries: readonly RunEntry[]): Promise<void>;
  /** All of a run's, or those of some kinds only. */
  ofRun(run: number, actions?: readonly string[]): AsyncGenerator<KeptEntry>;
  /** How many a run has of some kinds. */
  count(run: number, actions: readonly string[]): Promise<number>;
  /** Some of a run's, the last first, that came before one. */
  lastOfRun(run: number, before: number | null, count: number): Promise<KeptEntry[]>;
}

/** So many are read together, and so many bytes of what they hold. */
const AT_ONCE = 500;
const MOST_BYTES = 8_000_000;

const NOT_PAGES: readonly string[] = ['site', 'partner', ...TERM_KINDS];

export const isPage = ({ action }: KeptEntry): boolean => !NOT_PAGES.includes(action);

export const toReported = ({ path, action, reason, targetId, targetLocale, title, conflicts, problems }: KeptEntry): ReportedPage => ({
  ...{ page: path, action: action as ReportedPage['action'], reason, title, conflicts, problems },
  ...{ documentId: targetId, locale: targetLocale },
});

/** What a run keeps of what became of a page. */
export function entryOf(outcome: ReportedOutcome, before: Before | null): RunEntry {
  const { documentId, locale, page: path, action, title, conflicts, problems } = reportedPage(outcome);
  const { page, pageHash, reasons } = outcome.entry;
  return { page, path, pageHash, action, reasons, targetId: documentId, targetLocale: locale, title, conflicts, problems, before };
}

/** The rules of some problems, as lists are filtered by them: ` date-missing:error `, each with a blank on both sides. */
const rulesOf = (problems: readonly Problem[]) => `${[...new Set(problems.map(({ rule, severity }) => ` ${rule}:${severity}`))].join('')} `;

export function createEntries(strapi: Core.Strapi): Entries {
  const writer = createRowWriter(strapi, ENTRY);
  const { tableName } = strapi.db.metadata.get(ENTRY);
  const size = ['before', 'conflicts'].map((column) => sizeInSql(strapi.db.dialect.client, `"${column}"`)).join(' + ');

  /** The first of some entries, as many as may be in memory together: what stood in an article before may be a long text. */
  const fitting = async (ids: readonly number[]): Promise<readonly number[]> => {
    const select = ({ trx }: { readonly trx: Transaction }) =>
      strapi.db
        .connection(tableName)
        .transacting(trx)
        .whereIn('id', [...ids])
        .select<{ id: number; size: unknown }[]>('id', strapi.db.connection.raw(`${size} as size`));
    const sized = await strapi.db.transaction(select);
    const sizes = new Map(sized.map((row) => [row.id, row.size]));
    return (
      bySize(
        ids.map((id) => ({ id, size: sizes.get(id) ?? 0 })),
        MOST_BYTES,
      )[0]?.map(({ id }) => id) ?? []
    );
  };

  /** Some entries, at most so many; none where there is none. */
  const read = async (where: object, order: 'asc' | 'desc', limit: number): Promise<KeptEntry[]> => {
    const found = await rowsOf<{ id: number }>(strapi, ENTRY).findMany({
      ...{ select: ['id'], where: where as Record<string, unknown>, orderBy: { id: order }, limit },
    });
    const ids = await fitting(found.map(({ id }) => id));
    const rows = await rowsOf<EntryRow>(strapi, ENTRY).findMany({ where: { id: { $in: ids } }, orderBy: { id: order } });
    return rows.map((row) => ({ ...row, conflicts: row.conflicts ?? [], problems: row.problems ?? [] }));
  };

  return {
    async add(run, entries) {
      const rows = entries.map((entry) => ({
        run,
        documentId: newDocumentId(),
        ...entry,
        reason: reasonText(entry.reasons),
        conflicts: entry.conflicts.length > 0 ? entry.conflicts : null,
        problems: entry.problems.length > 0 ? entry.problems : null,
        rules: entry.problems.length > 0 ? rulesOf(entry.problems) : null,
      }));
      if (rows.length > 0) await writer.insert(rows);
    },

    async *ofRun(run, actions) {
      let last = 0;
      for (;;) {
        const entries = await read({ run, id: { $gt: last }, ...(actions ? { action: { $in: actions } } : {}) }, 'asc', AT_ONCE);
        if (entries.length === 0) return;
        yield* entries;
        last = entries.at(-1)?.id ?? last;
      }
    },

    count: (run, actions) => rowsOf(strapi, ENTRY).count({ where: { run, action: { $in: actions } } }),

    lastOfRun: (run, before, count) => read({ run, ...(before === null ? {} : { id: { $lt: before } }) }, 'desc', count),
  };
}
