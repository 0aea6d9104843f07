import type { Core } from '@strapi/strapi';
import type { ArticleView } from '../../../../shared/contracts/pages';
import { rowsOf } from '../../../../../../strapi/rows';
import { textOf } from '../../store/articles';
import { ARTICLE, VIEWS } from '../../store/uids';

interface Row {
  readonly title: string | null;
  readonly datePublished: string | Date | null;
  readonly body: unknown;
  readonly category: { readonly name: string } | null;
}

/** So much of an article is shown beside its page. */
const MOST_CHARACTERS = 256 * 1024;
const MOST_PARAGRAPHS = 2000;

/** The first paragraphs of a body, as texts. */
function firstOf(body: readonly unknown[]): string[] {
  const paragraphs: string[] = [];
  let left = MOST_CHARACTERS;
  for (const block of body.slice(0, MOST_PARAGRAPHS)) {
    if (left <= 0) break;
    const text = textOf(block).slice(0, left);
    paragraphs.push(text);
    left -= text.length;
  }
  return paragraphs;
}

/** An article as editors see it now; null where it is gone. */
export async function viewArticle(strapi: Core.Strapi, documentId: string, locale: string): Promise<ArticleView | null> {
  const articles = rowsOf<Row>(strapi, ARTICLE);
  const [draft] = await articles.findMany({
    where: { documentId, locale, publishedAt: null },
    populate: { category: { select: ['name'] } },
  });
  if (draft === undefined) return null;
  const published = await articles.count({ where: { documentId, locale, publishedAt: { $notNull: true } } });
  const counted = await rowsOf<{ views: number }>(strapi, VIEWS).findOne({ where: { article: documentId } });
  return {
    ...{ documentId, locale, title: draft.title },
    datePublished: draft.datePublished === null ? null : new Date(draft.datePublished).toISOString(),
    category: draft.category?.name ?? null,
    views: counted?.views ?? 0,
    paragraphs: Array.isArray(draft.body) ? firstOf(draft.body) : [],
    isPublished: published > 0,
  };
}
