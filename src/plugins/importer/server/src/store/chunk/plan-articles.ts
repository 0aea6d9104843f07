import { findSlugs } from '../../../../../../slugs/find-slugs';
import { fingerprint } from '../../import/plan/fingerprint';
import { rubricKey } from '../../import/plan/ledger';
import type { Create } from '../../import/plan/plan-entry';
import { storyValues } from '../../import/plan/story-fields';
import { newDocumentId } from '../document-id';
import type { LeftArticle } from '../ledger';
import { together } from '../together';
import { ARTICLE } from '../uids';
import { type ChunkWriting, standingOf } from './chunk-writing';

/** Slugs of new articles, in their order. */
async function slugsFor(entries: readonly Create[], { strapi }: ChunkWriting): Promise<string[]> {
  const slugs = new Map<Create, string>();
  const find = async (locale: string) => {
    const own = entries.filter(({ story }) => story.locale === locale);
    const asked = own.map(({ story, prints }) => prints.slug || story.title);
    const found = await findSlugs(strapi, ARTICLE, locale, asked);
    own.forEach((entry, index) => slugs.set(entry, found[index] ?? ''));
  };
  await together([...new Set(entries.map(({ story }) => story.locale))].map(find));
  return entries.map((entry) => slugs.get(entry) ?? '');
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
  rubricIds: ReadonlyMap<string, string>,
  writing: ChunkWriting,
): Promise<Creation> {
  if (entries.length === 0) return { left: new Map(), write: () => Promise.resolve() };
  const { articleWriter, now, status } = writing;
  const slugs = await slugsFor(entries, writing);
  const rubricOf = ({ category, locale }: Create['story']) => (category === null ? undefined : rubricIds.get(rubricKey(category, locale)));
  const documents = entries.map(({ story }, index) => {
    const data = { slug: slugs[index] ?? '', ...storyValues(story), category: rubricOf(story) };
    return { documentId: newDocumentId(), locale: story.locale, status, data };
  });
  const [standing, published] = [standingOf(now), status === 'published'];
  const left = new Map<string, LeftArticle>();
  for (const [index, { page, story, prints }] of entries.entries()) {
    const rubric = rubricOf(story);
    const ofRubric: Record<string, string> = rubric === undefined ? {} : { category: fingerprint(rubric) };
    const written: Record<string, string> = { slug: fingerprint(slugs[index] ?? ''), ...ofRubric, ...prints.fields };
    left.set(page, { targetId: documents[index]?.documentId ?? '', targetLocale: story.locale, written, standing, published });
  }
  return { left, write: () => articleWriter(now).create(documents) };
}
