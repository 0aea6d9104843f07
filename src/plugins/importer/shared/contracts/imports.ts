import type { ListPage, PageQuery } from './list';

/** What an editor brings in, and how: for `preview` or `run`, except for what names its own right. */
export interface ImportEndpoints {
  'GET /options': { readonly answer: ImportOptions };
  /** Folders on the server that the configuration allows, or those directly below one of them. */
  'GET /folders': { readonly query: FoldersQuery; readonly answer: ListPage<ServerFolder> };
  'POST /uploads': { readonly answer: Upload };
  /** The body is the file's bytes; or a form of several `files`, called `0` and so on, and of their `names` as a list in JSON. */
  'PUT /uploads/:id/files': { readonly query: FileQuery; readonly body: Blob | FormData; readonly answer: Upload };
  'DELETE /uploads/:id': { readonly answer: Upload };
  /** For `preview`: a run of the kind `preview`. */
  'POST /previews': { readonly body: ImportOrder; readonly answer: Started };
  /** For `run`. */
  'POST /runs': { readonly body: ImportOrder; readonly answer: Started };
}

export interface FoldersQuery extends PageQuery {
  /** A folder that was answered before. */
  readonly below?: string | undefined;
}

/** So many files come in one form at most. */
export const MOST_FILES_TOGETHER = 200;

export interface FileQuery {
  /** The place of a file that comes alone among those of the upload: `2023/page-1.txt`, say. */
  readonly name?: string | undefined;
}

export interface ImportOptions {
  /** Whether there are folders on the server that the configuration allows, and that can be read. */
  readonly hasFolders: boolean;
  /** Languages that pages may be in; without a choice the language of each is recognised. */
  readonly locales: readonly string[];
  /** The time zone that is chosen unless another is. */
  readonly timeZone: string;
  readonly timeZones: readonly string[];
  /** The order of day and month that is chosen unless another is. */
  readonly dateOrder: DateOrder;
  readonly limits: UploadLimits;
  /** For how many days an import can be undone, and uploads (since the last run that has read them) and previews are kept; null for good. */
  readonly retention: { readonly runs: number | null; readonly uploads: number | null; readonly previews: number | null };
  /** The run that is going on now, whoever started it. */
  readonly running: number | null;
}

/** What comes first in dates such as 08/12/2019; null where the pages tell. */
export type DateOrder = 'day-first' | 'month-first' | null;

export interface UploadLimits {
  /** Of all files of an upload together. */
  readonly bytes: number;
  readonly files: number;
}

export interface ServerFolder {
  /** What the order names it by: its place below one of the allowed folders, as the configuration writes it. */
  readonly path: string;
  /** For people. */
  readonly name: string;
}

export interface Upload {
  readonly id: string;
  readonly files: number;
  readonly bytes: number;
  readonly createdAt: string;
  /** What it is called in lists: the name of its only file or folder, or of the first with the number of others. */
  readonly name: string;
}

export type ImportSource = { readonly kind: 'upload'; readonly id: string } | { readonly kind: 'folder'; readonly path: string };

export interface ImportOrder {
  readonly source: ImportSource;
  readonly status: 'draft' | 'published';
  /** IANA name. */
  readonly timeZone: string;
  /** Null where the language of each page is to be recognised. */
  readonly locale: string | null;
  readonly dateOrder: DateOrder;
}

export interface Started {
  /** Of the run that goes on now. */
  readonly id: number;
}
