import { STORY_FIELDS, type StoryField } from './story-fields';

/** Fingerprints of fields; one that is empty has none. */
export type Prints = Readonly<Record<string, string | undefined>>;

/** Whose value a person wants in which field: the editor's, `mine`, or the page's, `theirs`. */
export type Choices = Readonly<Partial<Record<StoryField, 'mine' | 'theirs'>>>;

export interface Merge {
  /** Fields that the page says anew, and that still are as the import left them, or as the page says already. */
  readonly write: readonly StoryField[];
  /** Fields that page and editor both changed, to different values. The editor's stays. */
  readonly conflicts: readonly StoryField[];
  /** Fields of that kind in which a person wants the editor's value: there is nothing to ask any more. */
  readonly settled: readonly StoryField[];
}

/** Names of the fields in which two versions differ. */
export function differences(a: Prints, b: Prints): string[] {
  // So it is with what nobody has touched, which most of an archive is.
  if (a === b) return [];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]);
}

/** Prints with those of some fields taken over from another version. */
export function withFields(standing: Prints, changed: Prints, fields: readonly string[]): Record<string, string> {
  const kept = { ...standing, ...Object.fromEntries(fields.map((field) => [field, changed[field]])) };
  return Object.fromEntries(Object.entries(kept).flatMap(([field, print]) => (print === undefined ? [] : [[field, print]])));
}

/**
 * Merges what a page says now into an article, field by field: what the import wrote last is the base of both.
 *
 * @param written what the import wrote last.
 * @param standing what stands now.
 * @param page what the page says now.
 * @param choices what a person says to conflicts.
 */
export function mergeFields(written: Prints, standing: Prints, page: Prints, choices: Choices = {}): Merge {
  const changed = STORY_FIELDS.filter((name) => page[name] !== written[name]);
  const isFree = (name: StoryField) => standing[name] === written[name] || standing[name] === page[name];
  const chosen = (name: StoryField) => (isFree(name) ? 'theirs' : choices[name]);
  return {
    write: changed.filter((name) => chosen(name) === 'theirs'),
    conflicts: changed.filter((name) => chosen(name) === undefined),
    settled: changed.filter((name) => chosen(name) === 'mine'),
  };
}
