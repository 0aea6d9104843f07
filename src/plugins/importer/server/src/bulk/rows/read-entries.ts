import type { Entry, StandingEntry } from '../content/content';
import { populateOf, restoreContent } from '../content/restore-content';
import type { Status } from '../documents';
import { DOCUMENT_COLUMN, LOCALE_COLUMN, PUBLISHED_COLUMN } from '../model/model';
import type { Session } from '../session';
import { type Condition, NOT_NULL } from './tables';

/** Where a row of a document stands. */
export interface Place {
  readonly documentId: string;
  readonly locale: string | null;
}

export interface StandingRow extends Place {
  readonly id: number;
  readonly status: Status;
}

/** One key for each locale of each document. */
export const placeKey = ({ documentId, locale }: Place) => JSON.stringify([documentId, locale]);

/** All rows of some documents, in any locale. */
export async function findRows({ type, tables }: Session, documentIds: readonly string[], status?: Status): Promise<StandingRow[]> {
  const columns = ['id', DOCUMENT_COLUMN, LOCALE_COLUMN, PUBLISHED_COLUMN];
  const ofStatus: Condition =
    status === undefined || !type.draftAndPublish ? {} : { [PUBLISHED_COLUMN]: status === 'draft' ? null : NOT_NULL };
  const rows = await tables.select(type.table, columns, { [DOCUMENT_COLUMN]: [...new Set(documentIds)], ...ofStatus });
  return rows.map((row) => ({
    id: Number(row['id']),
    documentId: String(row[DOCUMENT_COLUMN]),
    locale: type.localized ? String(row[LOCALE_COLUMN]) : null,
    status: type.draftAndPublish && row[PUBLISHED_COLUMN] === null ? 'draft' : 'published',
  }));
}

const AT_ONCE = 500;

const asDate = (value: unknown) => new Date(value as string | number | Date);

/** Whole entries with everything that is in them, or only the fields that are wanted. They come in the order of `ids`. */
export async function readEntries(
  { strapi, models, type }: Session,
  ids: readonly number[],
  wanted?: (name: string) => boolean,
): Promise<StandingEntry[]> {
  const found = new Map<number, StandingEntry>();
  const populate = populateOf(models, type, wanted);
  const shown = type.scalars.map(({ name }) => name).filter((name) => wanted?.(name) !== false);
  const select = ['id', 'documentId', 'locale', 'publishedAt', 'createdAt', 'updatedAt', ...shown];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const where = { id: { $in: ids.slice(start, start + AT_ONCE) } };
    // The query builder, other than the repositories, runs no lifecycles.
    const rows = await strapi.db.queryBuilder(type.uid).init({ select, where, populate }).execute<Record<string, unknown>[]>();
    for (const row of rows) {
      const publishedAt = row['publishedAt'] === null ? null : asDate(row['publishedAt']);
      found.set(Number(row['id']), {
        index: 0,
        id: Number(row['id']),
        documentId: String(row['documentId']),
        locale: type.localized ? String(row['locale']) : null,
        status: type.draftAndPublish && publishedAt === null ? 'draft' : 'published',
        createdAt: asDate(row['createdAt']),
        updatedAt: asDate(row['updatedAt']),
        publishedAt,
        content: restoreContent(models, type, row),
      });
    }
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The version of a draft that is to be published. */
export const toPublished = (draft: Entry, now: Date): Entry => ({ ...draft, status: 'published', publishedAt: now });
