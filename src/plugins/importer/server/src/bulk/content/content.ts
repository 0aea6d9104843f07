import type { Status } from '../documents';

/** A document that a relation points to. */
export interface Target {
  readonly documentId: string;
  /** Null when the relation does not name one. */
  readonly locale: string | null;
}

/**
 * The fields of one entry or component, sorted by what they are. A field that is not here is left as it is, or empty in
 * a new entry; an empty list empties it.
 */
export interface Content {
  readonly uid: string;
  readonly scalars: Readonly<Record<string, unknown>>;
  readonly references: Readonly<Record<string, number | null>>;
  readonly links: Readonly<Record<string, readonly Target[]>>;
  /** Ids of files. */
  readonly media: Readonly<Record<string, readonly number[]>>;
  readonly components: Readonly<Record<string, readonly Content[]>>;
}

/** Fields of a content type that are no content: an entry says them itself. */
export const ENTRY_FIELDS = ['id', 'documentId', 'locale', 'createdAt', 'updatedAt', 'publishedAt'];

/** One row of a content type, with all that belongs to it: a locale of a document, as draft or published. */
export interface Entry {
  /** The place of the document in the batch. */
  readonly index: number;
  readonly documentId: string;
  readonly locale: string | null;
  /** Always `published` for content types without draft & publish. */
  readonly status: Status;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly publishedAt: Date | null;
  readonly content: Content;
}

/** An entry that stands already: its content names the fields that are to change. */
export interface StandingEntry extends Entry {
  readonly id: number;
}
