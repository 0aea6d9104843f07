import type { Entry, StandingEntry } from '../content/content';
import type { Status } from '../documents';
import { DOCUMENT_COLUMN, LOCALE_COLUMN, PUBLISHED_COLUMN } from '../model/model';
import type { Session } from '../session';
import { readContents } from './read-contents';
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

const asDate = (value: unknown) => new Date(value as string | number | Date);

/** Whole entries with everything that is in them, or only the fields that are wanted. They come in the order of `ids`. */
export async function readEntries(session: Session, ids: readonly number[], wanted?: (name: string) => boolean): Promise<StandingEntry[]> {
  const { type } = session;
  const columnOf = (name: string) => type.scalars.find((scalar) => scalar.name === name)?.column ?? name;
  const [createdColumn, updatedColumn] = [columnOf('createdAt'), columnOf('updatedAt')];
  const columns = [DOCUMENT_COLUMN, LOCALE_COLUMN, PUBLISHED_COLUMN, createdColumn, updatedColumn];
  const entries = new Map<number, StandingEntry>();
  for (const { id, row, content } of await readContents(session, type, ids, wanted, columns)) {
    const publishedAt = row[PUBLISHED_COLUMN] === null ? null : asDate(row[PUBLISHED_COLUMN]);
    entries.set(id, {
      index: 0,
      id,
      documentId: String(row[DOCUMENT_COLUMN]),
      locale: type.localized ? String(row[LOCALE_COLUMN]) : null,
      status: type.draftAndPublish && publishedAt === null ? 'draft' : 'published',
      createdAt: asDate(row[createdColumn]),
      updatedAt: asDate(row[updatedColumn]),
      publishedAt,
      content,
    });
  }
  return ids.flatMap((id) => entries.get(id) ?? []);
}

/** The version of a draft that is to be published. */
export const toPublished = (draft: Entry, now: Date): Entry => ({ ...draft, status: 'published', publishedAt: now });
