import { z } from 'zod';
import { locale, text } from '../news/parameters';
import { defineRoute, type Route } from '../news/routing/route';
import { DEFAULT_LOCALE } from '../setup/make-locales';
import { type FeedContent, readFeedContent } from './feed-content';
import { writeAtom, writeJsonFeed, writeRss } from './write-feeds';

const feedRoute = (name: string, format: string, mediaType: string, write: (content: FeedContent) => string): Route => {
  const path = `/feed/${name}`;
  return defineRoute({
    method: 'GET',
    path,
    summary: `The newest articles of a language, and of a category, as ${format}`,
    permission: 'api::article.article.find',
    parameters: z.strictObject({
      locale: locale.default(DEFAULT_LOCALE),
      category: text().optional().describe('Slug or document id of a category'),
    }),
    answer: { mediaType },
    caching: { maxAge: 60, staleWhileRevalidate: 600 },
    handle: async (strapi, parameters) => ({ body: write(await readFeedContent(strapi, path, parameters)) }),
  });
};

export const feedRoutes: readonly Route[] = [
  feedRoute('rss.xml', 'RSS 2.0', 'application/rss+xml; charset=utf-8', writeRss),
  feedRoute('atom.xml', 'Atom', 'application/atom+xml; charset=utf-8', writeAtom),
  feedRoute('feed.json', 'JSON Feed', 'application/feed+json; charset=utf-8', writeJsonFeed),
];
