import { sluggerOf } from '../../../../../../slugs/slugger';
import { fingerprint } from '../../pipeline/plan/fingerprint';
import { rubricKey } from '../../pipeline/plan/ledger';
import type { Create } from '../../pipeline/plan/plan-entry';
import { storyValues } from '../../pipeline/plan/story-fields';
import { newDocumentId } from '../document-id';
import type { LeftArticle } from '../ledger';
import { ARTICLE } from '../uids';
import { type ChunkWriting, standingOf } from './chunk-writing';

/** Slugs of new articles, in their order. They are held until the transaction has ended. */
async function reserveSlugs(entries: readonly Create[], { strapi, afterwards }: ChunkWriting): Promise<string[]> {
  const slugs = new Map<Create, string>();
  for (const locale of new Set(entries.map(({ story }) => story.locale))) {
    const own = entries.filter(({ story }) => story.locale === locale);
    const asked = own.map(({ story, prints }) => prints.slug || story.title);
    const reserved = await sluggerOf(strapi).reserveAll(ARTICLE, locale, asked);
    afterwards(reserved.release);
    own.forEach((entry, index) => slugs.set(entry, reserved.slugs[index] ?? ''));
  }
  return entries.map((entry) => slugs.get(entry) ?? '');
}

/** Creates the articles of new pages. @returns what was left of each, by page. */
export async function createArticles(
  entries: readonly Create[],
  rubricIds: ReadonlyMap<string, string>,
  writing: ChunkWriting,
): Promise<Map<string, LeftArticle>> {
  if (entries.length === 0) return new Map();
  const { articleWriter, now, status } = writing;
  const slugs = await reserveSlugs(entries, writing);
  const left = new Map<string, LeftArticle>();
  const documents = entries.map(({ page, story, prints }, index) => {
    const { locale, category } = story;
    const slug = slugs[index] ?? '';
    const documentId = newDocumentId();
    const rubric = category === null ? undefined : rubricIds.get(rubricKey(category, locale));
    const ofRubric: Record<string, string> = rubric === undefined ? {} : { category: fingerprint(rubric) };
    const written: Record<string, string> = { slug: fingerprint(slug), ...ofRubric, ...prints.fields };
    left.set(page, { targetId: documentId, targetLocale: locale, written, standing: standingOf(now), published: status === 'published' });
    return { documentId, locale, status, data: { slug, ...storyValues(story), category: rubric } };
  });
  await articleWriter(now).create(documents);
  return left;
}
