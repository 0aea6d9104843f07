import type { Core } from '@strapi/strapi';
import type { ArticleView, ShownBlock } from '../../../../shared/contracts/pages';
import { rowsOf } from '../../database/rows';
import { textOfNode } from '../../import/blocks';
import { ARTICLE, VIEWS } from '../../store/uids';

interface Row {
  readonly title: string | null;
  readonly datePublished: string | Date | null;
  readonly dateModified: string | Date | null;
  readonly byline: string | null;
  readonly originalUrl: string | null;
  readonly body: unknown;
  readonly category: Named | null;
  readonly tags: readonly Named[];
  readonly authors: readonly Named[];
}

interface Named {
  readonly name: string;
}

/** So much of an article is shown beside its page. */
const MOST_CHARACTERS = 256 * 1024;
const MOST_BLOCKS = 2000;

const isBlock = (value: unknown): value is ShownBlock => typeof value === 'object' && value !== null && 'type' in value;

/** The first blocks of a body. A long one is cut to a paragraph of its beginning. */
export function firstOf(body: readonly unknown[]): ShownBlock[] {
  const blocks: ShownBlock[] = [];
  let left = MOST_CHARACTERS;
  for (const block of body.slice(0, MOST_BLOCKS)) {
    if (left <= 0) break;
    const text = textOfNode(block);
    if (isBlock(block))
      blocks.push(text.length <= left ? block : { type: 'paragraph', children: [{ type: 'text', text: text.slice(0, left) }] });
    left -= text.length;
  }
  return blocks;
}

const isoOf = (date: string | Date | null) => (date === null ? null : new Date(date).toISOString());

/** An article as editors see it now; null where it is gone. */
export async function viewArticle(strapi: Core.Strapi, documentId: string, locale: string): Promise<ArticleView | null> {
  const articles = rowsOf<Row>(strapi, ARTICLE);
  const [draft] = await articles.findMany({
    where: { documentId, locale, publishedAt: null },
    populate: { category: { select: ['name'] }, tags: { select: ['name'] }, authors: { select: ['name'] } },
  });
  if (draft === undefined) return null;
  const published = await articles.count({ where: { documentId, locale, publishedAt: { $notNull: true } } });
  const counted = await rowsOf<{ views: number }>(strapi, VIEWS).findOne({ where: { article: documentId } });
  return {
    ...{ documentId, locale, title: draft.title },
    datePublished: isoOf(draft.datePublished),
    dateModified: isoOf(draft.dateModified),
    ...{ byline: draft.byline, originalUrl: draft.originalUrl },
    ...{ tags: draft.tags.map(({ name }) => name), authors: draft.authors.map(({ name }) => name) },
    category: draft.category?.name ?? null,
    views: counted?.views ?? 0,
    body: Array.isArray(draft.body) ? firstOf(draft.body) : [],
    isPublished: published > 0,
  };
}
