import { findSlugs } from '../../slugs/find-slugs';
import { fingerprint } from '../../import/plan/fingerprint';
import type { Create } from '../../import/plan/plan-entry';
import { storyValues } from '../../import/plan/story-fields';
import { TERM_FIELDS, termKey, termPrints, termsOf } from '../../import/plan/terms';
import { newDocumentId } from '../document-id';
import type { LeftArticle } from '../ledger';
import { together } from '../together';
import { type ChunkWriting, standingOf } from './chunk-writing';

/** The documents that fields of an article are to hold: one category, any number of the others. */
export function documentsOf(story: Create['story'], terms: ReadonlyMap<string, string>): Record<string, string | string[] | null> {
  const named = termsOf(story);
  const ids = TERM_FIELDS.map((field) => [field, named[field].flatMap((term) => terms.get(termKey(term)) ?? [])] as const);
  return Object.fromEntries(ids.map(([field, documents]) => [field, field === 'category' ? (documents[0] ?? null) : documents]));
}

const newDocuments = (story: Create['story'], terms: ReadonlyMap<string, string>) =>
  Object.fromEntries(Object.entries(documentsOf(story, terms)).filter(([, documents]) => documents !== null && documents.length > 0));

/** Only what has a value: a new article is empty anyway. */
const given = (values: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** Slugs of new articles, in their order; null where their type has none. */
async function slugsFor(entries: readonly Create[], { strapi, content }: ChunkWriting): Promise<(string | null)[]> {
  const slugs = new Map<Create, string | undefined>();
  const find = async (locale: string) => {
    const own = entries.filter(({ story }) => story.locale === locale);
    const asked = own.map(({ story, prints }) => prints.slug || story.title);
    const found = await findSlugs(strapi, content.article, locale, asked);
    own.forEach((entry, index) => slugs.set(entry, found[index]));
  };
  await together([...new Set(entries.map(({ story }) => story.locale))].map(find));
  return entries.map((entry) => slugs.get(entry) ?? null);
}

/** Articles that are about to be created. */
export interface Creation {
  /** What will be left of each, by page. */
  readonly left: ReadonlyMap<string, LeftArticle>;
  /** Creates them. */
  readonly write: () => Promise<unknown>;
}

/** Decides on the articles of new pages: their slugs, and their ids. */
export async function planArticles(
  entries: readonly Create[],
  terms: ReadonlyMap<string, string>,
  writing: ChunkWriting,
): Promise<Creation> {
  if (entries.length === 0) return { left: new Map(), write: () => Promise.resolve() };
  const { articleWriter, now, content } = writing;
  const { draftAndPublish } = content.article;
  const slugs = await slugsFor(entries, writing);
  const documents = entries.map(({ story }, index) => {
    const data = { slug: slugs[index], ...given(storyValues(story)), ...newDocuments(story, terms) };
    const status = draftAndPublish ? (story.isDraft ? 'draft' : writing.status) : 'published';
    return { documentId: newDocumentId(), locale: story.locale, status, data } as const;
  });
  const standing = standingOf(now);
  const left = new Map<string, LeftArticle>();
  for (const [index, { page, story, prints }] of entries.entries()) {
    const slug = slugs[index];
    const written: Record<string, string> = typeof slug === 'string' ? { slug: fingerprint(slug) } : {};
    Object.assign(written, termPrints(story, terms), prints.fields);
    const published = documents[index]?.status === 'published';
    left.set(page, { targetId: documents[index]?.documentId ?? '', targetLocale: story.locale, written, standing, published });
  }
  return { left, write: () => articleWriter(now).create(documents) };
}
