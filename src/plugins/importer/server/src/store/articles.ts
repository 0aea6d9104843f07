import type { Core } from '@strapi/strapi';
import { viewCountsOf } from '../../../../../api/views/services/view-count';
import { rowsOf } from '../../../../../strapi/rows';
import { fingerprint } from '../pipeline/plan/fingerprint';
import { articleKey, type CurrentArticle } from '../pipeline/plan/ledger';
import type { Status } from '../pipeline/store';
import type { WholeStory } from '../pipeline/story';

const ARTICLE = 'api::article.article';
const CATEGORY = 'api::category.category';

/** Everything that an editor can change in an article. */
const FIELDS = ['title', 'slug', 'lead', 'body', 'datePublished', 'byline', 'originalUrl'] as const;

interface Row extends Record<string, unknown> {
  readonly documentId: string;
  readonly locale: string;
  readonly publishedAt: string | null;
  readonly category: { readonly documentId: string } | null;
  readonly cover: { readonly id: number } | null;
}

/** Articles as an import reads and writes them, by way of the Document Service. */
export interface Articles {
  /** Articles as they stand, by `articleKey`. */
  read(documentIds: readonly string[]): Promise<Map<string, CurrentArticle>>;
  create(story: WholeStory, status: Status): Promise<string>;
  update(target: CurrentArticle, story: WholeStory): Promise<void>;
  /** Views of an imported page are where counting starts: a count that is higher already stays. */
  raiseViews(documentId: string, views: number | null): Promise<void>;
}

const instant = (value: unknown) => (typeof value === 'string' || value instanceof Date ? new Date(value).toISOString() : null);

function fingerprints(row: Row): Record<string, string> {
  const values = FIELDS.map((name) => [name, name === 'datePublished' ? instant(row[name]) : (row[name] ?? null)] as const);
  const relations = [['category', row.category?.documentId ?? null] as const, ['cover', row.cover?.id ?? null] as const];
  return Object.fromEntries([...values, ...relations].map(([name, value]) => [name, fingerprint(value)]));
}

const toBlocks = (paragraphs: readonly string[]) =>
  paragraphs.map((text) => ({ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }));

export function createArticles(strapi: Core.Strapi): Articles {
  const categoryId = async (name: string, locale: string): Promise<string> => {
    const found = await rowsOf<{ documentId: string }>(strapi, CATEGORY).findOne({ where: { name, locale } });
    const category = found ?? (await strapi.documents(CATEGORY).create({ data: { name }, locale }));
    return category.documentId;
  };

  const dataOf = async ({ title, datePublished, category, paragraphs, locale }: WholeStory) => ({
    title,
    lead: paragraphs[0] ?? '',
    body: toBlocks(paragraphs),
    datePublished,
    category: category === null ? null : { documentId: await categoryId(category, locale), locale },
  });

  return {
    async read(documentIds) {
      const where = { documentId: { $in: documentIds } };
      const populate = { category: { select: ['documentId'] }, cover: { select: ['id'] } };
      const rows = documentIds.length === 0 ? [] : await rowsOf<Row>(strapi, ARTICLE).findMany({ where, populate });
      const keyOf = ({ documentId, locale }: Row) => articleKey(documentId, locale);
      const published = new Map(rows.filter(({ publishedAt }) => publishedAt !== null).map((row) => [keyOf(row), fingerprints(row)]));
      const drafts = rows.filter(({ publishedAt }) => publishedAt === null);
      return new Map(
        drafts.map((row) => {
          const { documentId, locale } = row;
          return [keyOf(row), { documentId, locale, fields: fingerprints(row), publishedFields: published.get(keyOf(row)) ?? null }];
        }),
      );
    },

    async create(story, status) {
      const { documentId } = await strapi.documents(ARTICLE).create({ data: await dataOf(story), locale: story.locale, status });
      return documentId;
    },

    async update({ documentId, locale, publishedFields }, story) {
      const data = await dataOf(story);
      await strapi.documents(ARTICLE).update({ documentId, locale, data, status: publishedFields === null ? 'draft' : 'published' });
    },

    async raiseViews(documentId, views) {
      if (views !== null) await viewCountsOf(strapi).raise(documentId, views);
    },
  };
}
