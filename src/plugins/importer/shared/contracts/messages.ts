import type { RunState } from './runs';

/**
 * What the server tells people: why something is refused, why a run has failed, what is to be known about a page. Each message has a
 * code that stays, and values. The server says it in English, as every client of it understands; the panel has a sentence of its
 * own for each code in each of its languages, and shows the server's where it does not know a code.
 *
 * A value's name says how it is shown: `bytes` is a size, `at` a moment (ISO 8601), `state` that of a run, `field` a field of a story,
 * `rule` the name of a problem, `kind` what a file is, `line` a number or the place of a declared fact; all others are shown as they are.
 */
export interface Messages {
  'upload-gone': Nothing;
  'upload-full-files': { readonly files: number };
  'upload-full-bytes': { readonly bytes: number };
  'upload-in-use': Nothing;
  'upload-empty': Nothing;
  'file-broke-off': Nothing;
  'file-unkept': { readonly reason: string };
  'file-and-folder': { readonly name: string };
  'file-name-path': { readonly name: string };
  'file-name-long': { readonly name: string };
  'file-name-windows': { readonly name: string };

  'folder-outside': { readonly folder: string };
  'folder-gone': { readonly folder: string };
  'folder-link': { readonly folder: string };
  'folder-no-folder': { readonly folder: string };
  'folder-unreadable': { readonly folder: string };
  'language-missing': { readonly locale: string; readonly locales: string };
  'nothing-to-read': { readonly paths: string };
  'input-not-offered': Nothing;
  'input-too-large': { readonly bytes: number };
  'input-unkept': { readonly reason: string };

  busy: { readonly holder: string; readonly seconds: number };
  'busy-run': { readonly run: number; readonly by: string; readonly at: string; readonly holder: string; readonly seconds: number };
  'busy-hanging': { readonly holder: string };
  'previews-busy': { readonly count: number };
  'lease-lost': Nothing;
  'run-gone': Nothing;
  'run-not-allowed': { readonly run: number };
  'run-unknown': { readonly run: number };
  'run-elsewhere': { readonly run: number; readonly place: string };
  'run-over': { readonly run: number; readonly state: RunState };
  'run-cleared': { readonly run: number };
  'run-from-input': { readonly run: number };
  'not-pausable': { readonly run: number; readonly state: RunState };
  'not-cancellable': { readonly run: number; readonly state: RunState };
  'preview-not-resumable': Nothing;
  'preview-not-pausable': Nothing;

  'not-undoable': { readonly run: number };
  'undo-unknown': { readonly run: number };
  'undo-of-undo': { readonly run: number; readonly undoes: number };
  'undo-of-preview': { readonly run: number };
  'undo-too-late': { readonly run: number; readonly at: string };
  'undone-already': { readonly run: number };
  'undo-not-allowed': Nothing;

  failed: { readonly reason: string };
  'failed-repeatedly': { readonly times: number };
  'preview-ended': Nothing;

  'page-unknown': { readonly run: number };
  'page-from-input': Nothing;
  'page-unreadable': { readonly rule: string; readonly found: string; readonly expected: string };
  'page-skipped': { readonly kind: string };
  'page-without-text': { readonly rule: string; readonly sentence: string };
  'page-changed': Nothing;
  'page-read-since': { readonly run: number; readonly later: number };
  'page-text-replaced': { readonly run: number; readonly later: number };
  'page-long': Nothing;

  'field-empty': Nothing;
  'field-too-long': { readonly most: number; readonly length: number };
  'date-unreadable': { readonly text: string };
  'line-unknown': { readonly line: number | string };
  'selection-outside': { readonly line: number | string };
  'rule-of-typed': Nothing;
  'rule-of-inside': Nothing;
  'rule-gone': { readonly number: number };
  'no-conflict': Nothing;
  'no-conflict-here': Nothing;

  'partner-gone': Nothing;
  'partner-order-gone': Nothing;
  'partner-order-twice': Nothing;

  'done-unrecorded': { readonly reason: string };
  'run-unrecorded': { readonly run: number; readonly reason: string };
}

type Nothing = Readonly<Record<string, never>>;

export type Code = keyof Messages;

export type MessageValues = Readonly<Record<string, string | number>>;

/** Something that is said to people. */
export interface Message {
  /** Null for what an older importer has said, which kept the sentence only. */
  readonly code: string | null;
  readonly values: MessageValues;
  /** In English. */
  readonly message: string;
}

/** In an error's `details`: what is said by its message; or what is said of each place of the request that can't be taken. */
export interface RefusalDetails extends Partial<Pick<Message, 'code' | 'values'>> {
  readonly errors?: readonly FaultOfRequest[];
}

/** Something in a request that can't be taken. What no panel sends has no code. */
export interface FaultOfRequest extends Partial<Pick<Message, 'code' | 'values'>> {
  /** `['fields', 'title']`, say. */
  readonly path: readonly string[];
  readonly message: string;
}
