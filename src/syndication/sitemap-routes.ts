import { Readable } from 'node:stream';
import { errors } from '@strapi/utils';
import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { z } from 'zod';
import { locale, text, wholeNumber } from '../news/parameters';
import { embargoOf } from '../news/embargo';
import { readerOf, type Reader } from '../news/reader/reader';
import { defineRoute, type Route } from '../news/routing/route';
import { type Addresses, readAddresses } from './addresses';
import { readLatest } from './read-latest';
import { readSite } from './read-site';
import { countParts, readPart } from './sitemap-parts';
import { xmlText } from './xml-text';

const XML = { mediaType: 'application/xml; charset=utf-8' };
const PERMISSION = 'api::article.article.find';
const MOST_PARTS = 50_000;

/** The library writes none without addresses. */
const EMPTY = '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>';

const sitemapIndex = defineRoute({
  method: 'GET',
  path: '/sitemap.xml',
  summary: 'The list of sitemaps, which hold up to 50,000 addresses each',
  permission: PERMISSION,
  parameters: z.strictObject({}),
  answer: XML,
  caching: { maxAge: 60, staleWhileRevalidate: 3600 },

  async handle(strapi) {
    const parts = Math.max(1, await countParts(readerOf(strapi), await embargoOf(strapi).now()));
    const { newsroom } = readAddresses();
    const sitemaps = Array.from({ length: parts }, (_, index) => ({ url: `${newsroom}/sitemap-${index + 1}.xml` }));
    const index = await streamToPromise(Readable.from(sitemaps).pipe(new SitemapIndexStream()));
    return { body: index.toString() };
  },
});

async function* itemsOf(reader: Reader, number: number, now: number, addresses: Addresses) {
  for await (const article of readPart(reader, number, now)) {
    yield { url: addresses.article(article), ...(article.updated === null ? {} : { lastmod: article.updated.toISOString() }) };
  }
}

const sitemapPart = defineRoute({
  method: 'GET',
  path: '/sitemap-{number}.xml',
  summary: 'Addresses of published articles in all languages',
  permission: PERMISSION,
  parameters: z.strictObject({ number: wholeNumber(1, MOST_PARTS) }),
  answer: XML,
  caching: { maxAge: 60, staleWhileRevalidate: 3600 },
  isStreamed: true,

  async handle(strapi, { number }) {
    const reader = readerOf(strapi);
    const now = await embargoOf(strapi).now();
    const parts = await countParts(reader, now);
    if (parts === 0 && number === 1) return { body: EMPTY };
    if (number > parts) throw new errors.NotFoundError('There is no such sitemap');
    const addresses = readAddresses();
    const stream = new SitemapStream({ hostname: addresses.site });
    const items = Readable.from(itemsOf(reader, number, now, addresses));
    items.once('error', (cause) => stream.destroy(cause));
    stream.once('close', () => items.destroy());
    return { body: items.pipe(stream) };
  },
});

const newsSitemap = defineRoute({
  method: 'GET',
  path: '/sitemap-news.xml',
  summary: 'Articles of the last 48 hours, as https://www.google.com/schemas/sitemap-news/0.9 has them',
  permission: PERMISSION,
  parameters: z.strictObject({
    locale: locale.optional().describe('All languages where it is left out'),
    category: text().optional().describe('Slug or document id of a category'),
  }),
  answer: XML,
  caching: { maxAge: 60, staleWhileRevalidate: 600 },

  async handle(strapi, parameters) {
    const reader = readerOf(strapi);
    const latest = await readLatest(reader, parameters, await embargoOf(strapi).now());
    if (latest.length === 0) return { body: EMPTY };
    const names = new Map<string, string>();
    for (const language of new Set(latest.map((article) => article.locale))) {
      names.set(language, (await readSite(reader, language)).name);
    }
    const addresses = readAddresses();
    const items = latest.map((article) => ({
      url: addresses.article(article),
      news: {
        publication: { name: xmlText(names.get(article.locale) ?? ''), language: article.locale },
        publication_date: article.datePublished ?? '',
        title: xmlText(article.title),
      },
    }));
    const written = await streamToPromise(
      Readable.from(items).pipe(
        new SitemapStream({ hostname: addresses.site, xmlns: { news: true, video: false, image: false, xhtml: false } }),
      ),
    );
    return { body: written.toString() };
  },
});

export const sitemapRoutes: readonly Route[] = [sitemapIndex, newsSitemap, sitemapPart];
