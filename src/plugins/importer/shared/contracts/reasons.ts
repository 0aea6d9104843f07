/**
 * Why something is done with a page, or with a thing of the site. Each reason has a code that stays, as runs keep it, and values.
 * The server has a sentence in English for each, for the command line and for whoever reads a run's entries over the API; the panel
 * has words of its own for each code in each of its languages.
 */
export interface Reasons {
  new: Nothing;
  changed: Nothing;
  settled: Nothing;
  'draft-waits': Nothing;
  'kept-fields': Fields;
  'editor-changed': Fields;
  'editor-removed': Nothing;
  'left-out': { readonly by: string };
  errors: Nothing;
  'write-failed': Nothing;
  'same-page': OtherPage;
  'same-story': OtherPage;
  'same-address': OtherPage;
  'as-it-was': Nothing;

  site: Nothing;
  partner: Nothing;
  category: Nothing;
  tag: Nothing;
  author: Nothing;

  'run-created': Nothing;
  'run-updated': Nothing;
  'run-made': Nothing;
  'run-filled': Fields;
  'took-note': Nothing;
  'later-run': { readonly run: number };
  'changed-since': Fields;
  'published-since': Nothing;
  'unpublished-since': Nothing;
  'added-since': { readonly locales: readonly string[] };
  'renamed-since': Nothing;
  'removed-since': Nothing;
  'removed-already': Nothing;
  'has-articles': { readonly count: number };
  'category-gone': Nothing;
  'article-gone': Nothing;
  'read-again': Nothing;
  forgotten: Nothing;
}

type Nothing = Readonly<Record<string, never>>;

/** By their names in the content type: `title`, say. */
interface Fields {
  readonly fields: readonly string[];
}

/** The page that is known, or came first. */
interface OtherPage {
  readonly page: string;
}

export type ReasonCode = keyof Reasons;

export type Reason<Code extends ReasonCode = ReasonCode> = {
  readonly [Name in Code]: { readonly code: Name; readonly values: Reasons[Name] };
}[Code];

/** What is done for reasons. */
export interface Reasoned {
  /** Null for what an older importer has done, which kept the sentence only. */
  readonly reasons: readonly Reason[] | null;
  /** All of them, in English. */
  readonly reason: string;
}
