import type { Core } from '@strapi/strapi';
import { stop } from '../../../../src/cli/stop';
import { rankerOf } from '../../../../src/derived/most-read/ranker';
import { indexerOf } from '../../../../src/search/index/indexer';
import { createBulkWriter } from '../../../../src/plugins/importer/server/src/bulk/bulk-writer';
import { createRowWriter } from '../../../../src/plugins/importer/server/src/bulk/row-writer';
import { statisticsOfImport } from '../../../../src/plugins/importer/server/src/store/keep-statistics';
import { composeStory, type SyntheticStory } from '../../archive/compose-story';
import { createGrammar } from '../../archive/grammar';
import { azerbaijani } from '../../archive/languages/azerbaijani';
import { english } from '../../archive/languages/english';
import { russian } from '../../archive/languages/russian';
import { createRandom } from '../../archive/random';
import { bootNewsroom } from '../../import/boot-newsroom';

interface Request {
  readonly seed: number;
  readonly articles: number;
  /** Whether each story is one paragraph long. */
  readonly isShort: boolean;
}

const CHUNK = 500;

const SHORT_PARAGRAPHS = 1;

/** One article in so many stands in a rubric of its own, the smallest of the archive. */
const RARE_EVERY = 2000;
const RARE = { name: 'Редкость', slug: 'rare' };

/** Of a hundred articles 85 are in Russian: its feed has more than 4,000 pages of 20 where the archive has 100,000 articles. */
const VOICES = [
  ...Array.from({ length: 85 }, () => russian),
  ...Array.from({ length: 10 }, () => azerbaijani),
  ...Array.from({ length: 5 }, () => english),
].map((language) => ({ language, grammar: createGrammar(language.locale, language.rules) }));

type Categories = Map<string, string>;

/** The category of a name in a language, made where it is new. */
async function categoryOf(strapi: Core.Strapi, categories: Categories, locale: string, data: { name: string; slug?: string }) {
  const key = `${locale}/${data.name}`;
  const known = categories.get(key);
  if (known !== undefined) return known;
  const { documentId } = await strapi.documents('api::category.category').create({ data, locale });
  categories.set(key, documentId);
  return documentId;
}

function contentOf({ title, datePublished, paragraphs }: SyntheticStory, index: number, category: string) {
  return {
    title,
    slug: `story-${index}`,
    lead: paragraphs[0] ?? '',
    body: paragraphs.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] })),
    datePublished,
    category,
  };
}

/** Fills an empty database with published articles and their views by the bulk writer. */
export async function fillArchive({ seed, articles, isShort }: Request): Promise<{ readonly articles: number }> {
  const strapi = await bootNewsroom();
  const [writer, counts] = [createBulkWriter(strapi, 'api::article.article'), createRowWriter(strapi, 'api::views.view-count')];
  const categories: Categories = new Map();
  const statistics = statisticsOfImport(strapi);

  for (let start = 0; start < articles; start += CHUNK) {
    const documents = [];
    const views: number[] = [];
    for (let index = start; index < Math.min(start + CHUNK, articles); index += 1) {
      const random = createRandom(seed, index);
      const isRare = index % RARE_EVERY === RARE_EVERY / 2;
      const voice = isRare ? VOICES[0] : random.pick(VOICES);
      if (voice === undefined) throw new Error('There are no languages');
      const story = composeStory(voice, random);
      const paragraphs = isShort ? story.paragraphs.slice(0, SHORT_PARAGRAPHS) : story.paragraphs;
      const category = await categoryOf(strapi, categories, story.locale, isRare ? RARE : { name: story.category });
      documents.push({ locale: story.locale, status: 'published' as const, data: contentOf({ ...story, paragraphs }, index, category) });
      views.push(story.views);
    }
    const documentIds = await writer.create(documents);
    await counts.insert(documentIds.map((article, index) => ({ article, views: views[index] ?? 0 })));
    await statistics.wrote(documents.length);
  }
  await indexerOf(strapi).finish();
  await rankerOf(strapi).finish();
  const { connection } = strapi.db;
  await connection.raw('analyze');
  await stop(strapi);
  return { articles };
}
