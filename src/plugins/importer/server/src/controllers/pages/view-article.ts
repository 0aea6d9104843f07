import type { Core } from '@strapi/strapi';
import type { ArticleView, ShownBlock } from '../../../../shared/contracts/pages';
import { rowsOf } from '../../database/rows';
import { textOfNode } from '../../import/blocks';
import { createArticleRows } from '../../store/article-rows';
import { type ContentModel, contentModelOf } from '../../store/content-model';

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

const isoOf = (date: unknown) => (typeof date === 'string' || date instanceof Date ? new Date(date).toISOString() : null);

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

async function viewsOf(strapi: Core.Strapi, { views }: ContentModel, documentId: string): Promise<number> {
  if (views === null) return 0;
  const counted = await rowsOf<Record<string, unknown>>(strapi, views.uid).findOne({ where: { [views.fields.article]: documentId } });
  return counted === null ? 0 : Number(counted[views.fields.views]);
}

/** An article as editors see it now; null where it is gone. */
export async function viewArticle(strapi: Core.Strapi, documentId: string, locale: string): Promise<ArticleView | null> {
  const content = contentModelOf(strapi);
  const versions = (await createArticleRows(strapi, content).find({ documentId })).filter((row) => row.locale === locale);
  const draft = versions.find(({ isDraft }) => isDraft);
  if (draft === undefined) return null;
  return {
    ...{ documentId, locale, title: textOf(draft.title) },
    datePublished: isoOf(draft.datePublished),
    dateModified: isoOf(draft.dateModified),
    ...{ byline: textOf(draft.byline), originalUrl: textOf(draft.originalUrl) },
    ...{ tags: draft.tags.map(({ name }) => name), authors: draft.authors.map(({ name }) => name) },
    category: draft.category?.name ?? null,
    views: await viewsOf(strapi, content, documentId),
    body: Array.isArray(draft.body) ? firstOf(draft.body) : [],
    isPublished: versions.some(({ isPublished }) => isPublished),
  };
}
