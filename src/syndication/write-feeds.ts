import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { escapeHtml } from '../search/answer/escape-html';
import type { FeedContent } from './feed-content';

/** The library writes blanks around texts, which some readers take for a part of them. */
const withoutBlanks = (xml: string) => xml.replace(/>\s+<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\s+<\//g, ']]></');

/** RSS 2.0: https://www.rssboard.org/rss-specification. Descriptions are HTML, titles are not. */
export function writeRss({ entries, self, ...feed }: FeedContent): string {
  const xml = generateRssFeed({
    title: feed.title,
    link: feed.home,
    description: feed.description,
    language: feed.language,
    lastBuildDate: feed.updated,
    atom: { links: [{ href: self, rel: 'self', type: 'application/rss+xml' }] },
    items: entries.map((entry) => ({
      title: entry.title,
      link: entry.address,
      guid: { value: entry.id, isPermaLink: false },
      ...(entry.lead === '' ? {} : { description: escapeHtml(entry.lead) }),
      ...(entry.published === null ? {} : { pubDate: entry.published }),
      ...(entry.category === null ? {} : { categories: [{ name: entry.category.name }] }),
      ...(entry.byline === '' ? {} : { dc: { creators: [entry.byline] } }),
      ...(entry.cover === null ? {} : { media: { contents: [{ url: entry.cover, medium: 'image' }] } }),
    })),
  });
  return withoutBlanks(xml);
}

/** Atom: https://www.rfc-editor.org/rfc/rfc4287 */
export function writeAtom({ entries, self, ...feed }: FeedContent): string {
  const xml = generateAtomFeed({
    id: self,
    title: { value: feed.title },
    subtitle: { value: feed.description },
    updated: feed.updated,
    xml: { lang: feed.language },
    authors: [{ name: feed.title }],
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: feed.home, rel: 'alternate', type: 'text/html' },
    ],
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title },
      links: [{ href: entry.address, rel: 'alternate', type: 'text/html' }],
      updated: entry.updated,
      ...(entry.published === null ? {} : { published: entry.published }),
      ...(entry.lead === '' ? {} : { summary: { value: entry.lead } }),
      ...(entry.category === null ? {} : { categories: [{ term: entry.category.slug, label: entry.category.name }] }),
      ...(entry.byline === '' ? {} : { authors: [{ name: entry.byline }] }),
    })),
  });
  return withoutBlanks(xml);
}

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export function writeJsonFeed({ entries, self, ...feed }: FeedContent): string {
  const document: unknown = generateJsonFeed({
    title: feed.title,
    home_page_url: feed.home,
    feed_url: self,
    description: feed.description,
    language: feed.language,
    items: entries.map((entry) => ({
      id: entry.id,
      url: entry.address,
      title: entry.title,
      content_text: entry.lead === '' ? entry.title : entry.lead,
      language: feed.language,
      date_modified: entry.updated,
      ...(entry.published === null ? {} : { date_published: entry.published }),
      ...(entry.category === null ? {} : { tags: [entry.category.name] }),
      ...(entry.byline === '' ? {} : { authors: [{ name: entry.byline }] }),
      ...(entry.cover === null ? {} : { image: entry.cover }),
    })),
  });
  return JSON.stringify(document);
}
