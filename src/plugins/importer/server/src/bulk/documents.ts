export type Status = 'draft' | 'published';

/**
 * Fields of a document by their names, as the Document Service takes them, in one spelling each:
 * - a relation: `{ documentId, locale? }` or the `documentId`, an array of these for a to-many relation, or null;
 * - media: the id of a file or `{ id }`, an array of these for several files, or null;
 * - a component: an object; a repeatable one or a dynamic zone: an array (with `__component` in a zone);
 * - dates: a `Date`, or a string with an offset or Z;
 * - JSON and blocks: an object, an array, null, or a `JsonText` that is made already;
 * - `createdBy`, `updatedBy`: the id of a user of the panel; `createdAt`: a date.
 */
export type Data = Readonly<Record<string, unknown>>;

export interface NewDocument {
  /** Made as Strapi makes it when left out. No document of the content type may have it. */
  readonly documentId?: string;
  /** Only for localised content types; the default locale when left out. */
  readonly locale?: string;
  /** Only for content types with draft & publish; `draft` when left out. */
  readonly status?: Status;
  readonly data: Data;
}

export interface DocumentPlace {
  readonly documentId: string;
  /** Only for localised content types; the default locale when left out. */
  readonly locale?: string;
}

export interface DocumentChange extends DocumentPlace {
  /** `published` publishes the changed draft; `draft`, which is meant when left out, changes the draft only. */
  readonly status?: Status;
  /** What is not named here stays. A component or a list of them is replaced as a whole. */
  readonly data: Data;
}

/**
 * Writes many documents of one content type at once, with the rows that the Document Service would have written, and
 * without its middlewares, lifecycles, events and webhooks. Each method checks the whole batch first and writes all of
 * it or nothing; it joins the transaction around it (`strapi.db.transaction`), or makes its own.
 *
 * All methods throw a `BulkRefusal` that names each document that cannot be written.
 */
export interface BulkWriter {
  /** @returns the `documentId`s, in the order of the documents. */
  create(documents: readonly NewDocument[]): Promise<string[]>;
  /** A locale that a document does not have yet is added to it. */
  update(changes: readonly DocumentChange[]): Promise<void>;
  /** Publishes drafts: the published rows are made anew, as the Document Service does. */
  publish(places: readonly DocumentPlace[]): Promise<void>;
  /** Takes published versions away; drafts stay. */
  unpublish(places: readonly DocumentPlace[]): Promise<void>;
  /** Deletes drafts and published versions of one locale; `*` means all locales. What is not there is passed over. */
  delete(places: readonly DocumentPlace[]): Promise<void>;
}
