import type { Core } from '@strapi/strapi';
import type { ArticleSummary } from '../news/articles/article-schema';
import { toSummary } from '../news/articles/to-article';
import { readFeed } from '../news/feed/feed';
import { readerOf, type Row } from '../news/reader/reader';
import { type Addresses, readAddresses } from './addresses';
import { readSite } from './read-site';
import { xmlText } from './xml-text';

const ARTICLES = 50;

export interface FeedEntry {
  /** The same as long as the article lives, wherever its page is. */
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly lead: string;
  readonly byline: string;
  readonly category: { readonly name: string; readonly slug: string } | null;
  readonly cover: string | null;
  /** An article without a date has none. */
  readonly published: Date | null;
  readonly updated: Date;
}

/** What every format of a feed tells, in texts that XML can hold. */
export interface FeedContent {
  readonly title: string;
  readonly description: string;
  readonly language: string;
  readonly home: string;
  /** The feed's own address. */
  readonly self: string;
  /** When the latest of its articles was changed; a feed without articles is as old as time. */
  readonly updated: Date;
  readonly entries: readonly FeedEntry[];
}

const dateOf = (value: unknown) => (value === null || value === undefined ? new Date(0) : new Date(value as number | Date));

function toEntry(row: Row, addresses: Addresses): FeedEntry {
  const article: ArticleSummary = toSummary(row);
  const { documentId, locale, category, cover } = article;
  return {
    id: `urn:newsroom:${documentId}:${locale}`,
    address: addresses.article(article),
    title: xmlText(article.title),
    lead: xmlText(article.lead ?? ''),
    byline: xmlText(article.byline ?? ''),
    category: category === null ? null : { name: xmlText(category.name), slug: category.slug ?? category.documentId },
    cover: cover === null ? null : new URL(cover.url, addresses.newsroom).href,
    published: article.datePublished === null ? null : new Date(article.datePublished),
    updated: dateOf(row['updated_at']),
  };
}

export interface FeedOf {
  readonly locale: string;
  /** Slug or document id of a category. */
  readonly category?: string | undefined;
}

/**
 * The newest articles of a language, of one category or all.
 *
 * @param path of the feed, such as `/feed/rss.xml`.
 * @throws errors.NotFoundError for an unknown category.
 */
export async function readFeedContent(strapi: Core.Strapi, path: string, { locale, category }: FeedOf): Promise<FeedContent> {
  const { rows } = await readFeed(strapi, { locale, category, limit: ARTICLES });
  const { name, slogan } = await readSite(readerOf(strapi), locale);
  const addresses = readAddresses();
  const entries = rows.map((row) => toEntry(row, addresses));
  const named = category === undefined ? undefined : entries[0]?.category?.name;
  const query = new URLSearchParams({ locale, ...(category === undefined ? {} : { category }) });
  return {
    title: xmlText(named === undefined ? name : `${name}: ${named}`),
    description: xmlText(slogan === '' ? name : slogan),
    language: locale,
    home: `${addresses.site}/`,
    self: `${addresses.newsroom}${path}?${query.toString()}`,
    updated: new Date(Math.max(0, ...entries.map(({ updated }) => updated.getTime()))),
    entries,
  };
}
