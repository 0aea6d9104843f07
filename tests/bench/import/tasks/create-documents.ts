import type { Core } from '@strapi/strapi';
import { stop } from '../../../../src/cli/stop';
import type { SyntheticStory } from '../../archive/compose-story';
import { createArchive, kindOf } from '../../archive/synthetic-archive';
import { bootNewsroom } from '../boot-newsroom';
import { startStopwatch } from '../stopwatch';

interface Request {
  readonly seed: number;
  /** How many pages the archive has. */
  readonly pages: number;
  /** How many of them are written, from all over the archive. */
  readonly sampled: number;
}

type Categories = ReadonlyMap<string, string>;

const keyOf = ({ locale, category }: SyntheticStory) => `${locale}/${category}`;

function sampleStories({ seed, pages, sampled }: Request): SyntheticStory[] {
  const archive = createArchive(seed);
  return Array.from({ length: sampled }, (_, place) => {
    let index = Math.floor((place * pages) / sampled);
    while (kindOf(index) !== 'plain') index -= 1;
    return archive.page(index).story;
  });
}

async function createCategories(strapi: Core.Strapi, stories: readonly SyntheticStory[]): Promise<Categories> {
  const categories = new Map<string, string>();
  for (const story of stories) {
    if (categories.has(keyOf(story))) continue;
    const { category: name, locale } = story;
    const { documentId } = await strapi.documents('api::category.category').create({ data: { name }, locale });
    categories.set(keyOf(story), documentId);
  }
  return categories;
}

async function createArticle(strapi: Core.Strapi, story: SyntheticStory, categories: Categories): Promise<void> {
  const { locale, title, datePublished, paragraphs } = story;
  const data = {
    title,
    lead: paragraphs[0] ?? '',
    body: paragraphs.map((text) => ({ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] })),
    datePublished,
    category: { documentId: categories.get(keyOf(story)) ?? '', locale },
  };
  await strapi.documents('api::article.article').create({ data, locale, status: 'published' });
}

/**
 * What an import by Strapi's Document Service takes: each story created and published, one after the other, as any caller of
 * it would. Rubrics stand before the clock runs, and neither a ledger nor views are kept, which all is in its favour.
 */
export async function createDocuments(request: Request) {
  const strapi = await bootNewsroom();
  const stories = sampleStories(request);
  const categories = await createCategories(strapi, stories);
  const creating = startStopwatch();
  for (const story of stories) await createArticle(strapi, story, categories);
  const seconds = creating();
  await stop(strapi);
  return { documents: stories.length, seconds };
}
