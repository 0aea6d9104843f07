import type { WholeStory } from '../story';
import { fingerprint } from './fingerprint';

/** What articles are filed under, by what kind of document it is. */
export const TERM_KINDS = ['category', 'tag', 'author'] as const;

export type TermKind = (typeof TERM_KINDS)[number];

/** A category, a tag or an author, in one language. */
export interface Term {
  readonly kind: TermKind;
  readonly name: string;
  readonly locale: string;
}

/** Names a term. */
export const termKey = ({ kind, name, locale }: Term): string => `${kind}/${locale}/${name}`;

type Filed = Pick<WholeStory, 'category' | 'tags' | 'authors' | 'locale'>;

/** The terms of a story, by the field of the article that holds them. */
export function termsOf({ category, tags, authors, locale }: Filed) {
  const named = (kind: TermKind, names: readonly string[]) => names.map((name): Term => ({ kind, name, locale }));
  return { category: named('category', category === null ? [] : [category]), tags: named('tag', tags), authors: named('author', authors) };
}

export type TermField = keyof ReturnType<typeof termsOf>;

export const TERM_FIELDS: readonly TermField[] = ['category', 'tags', 'authors'];

/** The fingerprint of the documents that a field holds, in whatever order; undefined for none. */
function printOfDocuments(field: TermField, documentIds: readonly string[]): string | undefined {
  if (documentIds.length === 0) return undefined;
  return fingerprint(field === 'category' ? documentIds[0] : [...documentIds].sort());
}

/**
 * Fingerprints of the fields of a story that hold documents; none for one that is empty.
 *
 * @param documents by `termKey`. A term without a document yet has one by its name.
 */
export function termPrints(story: Filed, documents: ReadonlyMap<string, string>): Partial<Record<TermField, string>> {
  const prints = Object.entries(termsOf(story)).flatMap(([field, terms]) => {
    const ids = terms.map((term) => documents.get(termKey(term)) ?? `new ${term.name}`);
    const print = printOfDocuments(field as TermField, ids);
    return print === undefined ? [] : [[field, print] as const];
  });
  return Object.fromEntries(prints);
}
