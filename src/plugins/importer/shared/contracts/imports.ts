/**
 * What an editor brings in, and how.
 *
 *     GET    /importer/options                          preview or run  → ImportOptions
 *     POST   /importer/uploads                          preview or run  → Upload
 *     PUT    /importer/uploads/:id/files?name=<path>    preview or run  the bytes as the body → Upload
 *     DELETE /importer/uploads/:id                      preview or run  → Upload
 *     POST   /importer/previews                         preview  ImportOrder → { id }   a run of the kind `preview`
 *     POST   /importer/runs                             run      ImportOrder → { id }
 */
export interface ImportOptions {
  /** Folders on the server that the configuration allows. */
  readonly folders: readonly ServerFolder[];
  /** Languages that pages may be in; without a choice the language of each is recognised. */
  readonly locales: readonly string[];
  /** The time zone that is chosen unless another is. */
  readonly timeZone: string;
  readonly timeZones: readonly string[];
  readonly limits: UploadLimits;
  /** The run that is going on now, whoever started it. */
  readonly running: number | null;
}

export interface UploadLimits {
  /** Of all files of an upload together. */
  readonly bytes: number;
  readonly files: number;
}

export interface ServerFolder {
  /** What the order names it by: its place below one of the allowed folders, as the configuration writes it. */
  readonly path: string;
  /** Folders directly below; the panel asks for more with `GET /importer/options?below=<path>`. */
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
}

export interface Started {
  /** Of the run that goes on now. */
  readonly id: number;
}
